package lastwords.engine.explore;

import lastwords.scenario.expect.Budget;

/**
 * What an exploration tries, and how. The result does not depend on {@code workers}.
 *
 * @param earlyTimeouts may timed waits end at any time?
 * @param bounds its limits
 * @param budget faults that may occur at any moment
 * @param reduced are words that no step will read again cleared in states?
 * @param commuting is a step that commutes with everything else, now and later, explored alone?
 *     Only if reduced.
 * @param exact are states compared word for word, and not by 64-bit fingerprints?
 * @param remembering are the effects of choices cached?
 * @param symmetric do states that differ only by swapping two interchangeable CPUs count as one?
 *     Not if exact.
 * @param workers number of threads, 1 to {@link #MOST_WORKERS}
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
  /** Maximum number of workers. */
  public static final int MOST_WORKERS = 60;

  /** No early timeouts or faults, the default bounds, reduced, fingerprints, one worker. */
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
