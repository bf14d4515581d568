package lastwords.cli.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.cluster.node.FaultInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lastwords faults}. */
@Command(
    name = "faults",
    description = "Lists the faults of a machine on a cluster.",
    sortOptions = false)
public final class FaultsCommand extends ClusterCall {
  private static final TypeReference<List<FaultInfo>> FAULTS = new TypeReference<>() {};

  private final Output output;

  @Mixin private MachineOptions options;

  public FaultsCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.remote().machines();
    String path = RemoteMachines.path(options.name(machines)) + "/faults";
    List<FaultInfo> faults = machines.client().get(path, FAULTS);
    Table table = new Table("fault", "state", "fired", "what");
    for (FaultInfo it : faults) {
      table.row(Integer.toString(it.id()), it.state().word(), fired(it), it.text());
    }
    options.remote().print(output, "faults", Map.of("faults", faults), table);
    return ExitCode.OK;
  }

  private static String fired(FaultInfo fault) {
    if (fault.fired() == FaultInfo.UNKNOWN) {
      return "counted at the end";
    }
    return fault.fired() == 0 ? "never" : Long.toString(fault.fired());
  }
}
