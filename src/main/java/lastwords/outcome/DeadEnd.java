package lastwords.outcome;

/** Why a CPU never goes on when it waits for no lock and no variable, as {@code at} names it. */
public enum DeadEnd implements OutcomeWord {
  /** It is stalled. */
  STALLED("stalled"),
  /** It sleeps, with nothing to wake it. */
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
