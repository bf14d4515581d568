package lastwords.outcome;

/**
 * A fault and whether it fired in any of the explored runs.
 *
 * @param id its id; {@link #BUDGET} for faults of a budget
 * @param text its description, in one line
 * @param fired false: it had no effect on any run
 */
public record FaultSeen(int id, String text, boolean fired) {
  /** Not a fault of the scenario, but any fault that a budget allows. */
  public static final int BUDGET = -1;
}
