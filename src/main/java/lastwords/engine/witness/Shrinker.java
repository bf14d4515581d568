package lastwords.engine.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.model.Action;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.engine.witness.RunSpec.Scheduled;
import lastwords.outcome.Ending.Cause;
import lastwords.outcome.Outcome;
import lastwords.scenario.Setup;

/**
 * Makes a witness smaller: removes faults and CPUs, then choices, then switches between CPUs. Every
 * candidate is run, and counts only if it ends in the same outcome.
 */
public final class Shrinker {
  private static final int ENDLESS_STATES = 20_000; // to see that a run never ends
  private static final int SLACK = 64; // by how many choices a candidate may exceed the best

  /**
   * The result.
   *
   * @param before the old size
   * @param after the new size
   * @param shortest was every shorter schedule of what is left tried, and does it end otherwise?
   * @param tries number of runs
   */
  public record Shrunk(
      Reduction reduction,
      Scheduled runSpec,
      Outcome outcome,
      Measure before,
      Measure after,
      boolean shortest,
      int tries) {}

  /** A run that ends as wanted. */
  private record Attempt(Setup setup, Reduction reduction, Scheduled runSpec, Outcome outcome) {
    Measure measure() {
      return Measure.of(setup, runSpec.schedule());
    }
  }

  private final Setup whole;
  private final int states;
  private final int mostTries;
  private final IntConsumer listener;
  private final Likeness likeness;
  private final Measure before;
  private Attempt best;
  private Setup walked;
  private Optional<RandomWalk> walker = Optional.empty();
  private int tries;
  private boolean shortest;

  private Shrinker(
      Setup whole,
      Reduction reduction,
      Scheduled runSpec,
      Outcome outcome,
      int states,
      int mostTries,
      IntConsumer listener) {
    this.whole = whole;
    this.states = states;
    this.mostTries = mostTries;
    this.listener = listener;
    this.likeness = new Likeness(outcome);
    this.best = new Attempt(reduction.of(whole), reduction, runSpec, outcome);
    this.before = best.measure();
    this.walked = best.setup();
  }

  /**
   * Shrinks a run.
   *
   * @param whole the case's setup, with nothing removed
   * @param states limit of the search for a shorter schedule
   * @param mostTries maximum number of runs
   * @param listener receives the number of runs so far
   */
  public static Shrunk shrink(
      Setup whole,
      Reduction reduction,
      Scheduled runSpec,
      Outcome outcome,
      int states,
      int mostTries,
      IntConsumer listener) {
    return new Shrinker(whole, reduction, runSpec, outcome, states, mostTries, listener).shrink();
  }

  private Shrunk shrink() {
    while (more() && smallerCase()) {
      listener.accept(tries);
    }
    shorten();
    while (more() && !best.runSpec().cause().goesRound() && (fewerChoices() || fewerSwitches())) {
      listener.accept(tries);
    }
    Measure after = best.measure();
    boolean minimal = shortest && after.choices() <= best.runSpec().schedule().size();
    return new Shrunk(
        best.reduction(), best.runSpec(), best.outcome(), before, after, minimal, tries);
  }

  private boolean more() {
    return tries < mostTries && !Thread.currentThread().isInterrupted();
  }

  // ---- the case ----

  private boolean smallerCase() {
    for (Reduction less : reductions()) {
      if (more() && less.fits(whole) && tryCase(less)) {
        return true;
      }
    }
    return false;
  }

  private List<Reduction> reductions() {
    List<Reduction> all = new ArrayList<>();
    Setup setup = best.setup();
    setup.faults().forEach(fault -> all.add(best.reduction().without(fault.id())));
    int cpus = setup.entries().size();
    if (cpus > 1 && best.reduction().idle().headSet(cpus - 1).equals(best.reduction().idle())) {
      all.add(best.reduction().withCpus(cpus - 1));
    }
    int idle = setup.image().function("idle").orElse(-1);
    for (int cpu = cpus - 1; cpu >= 0; cpu--) {
      if (idle >= 0 && setup.entries().get(cpu) != idle) {
        all.add(best.reduction().withIdle(cpu));
      }
    }
    return all;
  }

  private boolean tryCase(Reduction less) {
    Setup setup = less.of(whole);
    Optional<Attempt> found =
        follow(setup, less, best.runSpec().schedule())
            .filter(it -> it.measure().below(best.measure()))
            .or(() -> search(setup, less));
    found.ifPresent(it -> best = it);
    return found.isPresent();
  }

  // ---- the schedule ----

  /** Finds the shortest schedule, if an exploration can. */
  private void shorten() {
    search(best.setup(), best.reduction())
        .filter(it -> it.measure().below(best.measure()))
        .ifPresent(it -> best = it);
  }

