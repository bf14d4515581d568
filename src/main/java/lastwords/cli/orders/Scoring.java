package lastwords.cli.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import lastwords.cli.effort.EffortOptions;
import lastwords.cli.effort.Parallel;
import lastwords.engine.BootedSetup;
import lastwords.engine.RunResult;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.End;
import lastwords.scenario.Setup;

/**
 * Scores setups, on several threads; the result does not depend on how many there are. All
 * interleavings are tried if there are few states; otherwise a number of seeds is run.
 */
final class Scoring {
  private static final long BYTES = 256L << 20; // memory for the states of one exploration

  private final EffortOptions effort;
  private final BooleanSupplier timeIsUp;
  private final Search search;

  /** A run without anything, for its notifiers and its time. */
  record Measured(Score score, List<String> notifiers) {}

  /**
   * @param timeIsUp checked before each setup
   */
  Scoring(EffortOptions effort, BooleanSupplier timeIsUp) {
    this.effort = effort;
    this.timeIsUp = timeIsUp;
    int states = Math.max(1, effort.states());
    this.search = Search.DEFAULT.withBounds(new Bounds(states, Integer.MAX_VALUE, BYTES));
  }

  /**
   * Scores each setup, created in its turn, in their order; if the thread is interrupted, or the
   * time runs out, those that are done.
   */
  List<Measured> all(List<Supplier<Setup>> setups, Runnable done) {
    List<Callable<Optional<Measured>>> pieces = new ArrayList<>();
    setups.forEach(setup -> pieces.add(() -> counted(setup, done)));
    return Parallel.run(effort.workers(), pieces);
  }

  private Optional<Measured> counted(Supplier<Setup> setup, Runnable done)
      throws InterruptedException {
    if (timeIsUp.getAsBoolean()) {
      return Optional.empty();
    }
    Measured measured = score(setup.get());
    done.run();
    return Optional.of(measured);
  }

  Measured score(Setup setup) throws InterruptedException {
    BootedSetup booted = new BootedSetup(setup);
    RunResult first = run(booted, 1);
    Map<String, Score.Seen> seen = new LinkedHashMap<>();
    boolean exhausted = false;
    if (search.bounds().states() > 1) {
      Exploration found = Explorer.explore(setup, search, (states, edges, depth, open) -> {});
      stopIf(found.end() == Exploration.End.INTERRUPTED);
      exhausted = found.exhausted();
      found.findings().forEach(it -> see(it.run(), seen));
    }
    for (int seed = 1; !exhausted && seed <= effort.runs(); seed++) {
      see(seed == 1 ? first : run(booted, seed), seen);
    }
    Score score = Score.of(List.copyOf(seen.values()), first.virtualNanos(), exhausted);
    return new Measured(score, first.notifiers().stream().map(it -> it.name()).toList());
  }

  private static RunResult run(BootedSetup booted, long seed) throws InterruptedException {
    RunResult result = booted.run(seed, StepSink.NONE);
    stopIf(result.outcome().end() == End.INTERRUPTED);
    return result;
  }

  private static void stopIf(boolean interrupted) throws InterruptedException {
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  /** Runs whose words are all equal count as one. */
  private static void see(RunResult run, Map<String, Score.Seen> seen) {
    boolean told = !run.told().isEmpty();
    seen.putIfAbsent(run.outcome().summary() + told, new Score.Seen(run.outcome(), told));
  }
}
