package lastwords.engine.matrix;

import java.util.List;

/**
 * How often something is so, and the interval in which that is with 95 % confidence; an interval
 * without width: it is known.
 */
public record Proportion(double value, double low, double high) {
  /** Of nothing. */
  public static final Proportion UNKNOWN = new Proportion(Double.NaN, 0, 1);

  /** Always or never. */
  static Proportion known(boolean always) {
    double value = always ? 1 : 0;
    return new Proportion(value, value, value);
  }

  /**
   * The mean of shares, each of which counts the same, and the mean of their intervals, which is
   * wider than it need be.
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

  /** Is it more than the other, and not by chance: do the intervals not overlap? */
  public boolean above(Proportion other) {
    return low > other.high;
  }

  public boolean differs(Proportion other) {
    return above(other) || other.above(this);
  }
}
