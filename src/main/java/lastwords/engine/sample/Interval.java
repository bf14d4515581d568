package lastwords.engine.sample;

/**
 * Wilson's score interval: the 95 % confidence interval of a probability, from how often something
 * was seen.
 */
public record Interval(double low, double high) {
  private static final double Z = 1.959963984540054;

  /** For {@code seen} of {@code runs} runs. */
  public static Interval of(long seen, long runs) {
    if (runs == 0) {
      return new Interval(0, 1);
    }
    double share = (double) seen / runs;
    double z2 = Z * Z / runs;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = Z * Math.sqrt(share * (1 - share) / runs + z2 / (4 * runs)) / (1 + z2);
    return new Interval(
        seen == 0 ? 0 : Math.max(0, middle - half), seen == runs ? 1 : Math.min(1, middle + half));
  }

  /** Half of its width. */
  public double half() {
    return (high - low) / 2;
  }
}
