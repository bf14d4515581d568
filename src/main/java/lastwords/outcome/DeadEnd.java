package lastwords.outcome;

/**
 * Why a CPU never continues if it waits for neither a lock nor a variable; the value of {@code at}.
 */
public enum DeadEnd implements OutcomeWord {
  /** It is stalled. */
  STALLED("stalled"),
  /** It sleeps, and nothing can wake it. */
  HALTED("halted"),
  /** It runs an endless loop that reads nothing. */
  LOOP("loop"),
  /** It took an interrupt or trap from which it cannot return. */
  LOST("lost"),
  /** It waits for other CPUs to call lw_staged(). */
  STAGING("staging");

  private final String word;

  DeadEnd(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
