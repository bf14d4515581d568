package lastwords.machine.bus;

/** What goes wrong with interrupts on their way: a fault, as the interrupt controller sees it. */
public interface InterruptRule {
  /** Unique among the faults of a run. */
  int id();

  /** When it strikes. */
  Trigger trigger();

  /** Does it concern an interrupt on this way? */
  boolean matches(int from, int to, int vector);

  /**
   * When the interrupt that it has struck arrives.
   *
   * @param nanos how long it is on its way usually
   * @return the time of each arrival in ns; none: it is lost
   */
  long[] arrivals(long nanos);
}
