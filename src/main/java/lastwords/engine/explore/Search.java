package lastwords.engine.explore;

import lastwords.scenario.Budget;

/**
 * What an exploration is to try, and how far it may go.
 *
 * @param impatient may waits for a time end at any time?
 * @param bounds when it is given up
 * @param budget faults that may come at any moment
 */
public record Search(boolean impatient, Bounds bounds, Budget budget) {
  /** Patient, without faults, within the usual bounds. */
  public static final Search DEFAULT = new Search(false, Bounds.DEFAULT, Budget.NONE);

  public Search withImpatient(boolean now) {
    return new Search(now, bounds, budget);
  }

  public Search withBounds(Bounds other) {
    return new Search(impatient, other, budget);
  }

  public Search withBudget(Budget other) {
    return new Search(impatient, bounds, other);
  }
}
