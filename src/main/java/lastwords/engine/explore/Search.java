package lastwords.engine.explore;

import lastwords.scenario.expect.Budget;

/**
 * What an exploration is to try, and how. Whatever {@code workers} is, the result is the same.
 *
 * @param earlyTimeouts may waits for a time end at any time?
 * @param bounds when it is given up
 * @param budget faults that may come at any moment
 * @param reduced is what no step will look at again kept out of the states?
 * @param commuting is a step that commutes with all else, now and later, made at once? Only when
 *     reduced
 * @param exact are states compared word for word, and not by fingerprints of 64 bits?
 * @param remembering is what a choice does found out once, and not in every state anew?
 * @param symmetric are states in which two CPUs that are alike have changed places one? Not when
 *     exact
 * @param workers threads that explore, 1 to {@link #MOST_WORKERS}
 */
public record Search(
    boolean earlyTimeouts,
    Bounds bounds,
    Budget budget,
    boolean reduced,
    boolean commuting,
    boolean exact,
    boolean remembering,
    boolean symmetric,
    int workers) {
  /** Workers that there can be. */
  public static final int MOST_WORKERS = 60;

  /** No early timeouts or faults, the usual bounds, reduced, by fingerprints, by one worker. */
  public static final Search DEFAULT =
      new Search(false, Bounds.DEFAULT, Budget.NONE, true, true, false, true, true, 1);

  public Search {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new IllegalArgumentException("workers are 1 to " + MOST_WORKERS + ", not " + workers);
    }
  }

  public Search withEarlyTimeouts(boolean other) {
    return new Search(
        other, bounds, budget, reduced, commuting, exact, remembering, symmetric, workers);
  }

  public Search withBounds(Bounds other) {
    return new Search(
        earlyTimeouts, other, budget, reduced, commuting, exact, remembering, symmetric, workers);
  }

  public Search withBudget(Budget other) {
    return new Search(
        earlyTimeouts, bounds, other, reduced, commuting, exact, remembering, symmetric, workers);
  }

  public Search withReduced(boolean other) {
    return new Search(
        earlyTimeouts, bounds, budget, other, commuting, exact, remembering, symmetric, workers);
  }

  public Search withCommuting(boolean other) {
    return new Search(
        earlyTimeouts, bounds, budget, reduced, other, exact, remembering, symmetric, workers);
  }

  public Search withExact(boolean other) {
    return new Search(
        earlyTimeouts, bounds, budget, reduced, commuting, other, remembering, symmetric, workers);
  }

  public Search withRemembering(boolean other) {
    return new Search(
        earlyTimeouts, bounds, budget, reduced, commuting, exact, other, symmetric, workers);
  }

  public Search withSymmetric(boolean other) {
    return new Search(
        earlyTimeouts, bounds, budget, reduced, commuting, exact, remembering, other, workers);
  }

  public Search withWorkers(int other) {
    return new Search(
        earlyTimeouts, bounds, budget, reduced, commuting, exact, remembering, symmetric, other);
  }
}
