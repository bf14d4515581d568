package lastwords.cli.report.block;

import java.util.List;

/** Probabilities of several things, with their intervals. */
public record SharePlot(String title, List<Bar> bars) {
  public SharePlot {
    bars = List.copyOf(bars);
  }

  /** A share; all values are 0 to 1. */
  public record Bar(String label, double low, double share, double high, Severity severity) {}
}
