package lastwords.engine.matrix;

import java.util.List;
import lastwords.engine.sample.Interval;
import lastwords.outcome.Outcome;

/**
 * One case of a matrix.
 *
 * @param seen its outcomes, the most frequent first; none if it could not be run
 * @param runs number of seeded runs
 * @param exhausted was every interleaving tried, so that there are no other outcomes?
 * @param problem why it could not be run; empty if it could
 */
public record Cell(List<Seen> seen, int runs, boolean exhausted, String problem) {
  /**
   * One of its outcomes.
   *
   * @param runs that had it; 0: only exploring has found it
   * @param seed of the first of these runs
   */
  public record Seen(Outcome outcome, int runs, long seed) {}

  public Cell {
    seen = List.copyOf(seen);
  }

  public static Cell broken(String problem) {
    return new Cell(List.of(), 0, false, problem);
  }

  /** How often the goal is reached: known exactly if every possible outcome agrees on it. */
  public Proportion share(Goal goal) {
    boolean some = seen.stream().anyMatch(it -> goal.reached(it.outcome()));
    boolean all = seen.stream().allMatch(it -> goal.reached(it.outcome()));
    if (exhausted && some == all) {
      return Proportion.known(all);
    }
    int good = seen.stream().filter(it -> goal.reached(it.outcome())).mapToInt(Seen::runs).sum();
    Interval interval = Interval.of(good, runs);
    return new Proportion((double) good / runs, interval.low(), interval.high());
  }

  /** Do both have the same outcomes, equally often? */
  boolean sameAs(Cell other) {
    return counts().equals(other.counts());
  }

  private List<String> counts() {
    return seen.stream().map(it -> it.runs() + " " + it.outcome().summary()).sorted().toList();
  }
}
