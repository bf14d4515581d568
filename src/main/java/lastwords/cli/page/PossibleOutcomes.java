package lastwords.cli.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import lastwords.cli.effort.Deadline;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.walk.Schedule;
import lastwords.json.Json;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import lastwords.scenario.expect.CheckMethod;

/** The outcomes that can still follow a path: explored up to a bound, one path at a time. */
final class PossibleOutcomes {
  private static final int REMEMBERED = 200; // paths
  private static final int SECONDS = 10; // a state of many CPUs takes a long time

  /** Finds what can follow a path, until its thread is interrupted. */
  interface Exploring {
    Exploration after(List<Action> path, Search search);
  }

  /**
   * The answer.
   *
   * @param states number of states reached
   * @param bound the bound that was reached, in words; empty if these are all outcomes
   */
  private record Possible(int states, String bound, boolean all, List<Way> outcomes) {}

  private static final Possible OUTDATED =
      new Possible(0, "a newer question came", false, List.of());

  /**
   * An outcome that is possible.
   *
   * @param path a shortest path to it, from the start
   * @param endless does it then repeat for ever?
   */
  private record Way(String outcome, List<String> path, boolean endless) {
    static Way of(Finding finding) {
      boolean endless = !finding.cycle().isEmpty();
      return new Way(finding.outcome().summary(), Schedule.words(finding.witness()), endless);
    }
  }

  private final CheckMethod method;
  private final int states;
  private final int seconds;
  private final Exploring explorer;
  private final Map<List<Action>, String> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<List<Action>, String> eldest) {
              return size() > REMEMBERED;
            }
          });
  private final AtomicLong newest = new AtomicLong(); // query
  private final Object gate = new Object(); // for the next query
  private Optional<Thread> exploring = Optional.empty();

  /**
   * @param states limit for each path
   */
  PossibleOutcomes(Setup setup, CheckMethod method, int states) {
    this(setup, method, states, SECONDS);
  }

  /**
   * @param seconds time limit for each path
   */
  PossibleOutcomes(Setup setup, CheckMethod method, int states, int seconds) {
    this(
        method,
        states,
        seconds,
        (path, search) -> Explorer.explore(setup, path, search, Explorer.Listener.NONE));
  }

  PossibleOutcomes(CheckMethod method, int states, int seconds, Exploring explorer) {
    this.explorer = explorer;
    this.method = method;
    this.states = states;
    this.seconds = seconds;
  }

  /**
   * What can follow the path of a query, as JSON. Takes as long as the bounds allow; a newer query
   * ends it early, because its page has moved on.
   */
  String answer(Map<String, String> query) {
    List<Action> path = HandPaths.path(query);
    String before = known.get(path);
    if (before != null) {
      return before;
    }
    long mine = newest.incrementAndGet();
    synchronized (gate) {
      exploring.ifPresent(Thread::interrupt);
    }
    synchronized (this) {
      if (mine != newest.get()) {
        return Json.of(OUTDATED);
      }
      String answer = Json.of(explored(path, mine));
      if (mine != newest.get()) {
        return Json.of(OUTDATED);
      }
      known.put(path, answer);
      return answer;
    }
  }

  private Possible explored(List<Action> path, long mine) {
    Search search =
        Search.DEFAULT
            .withEarlyTimeouts(method.earlyTimeouts())
            .withBounds(new Bounds(states, Integer.MAX_VALUE, Bounds.DEFAULT.bytes()))
            .withBudget(budget(path))
            .withSymmetric(false);
    Exploration found = inTime(mine, () -> explorer.after(path, search));
    List<Way> ways = found.findings().stream().map(Way::of).toList();
    return new Possible(found.states(), bound(found), found.exhausted(), ways);
  }

  private String bound(Exploration found) {
    return switch (found.end()) {
      case SPACE_EXHAUSTED -> "";
      case BOUND_REACHED -> Wording.count(states, "state");
      case MEMORY_REACHED -> "memory, after " + Wording.count(found.states(), "state");
      case INTERRUPTED -> seconds + " s, after " + Wording.count(found.states(), "state");
    };
  }

  /** An exploration that is given up if it takes too long, or if nobody waits for it any more. */
  private Exploration inTime(long mine, Supplier<Exploration> exploration) {
    Thread self = Thread.currentThread();
    synchronized (gate) {
      exploring = Optional.of(self);
      if (mine != newest.get()) {
        self.interrupt(); // a newer query came before there was something to interrupt
      }
    }
    try {
      return new Deadline(Long.MAX_VALUE, TimeUnit.SECONDS.toNanos(seconds)).bound(exploration);
    } finally {
      synchronized (gate) {
        exploring = Optional.empty();
        Thread.interrupted(); // nothing else in this thread must be interrupted
      }
    }
  }

  /** The scenario's budget, and the faults that the path has chosen in addition. */
  private Budget budget(List<Action> path) {
    Budget given = method.budget();
    int stalls = (int) path.stream().filter(it -> it.kind() == Kind.STALL).count();
    int drops = (int) path.stream().filter(it -> it.kind() == Kind.DROP).count();
    long cpus =
        path.stream()
            .filter(it -> it.kind() == Kind.STALL)
            .mapToLong(it -> 1L << it.cpu())
            .reduce(given.stallCpus(), (all, cpu) -> all | cpu);
    return new Budget(Math.max(stalls, given.stalls()), cpus, Math.max(drops, given.drops()));
  }
}
