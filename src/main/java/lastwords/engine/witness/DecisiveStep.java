package lastwords.engine.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.model.Action;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.engine.walk.UniformScheduler;
import lastwords.engine.witness.RunSpec.Scheduled;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Setup;

/**
 * Where a run was decided: its last choice before which another outcome was still possible. Found
 * by exploring what can follow the prefixes of its schedule, the longest first, so that a space
 * that is too large need not be explored as a whole. Where exploring reaches a bound, random runs
 * may still show another outcome.
 */
public final class DecisiveStep {
  /** What is known about what can follow. */
  public enum Known {
    /** The choice is known. */
    DECIDED,
    /** No other outcome was ever possible. */
    CERTAIN,
    /**
     * It is not decided, because the run is cyclic: each iteration has a choice that would end it.
     */
    NEVER,
    /** A bound was reached before anything else was seen. */
    UNKNOWN
  }

  /**
   * The result.
   *
   * @param choice number of the decisive one, from 0; for a cycle, of the one that would end it,
   *     counting on from the schedule into an iteration; if not {@link Known#DECIDED}: what follows
   *     is known from this choice on
   * @param others outcomes that were still possible instead of that choice, the nearest first
   * @param otherwise a run to the nearest of them; it starts like the given one
   * @param explored number of explorations
   */
  public record Point(
      Known known, int choice, List<String> others, Optional<Scheduled> otherwise, int explored) {
    public Point {
      others = List.copyOf(others);
    }
  }

  private static final int WALKS = 30;
  private static final int WALK_CHOICES = 20_000;

  /** Another outcome, and a run to it. */
  private record Other(String outcome, Scheduled runSpec) {}

  private final Setup setup;
  private final Scheduled runSpec;
  private final String outcome;
  private final Search search;
  private final Explorer.Listener listener;
  private int explored;
  private int open = -1; // the longest prefix after which another outcome is possible
  private List<Other> others = List.of(); // those outcomes
  private int closed; // the shortest prefix after which none is

  private DecisiveStep(
      Setup setup, Scheduled runSpec, String outcome, int states, Explorer.Listener listener) {
    this.setup = setup;
    this.runSpec = runSpec;
    this.outcome = outcome;
    this.listener = listener;
    this.closed = runSpec.schedule().size();
    Bounds bounds = new Bounds(states, Integer.MAX_VALUE, Bounds.DEFAULT.bytes());
    this.search =
        Search.DEFAULT
            .withEarlyTimeouts(runSpec.earlyTimeouts())
            .withBounds(bounds)
            .withBudget(ScheduledFaults.of(runSpec.schedule()));
  }

  /**
   * Finds it.
   *
   * @param outcome summary of the run's outcome
   * @param states limit of each exploration
   */
  public static Point of(
      Setup setup, Scheduled runSpec, String outcome, int states, Explorer.Listener listener) {
    return new DecisiveStep(setup, runSpec, outcome, states, listener).find();
  }

  private Point find() {
    if (runSpec.cause().goesRound()) {
      return new EscapeStep(setup, runSpec, outcome, search, listener).find();
    }
    int size = runSpec.schedule().size();
    for (int back = 1; open < 0 && closed > 0; back *= 2) {
      if (!look(Math.max(0, size - back))) {
        return new Point(Known.UNKNOWN, closed, List.of(), Optional.empty(), explored);
      }
    }
    if (open < 0) {
      return new Point(Known.CERTAIN, 0, List.of(), Optional.empty(), explored);
    }
    while (closed - open > 1) {
      if (!look(open + (closed - open) / 2)) {
        return point(Known.UNKNOWN);
      }
    }
    return point(Known.DECIDED);
  }

  private Point point(Known known) {
    List<String> names = others.stream().map(Other::outcome).toList();
    return new Point(known, open, names, Optional.of(others.get(0).runSpec()), explored);
  }

  /** Explores what can follow this many choices; false if that could not be determined. */
  private boolean look(int choices) {
    explored++;
    List<Action> beginning = runSpec.schedule().subList(0, choices);
    Exploration found = Explorer.explore(setup, beginning, search, listener);
    List<Other> other = others(found);
    if (other.isEmpty() && found.exhausted()) {
      closed = choices;
      return true;
    }
    if (other.isEmpty()) {
      other = walked(beginning);
    }
    if (!other.isEmpty()) {
      open = choices;
      others = other;
    }
    return !other.isEmpty();
  }

  private List<Other> others(Exploration found) {
    List<Other> others = new ArrayList<>();
    for (Finding finding : found.findings()) {
      add(finding.outcome().summary(), Scheduled.of(finding, runSpec.earlyTimeouts()), others);
    }
    return others;
  }

  private List<Other> walked(List<Action> beginning) {
    List<Other> others = new ArrayList<>();
    int bound = beginning.size() + WALK_CHOICES;
    RandomWalk walk = new RandomWalk(setup, search.budget(), runSpec.earlyTimeouts(), bound);
    for (long seed = 0; seed < WALKS && others.isEmpty(); seed++) {
      Taken taken = walk.run(new Continued(beginning, new UniformScheduler(seed)));
      boolean whole = taken.schedule().size() > beginning.size();
      if (whole && taken.cause() != Cause.LIMIT) {
        add(
            taken.outcome().summary(),
            new Scheduled(taken.schedule(), taken.cause(), runSpec.earlyTimeouts()),
            others);
      }
    }
    return others;
  }

  private void add(String summary, Scheduled other, List<Other> others) {
    if (!summary.equals(outcome)) {
      others.add(new Other(summary, other));
    }
  }
}
