package lastwords.cli.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.cluster.RemoteOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.node.FaultInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lastwords inject}. */
@Command(
    name = "inject",
    description = "Injects a fault into a running machine.",
    footer = {
      "",
      "FAULT is an element of 'faults' in a scenario file: 'drop = ipi, to = 1, times = 1',",
      "'stall = 1, for = 10ms', 'slow = ttyS0, factor = 10', 'press = nmi-button, cpu = 0'."
    },
    sortOptions = false)
public final class InjectCommand extends ClusterCall {
  private static final TypeReference<FaultInfo> FAULT = new TypeReference<>() {};

  private final Output output;

  @Parameters(
      arity = "1..2",
      paramLabel = "[MACHINE] FAULT",
      hideParamSyntax = true,
      description = "the machine is optional if there is only one")
  private List<String> words = List.of();

  @Mixin private RemoteOptions options;

  public InjectCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.machines();
    MachineAnd said = MachineAnd.of(words);
    String path = RemoteMachines.path(machines.named(said.machine())) + "/faults";
    FaultInfo fault = machines.client().postText(path, said.word(), FAULT);
    options.print(output, "fault", fault, RemoteMachines.words(fault));
    return ExitCode.OK;
  }
}
