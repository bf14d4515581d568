package lastwords.machine.bus;

/**
 * Random numbers as a function of their inputs: the same seed and step give the same number in
 * every engine.
 */
public final class Random {
  private Random() {}

  /** A number that depends on all bits of both arguments (splitmix64's finaliser). */
  public static long mix(long one, long other) {
    long z = one + 0x9E3779B97F4A7C15L * (other + 1);
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** The actual cost of a step with this nominal cost. */
  public static long cost(long nominal, Timing timing, long draw) {
    long cost = jitter(nominal, timing.jitterPercent(), draw);
    if (timing.hiccupEvery() == 0 || (draw & 0xffffff) * timing.hiccupEvery() >>> 24 != 0) {
      return cost;
    }
    return cost + Long.remainderUnsigned(mix(draw, 1), Math.max(1, timing.hiccupNanos()));
  }

  /** A value at most {@code percent} above or below the nominal one. */
  public static long jitter(long nominal, int percent, long draw) {
    if (percent == 0 || nominal == 0) {
      return nominal;
    }
    long spread = 2L * percent + 1;
    long hundredths = 100 - percent + ((draw >>> 33) * spread >>> 31);
    return Math.max(1, nominal * hundredths / 100);
  }
}
