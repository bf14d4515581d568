package lastwords.cli.cluster;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.node.ClusterStatus;
import lastwords.cluster.node.MachineInfo;
import lastwords.web.ApiException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords cluster status}. */
@Command(
    name = "status",
    description =
        "Shows which nodes are up, which one collects the trace, which machines there are, and if"
            + " traces are being lost.",
    sortOptions = false)
final class ClusterStatusCommand extends ClusterCall {
  private final Output output;
  @Mixin private OnOptions on;

  @Option(names = "--json", description = "prints JSON instead of tables")
  private boolean json;

  ClusterStatusCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    ClusterView view =
        on.elsewhere() ? ClusterView.of(on.client()) : ClusterView.of(on.local(), on);
    List<MachineInfo> machines = view.status().isEmpty() ? List.of() : machines();
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("collector", view.status().map(ClusterStatus::collector).orElse(""));
      all.put("nodes", view.nodes());
      all.put("machines", machines);
      all.put("traces", view.traces());
      output.out().println(ClusterJson.of("cluster", all));
      return ExitCode.OK;
    }
    view.table().print(output);
    if (!machines.isEmpty()) {
      output.out().println();
      PsCommand.table(machines).print(output);
    }
    traces(view);
    return ExitCode.OK;
  }

  private void traces(ClusterView view) {
    List<String> lines = view.traceLines();
    if (!lines.isEmpty()) {
      output.out().println();
      lines.forEach(output::text);
    }
  }

  private List<MachineInfo> machines() throws IOException, InterruptedException {
    try {
      return new RemoteMachines(on.client()).all();
    } catch (ApiException e) {
      output.complain("cannot list the machines: " + e.getMessage());
      return List.of();
    }
  }
}
