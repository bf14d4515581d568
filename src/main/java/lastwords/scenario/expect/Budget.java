package lastwords.scenario.expect;

/**
 * Faults that may come at any moment, so many at most: what exploring tries wherever it can.
 *
 * @param stalls how often a CPU may stop running and answering, for ever
 * @param stallCpus which CPUs may, as a mask
 * @param drops how many interrupts may be lost on their way
 */
public record Budget(int stalls, long stallCpus, int drops) {
  /** Faults of a kind that there can be. */
  public static final int MOST = 255;

  /** No fault. */
  public static final Budget NONE = new Budget(0, 0, 0);

  /** As many faults as anybody could want: for a schedule that says which. */
  public static final Budget ANYTHING = new Budget(MOST, -1, MOST);

  public Budget {
    if (stalls < 0 || stalls > MOST || drops < 0 || drops > MOST) {
      throw new IllegalArgumentException("a budget is 0 to " + MOST);
    }
  }

  /** This CPU may stall at any point, once; nothing else happens. */
  public static Budget stall(int cpu) {
    return new Budget(1, 1L << cpu, 0);
  }

  /** So many CPUs, of all, may stall at any point. */
  public static Budget stalls(int most) {
    return new Budget(most, -1, 0);
  }

  /** So many interrupts may be lost. */
  public static Budget drops(int most) {
    return new Budget(0, 0, most);
  }

  /** May this CPU stall? */
  public boolean stalls(int cpu, long left) {
    return left > 0 && (stallCpus >>> cpu & 1) != 0;
  }

  public boolean isEmpty() {
    return stalls == 0 && drops == 0;
  }
}
