package lastwords.cli.report.block;

import java.util.List;

/** How likely each of several things is, with the interval in which its probability lies. */
public record SharePlot(String title, List<Bar> bars) {
  public SharePlot {
    bars = List.copyOf(bars);
  }

  /** A share; all are 0 to 1. */
  public record Bar(String label, double low, double share, double high, Severity severity) {}
}
