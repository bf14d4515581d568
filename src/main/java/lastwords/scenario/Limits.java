package lastwords.scenario;

/**
 * The bounds of a run. Reaching one is an outcome of its own, never a silent end.
 *
 * @param runNanos emulated time after which the run is given up
 * @param hangNanos the panic CPU counts as hung if nothing happens for this long
 * @param settleNanos the run continues for this long after the panic CPU's end, for the other CPUs
 * @param steps steps after which the run is given up
 */
public record Limits(long runNanos, long hangNanos, long settleNanos, long steps) {
  /** Enough for every wait of the kernel: the longest is ten seconds. */
  public static final Limits DEFAULT =
      new Limits(120_000_000_000L, 10_000_000_000L, 50_000_000L, 200_000_000L);
}
