package lastwords.cli.remote;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.node.MachineInfo;
import lastwords.web.ApiJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords step}. */
@Command(name = "step", description = "Steps one CPU of a paused machine.", sortOptions = false)
public final class StepCommand extends ClusterCall {
  private final Output output;

  @Mixin private MachineOptions options;

  @Option(names = "--cpu", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  private int cpu;

  @Option(names = "--steps", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  private int steps = 1;

  public StepCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.remote().machines();
    String order = ApiJson.text(new TreeMap<>(Map.of("cpu", cpu, "steps", steps)));
    MachineInfo now = machines.order(options.name(machines), "step", order);
    options.remote().print(output, "machine", now, now.name() + " " + now.state().predicate());
    return ExitCode.OK;
  }
}
