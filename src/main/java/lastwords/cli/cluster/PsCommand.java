package lastwords.cli.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.cluster.node.MachineInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lastwords ps}. */
@Command(name = "ps", description = "Lists the machines of a cluster.", sortOptions = false)
public final class PsCommand extends ClusterCall {
  private static final double NANOS_A_MILLI = 1e6;

  private final Output output;
  @Mixin private RemoteOptions options;

  public PsCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    List<MachineInfo> machines = options.machines().all();
    options.print(output, "ps", Map.of("machines", machines), table(machines));
    if (!options.json()) {
      machines.forEach(this::trace);
    }
    return ExitCode.OK;
  }

  private void trace(MachineInfo machine) {
    for (String line : machine.trace()) {
      output.text("the trace of " + machine.name() + ": " + line);
    }
  }

  static Table table(List<MachineInfo> machines) {
    Table table = new Table("machine", "scenario", "clock", "state", "ms", "nodes", "outcome");
    for (MachineInfo it : machines) {
      String variant = it.variant().equals("default") ? "" : ":" + it.variant();
      table.row(
          it.name(),
          it.scenario() + variant,
          it.clock().word(),
          it.state().word(),
          String.format(Locale.ROOT, "%.3f", it.nanos() / NANOS_A_MILLI),
          String.join(",", new TreeSet<>(it.places().values())),
          it.outcome());
    }
    return table;
  }
}