  private Optional<Attempt> search(Setup setup, Reduction less) {
    tries++;
    Bounds bounds = new Bounds(states, Integer.MAX_VALUE, Bounds.DEFAULT.bytes());
    Search search =
        Search.DEFAULT
            .withEarlyTimeouts(best.runSpec().earlyTimeouts())
            .withBounds(bounds)
            .withBudget(ScheduledFaults.of(best.runSpec().schedule()));
    Exploration found = Explorer.explore(setup, search, Explorer.Listener.NONE);
    Optional<Finding> finding =
        found.findings().stream()
            .filter(it -> likeness.matches(it.outcome(), setup.entries().size()))
            .findFirst();
    shortest = found.exhausted() && finding.isPresent();
    return finding.map(
        it ->
            new Attempt(
                setup, less, Scheduled.of(it, best.runSpec().earlyTimeouts()), it.outcome()));
  }

  /** Leaves out choices, many at a time at first. */
  private boolean fewerChoices() {
    boolean any = false;
    for (int size = best.runSpec().schedule().size() / 2; size > 0 && more(); size /= 2) {
      for (int from = 0; from < best.runSpec().schedule().size() && more(); ) {
        boolean fewer = tryWithout(from, size);
        any |= fewer;
        from += fewer ? 0 : size;
      }
    }
    return any;
  }

  private boolean tryWithout(int from, int size) {
    List<Action> schedule = best.runSpec().schedule();
    List<Action> rest = new ArrayList<>(schedule.subList(0, from));
    rest.addAll(schedule.subList(Math.min(schedule.size(), from + size), schedule.size()));
    return tryWay(rest);
  }

  /** Lets a CPU continue before another one has its turn. */
  private boolean fewerSwitches() {
    boolean any = false;
    for (int i = 1; i < best.runSpec().schedule().size() && more(); i++) {
      List<Action> schedule = best.runSpec().schedule();
      if (schedule.get(i).cpu() != schedule.get(i - 1).cpu()) {
        any |= tryJoining(schedule, i);
      }
    }
    return any;
  }

  /** Moves the next turn of the CPU that acts before {@code at} forward to there. */
  private boolean tryJoining(List<Action> schedule, int at) {
    int cpu = schedule.get(at - 1).cpu();
    int from = at;
    while (from < schedule.size() && schedule.get(from).cpu() != cpu) {
      from++;
    }
    int to = from;
    while (to < schedule.size() && schedule.get(to).cpu() == cpu) {
      to++;
    }
    if (from == to) {
      return false;
    }
    List<Action> joined = new ArrayList<>(schedule.subList(0, at));
    joined.addAll(schedule.subList(from, to));
    joined.addAll(schedule.subList(at, from));
    joined.addAll(schedule.subList(to, schedule.size()));
    return tryWay(joined);
  }

  private boolean tryWay(List<Action> schedule) {
    Optional<Attempt> found =
        follow(best.setup(), best.reduction(), schedule)
            .filter(it -> it.measure().below(best.measure()));
    found.ifPresent(it -> best = it);
    return found.isPresent();
  }

  private Optional<Attempt> follow(Setup setup, Reduction less, List<Action> schedule) {
    Scheduled runSpec = best.runSpec();
    if (runSpec.cause().goesRound()) {
      return Optional.empty(); // following a schedule does not find fair cycles
    }
    tries++;
    RandomWalk walk =
        new RandomWalk(
            setup,
            ScheduledFaults.of(runSpec.schedule()),
            runSpec.earlyTimeouts(),
            runSpec.schedule().size() + SLACK);
    Taken taken = walk.run(new Following(schedule, runSpec.cause()));
    boolean same = likeness.matches(taken.outcome(), setup.entries().size());
    Scheduled other = new Scheduled(taken.schedule(), taken.cause(), runSpec.earlyTimeouts());
    return same && ends(setup, other)
        ? Optional.of(new Attempt(setup, less, other, taken.outcome()))
        : Optional.empty();
  }

  /** Makes runs of a setup; reused while the setup is the same. */
  private RandomWalk walk(Setup setup) {
    if (walker.isEmpty() || setup != walked) {
      Scheduled runSpec = best.runSpec();
      int bound = runSpec.schedule().size() + SLACK;
      walker =
          Optional.of(
              new RandomWalk(
                  setup, ScheduledFaults.of(runSpec.schedule()), runSpec.earlyTimeouts(), bound));
      walked = setup;
    }
    return walker.get();
  }

  /** Is the run over there? If it goes on for ever, only a search can tell. */
  private boolean ends(Setup setup, Scheduled runSpec) {
    boolean goesOn = runSpec.cause() == Cause.ENDLESS || runSpec.cause() == Cause.LIMIT;
    if (runSpec.cause() != Cause.STUCK && !goesOn) {
      return true;
    }
    Bounds bounds = new Bounds(ENDLESS_STATES, Integer.MAX_VALUE, Bounds.DEFAULT.bytes());
    Search search = Search.DEFAULT.withEarlyTimeouts(runSpec.earlyTimeouts()).withBounds(bounds);
    Exploration after = Explorer.explore(setup, runSpec.schedule(), search, Explorer.Listener.NONE);
    return after.exhausted()
        && after.findings().size() == 1
        && after.findings().get(0).witness().size() == runSpec.schedule().size();
  }
}
