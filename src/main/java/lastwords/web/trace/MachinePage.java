package lastwords.web.trace;

import java.io.IOException;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.RunReport;
import lastwords.scenario.Bundle;
import lastwords.trace.StepNames;
import lastwords.trace.page.RunPage;

/** The page of a machine that has ended. */
public final class MachinePage {
  private static final int MOST_QUIET_LOOKS = 300; // half a minute

  private MachinePage() {}

  /**
   * The content of its page.
   *
   * @throws NodeException CONFLICT if it has not ended, UNAVAILABLE if its trace does not arrive
   */
  public static RunPage of(ClusterNode node, String id) throws IOException {
    RunReport report = node.report(id);
    Bundle bundle = node.trace(id, 0, 1).header().orElseThrow(() -> missing(id)).bundle();
    KeptSteps steps = new KeptSteps(node, id);
    int quiet = 0;
    while (!steps.over()) {
      quiet = steps.read() || steps.over() ? 0 : quiet + 1;
      if (quiet > MOST_QUIET_LOOKS) {
        throw missing(id);
      }
      if (quiet > 0) {
        PollPause.aMoment();
      }
    }
    StepNames names = steps.names().orElseThrow(() -> missing(id));
    return RunPage.of(
        about(report, bundle),
        steps.buffer(),
        names,
        report.result().consoles().keySet(),
        bundle.sources());
  }

  private static NodeException missing(String id) {
    return new NodeException(
        NodeException.Kind.UNAVAILABLE, "the trace of " + id + " does not arrive");
  }

  private static RunPage.About about(RunReport report, Bundle bundle) {
    String name = report.machine().name();
    String variant = bundle.variant().equals("default") ? "" : ":" + bundle.variant();
    return new RunPage.About(
        bundle.title(),
        bundle.scenario() + variant,
        bundle.kernel(),
        bundle.machine().name(),
        bundle.machine().cpus(),
        report.result().outcome().summary(),
        "lastwords fetch " + name + " && lastwords replay " + name + ".recording",
        report.result().explanation());
  }
}
