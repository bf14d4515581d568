package lastwords.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.StepSink;
import lastwords.scenario.Case;
import lastwords.scenario.ScenarioException;
import lastwords.scenario.Setup;
import lastwords.verdict.Ending.Cause;
import lastwords.verdict.Outcome;

/**
 * Runs cases with all their seeds on all cores. The results do not depend on how many there are.
 */
final class CaseRunner {
  private final Optional<Integer> seeds;
  private final Progress progress;

  /**
   * @param seeds how many seeds to run instead of what each case says
   */
  CaseRunner(Optional<Integer> seeds, Progress progress) {
    this.seeds = seeds;
    this.progress = progress;
  }

  /** One case on its way: its setup is made once, by the first run that needs it. */
  private record Job(NamedCase named, FutureTask<Setup> setup, List<Future<Timed>> runs) {}

  /** A run and the real time that it took, its setup included when it made that. */
  private record Timed(RunResult result, long nanos) {}

  /**
   * The results, in the order of the cases; when the thread is interrupted, those that are
   * complete.
   */
  List<CaseResult> run(List<NamedCase> cases) {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Job> jobs = cases.stream().map(it -> submit(it, workers)).toList();
      progress.expect(jobs.stream().mapToInt(job -> job.runs().size()).sum());
      return collect(jobs);
    } finally {
      workers.shutdownNow();
    }
  }

  private Job submit(NamedCase named, ExecutorService workers) {
    Case made = named.made();
    FutureTask<Setup> setup = new FutureTask<>(made::setup);
    List<Future<Timed>> runs = new ArrayList<>();
    for (long seed = 1; seed <= seeds.orElse(made.seeds()); seed++) {
      long thisSeed = seed;
      runs.add(workers.submit(() -> run(setup, thisSeed)));
    }
    return new Job(named, setup, runs);
  }

  private Timed run(FutureTask<Setup> setup, long seed)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    setup.run();
    try {
      RunResult result = Simulator.run(setup.get(), seed, StepSink.NONE);
      return new Timed(result, System.nanoTime() - start);
    } finally {
      progress.done();
    }
  }

  private List<CaseResult> collect(List<Job> jobs) {
    List<CaseResult> results = new ArrayList<>();
    for (Job job : jobs) {
      try {
        results.add(collect(job));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return results;
      }
    }
    return results;
  }

  private static CaseResult collect(Job job) throws InterruptedException {
    Map<Outcome, Integer> observed = new LinkedHashMap<>();
    Map<Outcome, Long> firstSeeds = new LinkedHashMap<>();
    long nanos = 0;
    try {
      for (int i = 0; i < job.runs().size(); i++) {
        Timed run = job.runs().get(i).get();
        RunResult result = run.result();
        if (result.ending().cause() == Cause.INTERRUPTED) {
          throw new InterruptedException();
        }
        observed.merge(result.outcome(), 1, Integer::sum);
        firstSeeds.putIfAbsent(result.outcome(), i + 1L);
        nanos += run.nanos();
      }
    } catch (ExecutionException e) {
      return new CaseResult(job.named(), Map.of(), Map.of(), problems(e), 0);
    }
    return new CaseResult(job.named(), observed, firstSeeds, List.of(), nanos);
  }

  private static List<String> problems(ExecutionException failure) {
    Throwable cause = failure;
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ScenarioException wrong) {
      return wrong.lines();
    }
    if (cause instanceof RuntimeException bug) {
      throw bug;
    }
    throw new IllegalStateException(cause);
  }
}
