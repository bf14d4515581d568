package lastwords.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lastwords remove}. */
@Command(
    name = "remove",
    description = "Ends machines on a cluster and forgets their traces and recordings.",
    sortOptions = false)
final class RemoveCommand extends ClusterCall {
  private final Output output;

  @Parameters(arity = "1..*", paramLabel = "MACHINE", description = "their names")
  private List<String> names = List.of();

  @Mixin private RemoteOptions options;

  RemoveCommand(Output output) {
    this.output = output;
  }

  @Override
  int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.machines();
    for (String name : names) {
      machines.client().delete(RemoteMachines.path(name));
    }
    options.print(
        output, "remove", Map.of("removed", names), "removed " + String.join(", ", names));
    return ExitCode.OK;
  }
}
