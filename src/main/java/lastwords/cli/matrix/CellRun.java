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
 * Finds the outcomes of a cell: by every interleaving if there are few states, and by seeded runs,
 * which show how often.
 */
final class CellRun {
  private static final long BYTES = 128L << 20; // memory for the states of one exploration

  /** This many runs are enough to check that they show the only outcome found by exploring. */
  private static final int FEW = 10;

  private final int states;
  private final int runs;

  /**
   * @param states most to explore; 0: does not explore
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
      possible.clear(); // work outlasted a deadline, which exploring considers impossible
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

  /** Makes runs until there are this many. */
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

  /** All outcomes by summary; none if there are too many states. */
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
      outcomes.clear(); // interleavings have no place for a fault that depends on chance
    }
    return outcomes;
  }

  private static void stopIf(boolean interrupted) throws InterruptedException {
    if (interrupted) {
      throw new InterruptedException();
    }
  }
}
