package lastwords.cli.remote;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cli.cases.RunCase;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.Output;
import lastwords.cli.run.Report;
import lastwords.cli.run.RunJson;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.RunReport;

/** The result of a machine on a cluster, shown as by {@code run}. */
final class RemoteReport {
  private RemoteReport() {}

  static void print(RunReport report, boolean json, Output output) throws IOException {
    MachineInfo machine = report.machine();
    RunCase run =
        new RunCase(
            machine.scenario(),
            machine.variant(),
            machine.kernel(),
            machine.machine(),
            machine.seed(),
            "lastwords fetch " + machine.name() + " && lastwords replay " + file(machine.name()));
    if (json) {
      SortedMap<String, List<String>> more = new TreeMap<>();
      more.put("recordingLacks", lacks(report));
      more.put("trace", machine.trace());
      output.out().println(RunJson.of(run, report.result(), more));
      return;
    }
    new Report(output, new StackOption()).print(run, report.result(), List.of(), true);
    lacks(report).forEach(it -> output.text("the recording is incomplete: " + it));
    machine.trace().forEach(it -> output.text("the trace is incomplete: " + it));
  }

  private static List<String> lacks(RunReport report) {
    return report.recording().isEmpty() ? List.of() : List.of(report.recording());
  }

  /** The default name of a machine's recording. */
  static String file(String id) {
    return id + ".recording";
  }
}
