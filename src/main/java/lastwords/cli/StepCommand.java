package lastwords.cli;

import java.io.IOException;
import java.util.Optional;
import lastwords.cluster.node.MachineInfo;
import lastwords.web.ApiJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords step}. */
@Command(
    name = "step",
    description = "Lets one CPU of a machine that is paused make some steps.",
    sortOptions = false)
final class StepCommand extends ClusterCall {
  private final Output output;

  @Parameters(
      arity = "0..1",
      paramLabel = "MACHINE",
      description = "default: the only one there is")
  private Optional<String> machine = Optional.empty();

  @Option(names = "--cpu", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  private int cpu;

  @Option(names = "--steps", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  private int steps = 1;

  @Mixin private OnOptions on;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  StepCommand(Output output) {
    this.output = output;
  }

  @Override
  int run() throws IOException, InterruptedException {
    RemoteMachines machines = new RemoteMachines(on.client());
    String order = "{\"cpu\":" + cpu + ",\"steps\":" + steps + "}";
    MachineInfo now = machines.order(machines.named(machine), "step", order);
    output.out().println(json ? ApiJson.pretty(now) : now.id() + " is " + now.state().word());
    return ExitCode.OK;
  }
}
