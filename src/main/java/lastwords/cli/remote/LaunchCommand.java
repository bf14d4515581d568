package lastwords.cli.remote;

import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.ClusterJson;
import lastwords.cli.cluster.OnOptions;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.Placement;
import lastwords.scenario.Bundle;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.hocon.Span;
import lastwords.web.ApiJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords launch}. */
@Command(
    name = "launch",
    description = "Starts a scenario as a machine on a cluster.",
    sortOptions = false)
public final class LaunchCommand extends ClusterCall {
  private final Output output;

  @Mixin private CaseOptions options;

  @Option(
      names = "--clock",
      paramLabel = "C",
      description =
          "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}. Live: CPUs run freely; lock-step: in"
              + " the order of 'lastwords run'")
  private Clock clock = Clock.LIVE;

  @Option(
      names = "--spread",
      negatable = true,
      description = "places the parts on all nodes, round robin; default: as in the scenario")
  private Optional<Boolean> spread = Optional.empty();

  @Option(
      names = "--place",
      paramLabel = "part=node",
      split = ",",
      description = "places a part on a node: cpu.1=node-2,locks=node-3")
  private Map<String, String> places = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of the timing; default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "live: speed of emulated time; default: ${DEFAULT-VALUE}")
  private double speed = 1;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      description = "how long the run continues after its end, for the other CPUs: 50ms")
  private Optional<String> settle = Optional.empty();

  @Option(
      names = "--hang",
      paramLabel = "TIME",
      description = "a hang is when nothing happens for this long: 10s")
  private Optional<String> hang = Optional.empty();

  @Option(names = "--name", paramLabel = "NAME", description = "name of the machine")
  private Optional<String> name = Optional.empty();

  @Option(names = "--paused", description = "only boots it; 'lastwords resume' starts it")
  private boolean paused;

  @Option(names = "--wait", description = "waits for its end and shows its outcome")
  private boolean wait;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  @Mixin private OnOptions on;

  public LaunchCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = new RemoteMachines(on.client());
    Case made = options.find(Catalog.standard(), output);
    String order = order(Bundle.of(made), Placement.of(made.places(), spread, places));
    MachineInfo machine = machines.client().post("/v1/machines", order, RemoteMachines.MACHINE);
    if (wait && !paused) {
      return finish(machines, machine);
    }
    if (json) {
      output.out().println(ClusterJson.of("machine", machine));
    } else {
      tell(machine);
    }
    return ExitCode.OK;
  }

  private int finish(RemoteMachines machines, MachineInfo launched)
      throws IOException, InterruptedException {
    MachineInfo ended = awaitOrEnd(machines, launched);
    if (ended.state() == MachineInfo.State.FAILED) {
      output.complain(ended.name() + " failed: " + ended.outcome());
      return ExitCode.UNEXPECTED;
    }
    RemoteReport.print(machines.report(ended.id()), json, output);
    return ExitCode.OK;
  }

  /** Ctrl-C stops the machine that this command has started. */
  private MachineInfo awaitOrEnd(RemoteMachines machines, MachineInfo launched)
      throws IOException, InterruptedException {
    try {
      return machines.awaitEnd(launched.id());
    } catch (InterruptedException e) {
      machines.order(launched.id(), "stop", "");
      String name = launched.name();
      output.complain(name + " was stopped; see: lastwords outcome " + name);
      throw e;
    }
  }

  private String order(Bundle bundle, Placement placement) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("bundle", new RawValue(bundle.toJson()));
    order.put("clock", clock.word());
    order.put("seed", seed);
    order.put("speed", speed);
    order.put("spread", placement.spread());
    order.put("place", placement.chosen());
    order.put("settleNanos", nanos("--settle", settle));
    order.put("hangNanos", nanos("--hang", hang));
    name.ifPresent(it -> order.put("name", it));
    order.put("paused", paused);
    return ApiJson.text(order);
  }

  private static long nanos(String option, Optional<String> text) {
    return text.map(
            it ->
                Span.nanos(it)
                    .orElseThrow(
                        () ->
                            new ScenarioException(
                                List.of(option + " " + it + ": expected a time such as 50ms"))))
        .orElse(0L);
  }

  private void tell(MachineInfo machine) {
    String nodes = String.join(", ", new TreeSet<>(machine.places().values()));
    output
        .out()
        .println(
            output.bold(machine.name())
                + " "
                + (machine.state() == MachineInfo.State.PAUSED ? "is booted" : "is running")
                + (nodes.isEmpty() ? "" : " on " + nodes)
                + ", clock "
                + machine.clock().word());
    output.command("next: ", "lastwords trace " + machine.name() + " --follow");
  }
}
