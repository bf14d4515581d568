package lastwords.outcome;

/**
 * A fault and whether any of the runs that were explored had it.
 *
 * @param id its number; {@link #BUDGET} of what a budget allows
 * @param text what it is, in a line
 * @param fired false: none did, so that all is as it would be without it
 */
public record FaultSeen(int id, String text, boolean fired) {
  /** Not one of the scenario's faults, but any that may come. */
  public static final int BUDGET = -1;
}
