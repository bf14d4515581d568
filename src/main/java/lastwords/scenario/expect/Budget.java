package lastwords.scenario.expect;

/**
 * Faults that may occur at any moment, up to a limit: exploring tries them wherever it can.
 *
 * @param stalls maximum number of CPUs that stall for good
 * @param stallCpus mask of CPUs that may stall
 * @param drops maximum number of lost interrupts
 */
public record Budget(int stalls, long stallCpus, int drops) {
  /** Maximum of each kind. */
  public static final int MOST = 255;

  /** No fault. */
  public static final Budget NONE = new Budget(0, 0, 0);

  /** As many faults as anyone could want: for a schedule that names its faults. */
  public static final Budget ANYTHING = new Budget(MOST, -1, MOST);

  public Budget {
    if (stalls < 0 || stalls > MOST || drops < 0 || drops > MOST) {
      throw new IllegalArgumentException("a budget is 0 to " + MOST);
    }
  }

  /** This CPU may stall at any point, once; no other fault occurs. */
  public static Budget stall(int cpu) {
    return new Budget(1, 1L << cpu, 0);
  }

  /** This many CPUs, whichever they are, may stall at any point. */
  public static Budget stalls(int most) {
    return new Budget(most, -1, 0);
  }

  /** This many interrupts may be lost. */
  public static Budget drops(int most) {
    return new Budget(0, 0, most);
  }

  /** May this CPU stall, with {@code left} stalls left? */
  public boolean stalls(int cpu, long left) {
    return left > 0 && (stallCpus >>> cpu & 1) != 0;
  }

  public boolean isEmpty() {
    return stalls == 0 && drops == 0;
  }
}
