package lastwords.cluster.node;

/** Who orders what happens in a machine on a cluster. */
public enum Clock {
  /** The simulate engine, step by step: the trace is the same wherever the parts live. */
  LOCK_STEP("lock-step"),
  /** Nobody: CPUs run freely, emulated time is scaled wall time. */
  LIVE("live");

  private final String word;

  Clock(String word) {
    this.word = word;
  }

  /** As options and JSON have it. */
  public String word() {
    return word;
  }

  @Override
  public String toString() {
    return word;
  }
}
