package lastwords.engine.matrix;

import java.util.List;

/**
 * A proportion, and its 95 % confidence interval; if the interval has no width, it is known
 * exactly.
 */
public record Proportion(double value, double low, double high) {
  /** Without any data. */
  public static final Proportion UNKNOWN = new Proportion(Double.NaN, 0, 1);

  /** Exactly 1 or exactly 0. */
  static Proportion known(boolean always) {
    double value = always ? 1 : 0;
    return new Proportion(value, value, value);
  }

  /**
   * The mean of shares, equally weighted, and the mean of their intervals, which is wider than
   * necessary.
   */
  static Proportion mean(List<Proportion> shares) {
    if (shares.isEmpty()) {
      return UNKNOWN;
    }
    double value = 0;
    double low = 0;
    double high = 0;
    for (Proportion it : shares) {
      value += it.value;
      low += it.low;
      high += it.high;
    }
    int size = shares.size();
    return new Proportion(value / size, low / size, high / size);
  }

  public boolean isKnown() {
    return low == high;
  }

  /** Is it significantly more than the other: do the intervals not overlap? */
  public boolean above(Proportion other) {
    return low > other.high;
  }

  public boolean differs(Proportion other) {
    return above(other) || other.above(this);
  }
}
