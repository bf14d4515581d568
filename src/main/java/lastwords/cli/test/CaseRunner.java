package lastwords.cli.test;

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
import java.util.function.Function;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.NamedCase;
import lastwords.cli.console.Progress;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending.Cause;
import lastwords.outcome.FaultTotal;
import lastwords.outcome.Outcome;
import lastwords.outcome.evidence.Evidence;
import lastwords.scenario.Case;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;

/**
 * Runs cases with all their seeds, or explores them, on all cores. The results do not depend on the
 * number of cores.
 */
public final class CaseRunner {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final Optional<Integer> seeds;
  private final Optional<Boolean> explores;
  private final Progress progress;

  /**
   * @param seeds number of seeds to run, overriding each case's
   * @param explores whether to explore all cases, or to run all, overriding each case's method
   */
  public CaseRunner(Optional<Integer> seeds, Optional<Boolean> explores, Progress progress) {
    this.seeds = seeds;
    this.explores = explores;
    this.progress = progress;
  }

  /** A case in progress: its setup is made once, by the first run that needs it. */
  private record Job(NamedCase named, FutureTask<Setup> setup, List<Future<Timed>> runs) {}

  /** A run or an exploration, and its real time. */
  private record Timed(Optional<RunResult> run, Optional<Exploration> found, long nanos) {}

  /**
   * The results, in the order of the cases; if the thread is interrupted, those that are complete.
   */
  public List<CaseResult> run(List<NamedCase> cases) {
    ExecutorService workers = Executors.newFixedThreadPool(CORES);
    try {
      List<Job> jobs = cases.stream().map(it -> submit(it, workers)).toList();
      progress.expect(jobs.stream().mapToInt(job -> job.runs().size()).sum(), "runs");
      return collect(jobs);
    } finally {
      workers.shutdownNow();
    }
  }

  private Job submit(NamedCase named, ExecutorService workers) {
    Case made = named.made();
    FutureTask<Setup> setup = new FutureTask<>(made::setup);
    List<Future<Timed>> runs = new ArrayList<>();
    if (explores.orElse(made.checkMethod().explores())) {
      runs.add(workers.submit(() -> timed(setup, it -> explore(made, it))));
      return new Job(named, setup, runs);
    }
    for (long seed = 1; seed <= seeds.orElse(made.seeds()); seed++) {
      long thisSeed = seed;
      runs.add(workers.submit(() -> timed(setup, it -> run(it, thisSeed))));
    }
    return new Job(named, setup, runs);
  }

  private Timed timed(FutureTask<Setup> setup, Function<Setup, Timed> work)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    setup.run();
    try {
      Timed done = work.apply(setup.get());
      return new Timed(done.run, done.found, System.nanoTime() - start);
    } finally {
      progress.done();
    }
  }

  private static Timed run(Setup setup, long seed) {
    RunResult result = Simulator.run(setup, seed, StepSink.NONE);
    return new Timed(Optional.of(result), Optional.empty(), 0);
  }

  private static Timed explore(Case made, Setup setup) {
    Bounds usual = Bounds.DEFAULT;
    Bounds share = new Bounds(usual.states(), usual.depth(), usual.bytes() / CORES);
    Search search =
        Search.DEFAULT
            .withBounds(share)
            .withEarlyTimeouts(made.checkMethod().earlyTimeouts())
            .withBudget(made.checkMethod().budget());
    Exploration found = Explorer.explore(setup, search, Explorer.Listener.NONE);
    return new Timed(Optional.empty(), Optional.of(found), 0);
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
    List<Timed> done = new ArrayList<>();
    try {
      for (Future<Timed> run : job.runs()) {
        done.add(run.get());
      }
    } catch (ExecutionException e) {
      return CaseResult.broken(job.named(), problems(e));
    }
    if (done.stream().anyMatch(CaseRunner::interrupted)) {
      throw new InterruptedException();
    }
    Timed first = done.get(0);
    return first.found.isPresent() ? explored(job.named(), first) : ran(job.named(), done);
  }

  private static boolean interrupted(Timed done) {
    return done.run.map(it -> it.ending().cause() == Cause.INTERRUPTED).orElse(false)
        || done.found.map(it -> it.end() == Exploration.End.INTERRUPTED).orElse(false);
  }

  private static CaseResult explored(NamedCase named, Timed done) {
    boolean earlyTimeouts = named.made().checkMethod().earlyTimeouts();
    return CaseResult.explored(named, done.found.orElseThrow(), earlyTimeouts, done.nanos);
  }

  private static CaseResult ran(NamedCase named, List<Timed> runs) {
    Map<Outcome, Integer> observed = new LinkedHashMap<>();
    Map<Outcome, Long> firstSeeds = new LinkedHashMap<>();
    Map<Outcome, Evidence> shown = new LinkedHashMap<>();
    List<FaultTotal> faults = List.of();
    long nanos = 0;
    for (int i = 0; i < runs.size(); i++) {
      RunResult result = runs.get(i).run.orElseThrow();
      Outcome outcome = result.outcome();
      faults = FaultTotal.plus(faults, result.ending().faults());
      observed.merge(outcome, 1, Integer::sum);
      firstSeeds.putIfAbsent(outcome, i + 1L);
      shown.putIfAbsent(outcome, result.evidence());
      nanos += runs.get(i).nanos;
    }
    return CaseResult.ran(named, observed, firstSeeds, shown, faults, nanos);
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
