package lastwords.cli.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.walk.Schedule;
import lastwords.json.Json;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import lastwords.scenario.expect.CheckMethod;

/** Which outcomes can still follow a path: explored up to a bound, one path after the other. */
final class PossibleOutcomes {
  private static final int REMEMBERED = 200; // paths
  private static final int SECONDS = 10; // for each path; a state of many CPUs takes long
  private static final ScheduledExecutorService ALARM =
      Executors.newSingleThreadScheduledExecutor(PossibleOutcomes::thread);

  /**
   * What is known.
   *
   * @param states that were reached
   * @param bound that was reached, in words; empty when these are all outcomes
   */
  private record Possible(int states, String bound, boolean all, List<Way> outcomes) {}

  /**
   * An outcome that is possible.
   *
   * @param path a shortest path to it, from the start
   * @param endless does it go round for ever then?
   */
  private record Way(String outcome, List<String> path, boolean endless) {
    static Way of(Finding finding) {
      boolean endless = !finding.cycle().isEmpty();
      return new Way(finding.outcome().summary(), Schedule.words(finding.witness()), endless);
    }
  }

  private final Setup setup;
  private final CheckMethod method;
  private final int states;
  private final Map<List<Action>, String> known =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Action>, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param states to reach at most, for each path
   */
  PossibleOutcomes(Setup setup, CheckMethod method, int states) {
    this.setup = setup;
    this.method = method;
    this.states = states;
  }

  /** What can follow the path of a query, as JSON. Takes as long as the bound lets it. */
  synchronized String answer(Map<String, String> query) {
    List<Action> path = HandPaths.path(query);
    String before = known.get(path);
    if (before == null) {
      before = Json.of(explored(path));
      known.put(path, before);
    }
    return before;
  }

  private Possible explored(List<Action> path) {
    Search search =
        Search.DEFAULT
            .withImpatient(method.impatient())
            .withBounds(new Bounds(states, Integer.MAX_VALUE, Bounds.DEFAULT.bytes()))
            .withBudget(budget(path))
            .withMirrored(false);
    Exploration found = inTime(() -> Explorer.explore(setup, path, search, Explorer.Listener.NONE));
    List<Way> ways = found.findings().stream().map(Way::of).toList();
    return new Possible(found.states(), bound(found), found.exhausted(), ways);
  }

  private String bound(Exploration found) {
    return switch (found.end()) {
      case SPACE_EXHAUSTED -> "";
      case BOUND_REACHED -> states + " states";
      case MEMORY_REACHED -> "memory, after " + found.states() + " states";
      case INTERRUPTED -> SECONDS + " s, after " + found.states() + " states";
    };
  }

  /** An exploration that is given up when it takes too long. */
  private static Exploration inTime(Supplier<Exploration> exploration) {
    ScheduledFuture<?> alarm =
        ALARM.schedule(Thread.currentThread()::interrupt, SECONDS, TimeUnit.SECONDS);
    try {
      return exploration.get();
    } finally {
      alarm.cancel(false);
      Thread.interrupted(); // it may have gone off at the end
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "outcomes");
    thread.setDaemon(true);
    return thread;
  }

  /** The scenario's, and what the path has chosen of its own. */
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
