package lastwords.engine.explore;

import lastwords.scenario.expect.Budget;

/**
 * What an exploration is to try, and how. Whatever {@code workers} is, the result is the same.
 *
 * @param impatient may waits for a time end at any time?
 * @param bounds when it is given up
 * @param budget faults that may come at any moment
 * @param reduced is what no step will look at again kept out of the states?
 * @param commuting is a step that commutes with all else, now and later, made at once? Only when
 *     reduced
 * @param exact are states compared word for word, and not by fingerprints of 64 bits?
 * @param remembering is what a choice does found out once, and not in every state anew?
 * @param mirrored are states in which two CPUs that are alike have changed places one? Not when
 *     exact
 * @param workers threads that explore, 1 to {@link #MOST_WORKERS}
 */
public record Search(
    boolean impatient,
    Bounds bounds,
    Budget budget,
    boolean reduced,
    boolean commuting,
    boolean exact,
    boolean remembering,
    boolean mirrored,
    int workers) {
  /** Workers that there can be. */
  public static final int MOST_WORKERS = 60;

  /** Patient, without faults, within the usual bounds, reduced, by fingerprints, by one worker. */
  public static final Search DEFAULT =
      new Search(false, Bounds.DEFAULT, Budget.NONE, true, true, false, true, true, 1);

  public Search {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new IllegalArgumentException("workers are 1 to " + MOST_WORKERS + ", not " + workers);
    }
  }

  public Search withImpatient(boolean other) {
    return new Search(
        other, bounds, budget, reduced, commuting, exact, remembering, mirrored, workers);
  }

  public Search withBounds(Bounds other) {
    return new Search(
        impatient, other, budget, reduced, commuting, exact, remembering, mirrored, workers);
  }

  public Search withBudget(Budget other) {
    return new Search(
        impatient, bounds, other, reduced, commuting, exact, remembering, mirrored, workers);
  }

  public Search withReduced(boolean other) {
    return new Search(
        impatient, bounds, budget, other, commuting, exact, remembering, mirrored, workers);
  }

  public Search withCommuting(boolean other) {
    return new Search(
        impatient, bounds, budget, reduced, other, exact, remembering, mirrored, workers);
  }

  public Search withExact(boolean other) {
    return new Search(
        impatient, bounds, budget, reduced, commuting, other, remembering, mirrored, workers);
  }

  public Search withRemembering(boolean other) {
    return new Search(
        impatient, bounds, budget, reduced, commuting, exact, other, mirrored, workers);
  }

  public Search withMirrored(boolean other) {
    return new Search(
        impatient, bounds, budget, reduced, commuting, exact, remembering, other, workers);
  }

  public Search withWorkers(int other) {
    return new Search(
        impatient, bounds, budget, reduced, commuting, exact, remembering, mirrored, other);
  }
}
