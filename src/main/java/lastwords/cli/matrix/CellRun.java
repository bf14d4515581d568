package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lastwords.engine.BootedSetup;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.matrix.Cell;
import lastwords.engine.matrix.Cell.Seen;
import lastwords.engine.sample.Sampled;
import lastwords.engine.sample.Sampler;
import lastwords.engine.sample.Share;
import lastwords.engine.sample.Tally;
import lastwords.engine.sample.TimedSampler;
import lastwords.outcome.End;
import lastwords.outcome.Outcome;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;

/**
 * Finds the outcomes of a cell: every interleaving while there are few states, and seeded runs,
 * which say how often.
 */
final class CellRun {
  private static final long BYTES = 128L << 20; // of memory, for the states of one exploration

  /** As many runs are enough to see that they do what exploring has found the only outcome. */
  private static final int FEW = 10;

  private final int states;
  private final int runs;

  /**
   * @param states to explore at most; 0: does not explore
   */
  CellRun(int states, int runs) {
    this.states = states;
    this.runs = runs;
  }

  Cell of(Setup setup) throws InterruptedException {
    Map<String, Outcome> possible = explored(setup);
    Sampler sampler = new TimedSampler(new BootedSetup(setup));
    Tally tally = new Tally();
    sample(sampler, possible.size() == 1 ? Math.min(FEW, runs) : runs, tally);
    if (!possible.keySet().containsAll(summaries(tally))) {
      possible.clear(); // work that outlasts a deadline, which exploring takes to be impossible
    }
    sample(sampler, possible.size() == 1 ? tally.runs() : runs, tally);
    if (!possible.keySet().containsAll(summaries(tally))) {
      possible.clear();
    }
    return cell(possible, tally);
  }

  private static Set<String> summaries(Tally tally) {
    return tally.shares().stream().map(it -> it.outcome().summary()).collect(Collectors.toSet());
  }

  /** Makes runs until there are so many. */
  private void sample(Sampler sampler, int wanted, Tally tally) throws InterruptedException {
    while (tally.runs() < wanted) {
      Sampled run = sampler.run(tally.runs() + 1L);
      stopIf(run.outcome().end() == End.INTERRUPTED || Thread.currentThread().isInterrupted());
      tally.add(run);
    }
  }

  private static Cell cell(Map<String, Outcome> possible, Tally tally) {
    boolean exhausted = !possible.isEmpty();
    List<Seen> seen = new ArrayList<>();
    for (Share it : tally.shares()) {
      seen.add(new Seen(it.outcome(), it.runs(), it.firstSeed()));
      possible.remove(it.outcome().summary());
    }
    possible.values().forEach(it -> seen.add(new Seen(it, 0, 0)));
    return new Cell(seen, tally.runs(), exhausted, "");
  }

  /** All outcomes by their summaries; none when there are too many states to know. */
  private Map<String, Outcome> explored(Setup setup) throws InterruptedException {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    if (states == 0) {
      return outcomes;
    }
    Search search = Search.DEFAULT.withBounds(new Bounds(states, Integer.MAX_VALUE, BYTES));
    try {
      Exploration found = Explorer.explore(setup, search, (states, edges, depth, open) -> {});
      stopIf(found.end() == Exploration.End.INTERRUPTED);
      if (found.exhausted()) {
        found.findings().forEach(it -> outcomes.put(it.outcome().summary(), it.outcome()));
      }
    } catch (ScenarioException e) {
      outcomes.clear(); // a fault that comes by chance has no place among all interleavings
    }
    return outcomes;
  }

  private static void stopIf(boolean interrupted) throws InterruptedException {
    if (interrupted) {
      throw new InterruptedException();
    }
  }
}
