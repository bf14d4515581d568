package lastwords.cli.remote;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.cluster.RemoteOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lastwords remove}. */
@Command(
    name = "remove",
    description = "Stops machines on a cluster and deletes their traces and recordings.",
    sortOptions = false)
public final class RemoveCommand extends ClusterCall {
  private final Output output;

  @Parameters(arity = "1..*", paramLabel = "MACHINE", description = "their names")
  private List<String> names = List.of();

  @Mixin private RemoteOptions options;

  public RemoveCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.machines();
    for (String name : names) {
      machines.client().delete(RemoteMachines.path(name));
    }
    options.print(
        output, "remove", Map.of("removed", names), "removed " + String.join(", ", names));
    return ExitCode.OK;
  }
}
