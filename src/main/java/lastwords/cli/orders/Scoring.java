package lastwords.cli.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
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
 * interleavings are tried as long as there are few states; of more, so many seeds are run.
 */
final class Scoring {
  private static final long BYTES = 256L << 20; // of memory, for the states of one exploration

  private final int workers;
  private final int runs;
  private final Search search;

  /** A run without anything, for its notifiers and its time. */
  record Measured(Score score, List<String> notifiers) {}

  Scoring(int workers, int states, int runs) {
    this.workers = workers;
    this.runs = runs;
    this.search =
        Search.DEFAULT.withBounds(new Bounds(Math.max(1, states), Integer.MAX_VALUE, BYTES));
  }

  /**
   * Scores each setup, made when its turn comes, in their order; when the thread is interrupted,
   * those that are done.
   */
  List<Measured> all(List<Supplier<Setup>> setups, Runnable done) {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    List<Measured> scores = new ArrayList<>();
    try {
      List<Future<Measured>> asked = new ArrayList<>();
      setups.forEach(setup -> asked.add(threads.submit(() -> counted(setup.get(), done))));
      for (Future<Measured> one : asked) {
        scores.add(one.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
    return scores;
  }

  private Measured counted(Setup setup, Runnable done) throws InterruptedException {
    Measured measured = score(setup);
    done.run();
    return measured;
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
    for (int seed = 1; !exhausted && seed <= runs; seed++) {
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

  /** Runs that differ in no word are one. */
  private static void see(RunResult run, Map<String, Score.Seen> seen) {
    boolean told = !run.told().isEmpty();
    seen.putIfAbsent(run.outcome().summary() + told, new Score.Seen(run.outcome(), told));
  }
}
