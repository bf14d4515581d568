package lastwords.cluster.node;

/** What decides the order of events in a machine on a cluster. */
public enum Clock {
  /** The simulate engine, step by step: the trace is the same wherever the parts are. */
  LOCK_STEP("lock-step"),
  /** Nobody: CPUs run freely, emulated time is scaled wall time. */
  LIVE("live");

  private final String word;

  Clock(String word) {
    this.word = word;
  }

  /** The word in options and JSON. */
  public String word() {
    return word;
  }

  @Override
  public String toString() {
    return word;
  }
}
