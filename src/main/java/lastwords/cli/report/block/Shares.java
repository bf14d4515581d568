package lastwords.cli.report.block;

/** Probabilities in words. */
public final class Shares {
  private static final int PERMILLE = 1000;
  private static final int TEN = 10;

  private Shares() {}

  /** With its interval: {@code 34.2 % (31.5 to 37.0)}. */
  public static String text(SharePlot.Bar bar) {
    return percent(bar.share()) + " % (" + percent(bar.low()) + " to " + percent(bar.high()) + ")";
  }

  /** In percent with one decimal, rounded half up. */
  public static String percent(double share) {
    long tenths = Math.round(share * PERMILLE);
    return tenths / TEN + "." + tenths % TEN;
  }
}
