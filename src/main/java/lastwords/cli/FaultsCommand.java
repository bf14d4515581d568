package lastwords.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.FaultInfo;
import lastwords.web.ApiJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords faults}. */
@Command(
    name = "faults",
    description = "Lists the faults of a machine on a cluster.",
    sortOptions = false)
final class FaultsCommand extends ClusterCall {
  private static final TypeReference<List<FaultInfo>> FAULTS = new TypeReference<>() {};

  private final Output output;

  @Parameters(
      arity = "0..1",
      paramLabel = "MACHINE",
      description = "default: the only one there is")
  private Optional<String> machine = Optional.empty();

  @Mixin private OnOptions on;

  @Option(names = "--json", description = "prints JSON instead of a table")
  private boolean json;

  FaultsCommand(Output output) {
    this.output = output;
  }

  @Override
  int run() throws IOException, InterruptedException {
    RemoteMachines machines = new RemoteMachines(on.client());
    String path = RemoteMachines.path(machines.named(machine)) + "/faults";
    List<FaultInfo> faults = machines.client().get(path, FAULTS);
    if (json) {
      output.out().println(ApiJson.pretty(faults));
      return ExitCode.OK;
    }
    Table table = new Table("fault", "state", "fired", "what");
    for (FaultInfo it : faults) {
      table.row(Integer.toString(it.id()), it.state().word(), Long.toString(it.fired()), it.text());
    }
    table.print(output.out());
    return ExitCode.OK;
  }
}
