package lastwords.machine.bus;

/** A fault of interrupts in flight, as the interrupt controller sees it. */
public interface InterruptRule {
  /** Unique among the faults of a run. */
  int id();

  /** When it strikes. */
  Trigger trigger();

  /** Does it apply to an interrupt with this sender, target and vector? */
  boolean matches(int from, int to, int vector);

  /**
   * When an interrupt that it has struck arrives.
   *
   * @param nanos its usual latency
   * @return the time of each arrival in ns; none: it is lost
   */
  long[] arrivals(long nanos);
}
