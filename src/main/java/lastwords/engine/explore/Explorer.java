package lastwords.engine.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lastwords.engine.expand.Expander;
import lastwords.engine.expand.SearchSpace;
import lastwords.engine.explore.Exploration.End;
import lastwords.engine.fair.Sight;
import lastwords.engine.graph.ShortestPaths;
import lastwords.engine.model.Action;
import lastwords.engine.model.EndlessLoops;
import lastwords.engine.model.Firings;
import lastwords.engine.model.Model;
import lastwords.engine.model.PlannedFaults;
import lastwords.engine.model.StartFaults;
import lastwords.engine.reach.Reach;
import lastwords.engine.reduce.AmpleSet;
import lastwords.engine.reduce.SymmetryReduction;
import lastwords.engine.store.Ints;
import lastwords.engine.terminal.StateObserver;
import lastwords.engine.terminal.TerminalSccs;
import lastwords.engine.terminal.TerminalStates;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Setup;

/**
 * The engine that tries everything: from each state reached, every CPU's step and every arrival of
 * what is in flight, breadth first. The same setup gives the same result, to the number, however
 * many workers there are.
 *
 * <p>Time: a timed wait, or a timer, ends only when no CPU could make finite progress ({@link
 * EnabledActions#quiescent}), or, with {@code earlyTimeouts}, at any time. It also ends where the
 * other CPUs run for ever without progress, which only the graph shows.
 *
 * <p>Once panic() is in its final loop or a crash kernel has started, the other CPUs continue, and
 * the run is over when none of them makes finite progress; with {@code earlyTimeouts}, it may be
 * over at any point from then on.
 */
public final class Explorer {
  private static final int CACHE_SHARE = 4; // share of the memory for the transition cache

  /** Receives the progress of an exploration from time to time. */
  public interface Listener {
    Listener NONE = (states, transitions, depth, open) -> {};

    /**
     * @param states reached so far
     * @param transitions taken so far
     * @param depth of the states being expanded
     * @param open states not expanded yet
     */
    void progress(int states, long transitions, int depth, int open);
  }

  private final Setup setup;
  private final List<Action> start; // taken before the exploration starts
  private final Search search;
  private final Listener listener;
  private final SymmetryReduction symmetry;
  private final SearchSpace space;
  private final TerminalStates terminals;
  private final Expander[] expanders;
  private final DivergenceCheck divergence;

  private Explorer(
      Setup setup, List<Action> start, Search wanted, Listener listener, StateObserver observer) {
    StartFaults.check(setup.faults());
    this.setup = setup;
    this.start = List.copyOf(start);
    this.search = observer == StateObserver.NONE ? wanted : wanted.withWorkers(1);
    this.listener = listener;
    Model model = new Model(setup, search.budget(), search.reduced(), false, StepSink.NONE);
    this.start.forEach(model::make);
    this.symmetry =
        mayUseSymmetry(observer)
            ? SymmetryReduction.of(setup, search.budget(), model)
            : SymmetryReduction.NONE;
    this.space =
        new SearchSpace(setup, model, symmetry, search.exact(), observer, search.workers());
    this.terminals = space.terminals();
    this.expanders = new Expander[search.workers()];
    boolean planned = setup.faults().stream().anyMatch(PlannedFaults::planned);
    boolean fewer = search.reduced() && search.commuting() && !planned;
    Reach reach = new Reach(setup.image(), setup.entries());
    EndlessLoops endless = EndlessLoops.of(setup.image());
    long cache = search.remembering() ? search.bounds().bytes() / CACHE_SHARE : 0;
    for (int worker = 0; worker < expanders.length; worker++) {
      Model own = worker == 0 ? model : model.copy();
      AmpleSet alone = new AmpleSet(reach, endless, own.machine(), fewer);
      expanders[worker] =
          new Expander(space, worker, own, alone, search.earlyTimeouts(), cache / expanders.length);
    }
    Sight sight = new Sight(expanders[0], fewer && reach.any());
    this.divergence = new DivergenceCheck(space, expanders[0], sight, search.earlyTimeouts());
  }

  private boolean mayUseSymmetry(StateObserver observer) {
    return search.symmetric()
        && search.reduced()
        && !search.exact()
        && observer == StateObserver.NONE
        && start.isEmpty();
  }

  /** Explores a setup. */
  public static Exploration explore(
      Setup setup, boolean earlyTimeouts, Bounds bounds, Listener listener) {
    Search search = Search.DEFAULT.withEarlyTimeouts(earlyTimeouts).withBounds(bounds);
    return explore(setup, search, listener);
  }

  /** Explores a setup. */
  public static Exploration explore(Setup setup, Search search, Listener listener) {
    return explore(setup, List.of(), search, listener);
  }

  /**
   * Explores what can follow a schedule. Witnesses begin with it; all counts are of what follows.
   */
  public static Exploration explore(
      Setup setup, List<Action> start, Search search, Listener listener) {
    Explorer explorer = new Explorer(setup, start, search, listener, StateObserver.NONE);
    Optional<Exploration> found = explorer.explore();
    return found.isPresent()
        ? found.get()
        : explore(setup, start, search.withSymmetric(false), listener);
  }

  /** Explores a setup and shows each state to the observer. */
  public static Exploration explore(
      Setup setup, Search search, Listener listener, StateObserver observer) {
    return new Explorer(setup, List.of(), search, listener, observer).explore().orElseThrow();
  }

  /** The result; empty if CPUs that seemed to be symmetric are not. */
  private Optional<Exploration> explore() {
    expanders[0].begin();
    BreadthFirst walk;
    try (WorkerPool workers = new WorkerPool(search.workers())) {
      walk = new BreadthFirst(space, expanders, workers, search.bounds(), listener);
      do {
        walk.search();
      } while (walk.end() == End.SPACE_EXHAUSTED && reopen(walk));
    }
    space.admit();
    if (symmetry.broken()) {
      return Optional.empty();
    }
    terminals.unfolded(symmetry.any());
    if (walk.end() == End.BOUND_REACHED && walk.mayTurn()) {
      divergence.findCycles();
    }
    boolean judged = divergence.judge(walk.end() == End.SPACE_EXHAUSTED);
    int doomed = new TerminalSccs(space.whole(), terminals).doomed(judged);
    return Optional.of(result(walk, symmetry.any() ? doomed / 2 : doomed));
  }

  /** Lets time pass where nothing else ever happens; false if there is no such state. */
  private boolean reopen(BreadthFirst walk) {
    space.admit();
    if (symmetry.broken() || !walk.mayTurn()) {
      return false;
    }
    terminals.unfolded(symmetry.any());
    Ints held = divergence.held();
    terminals.unfolded(false);
    expanders[0].unload();
    if (held.size() > 0) {
      walk.reopen(held);
    }
    return held.size() > 0;
  }

  private Exploration result(BreadthFirst walk, int doomed) {
    boolean simple = walk.inOrder() && !symmetry.any();
    ShortestPaths paths =
        simple
            ? ShortestPaths.inOrder(space.graph(), walk.levels())
            : ShortestPaths.of(space.whole());
    Witnesses witnesses = new Witnesses(setup, start, search.reduced(), terminals, divergence);
    return new Exploration(
        witnesses.of(paths, walk.end() == End.SPACE_EXHAUSTED),
        space.size(),
        space.edges(),
        paths.depth(),
        doomed,
        walk.end(),
        walk.bytes(),
        space.collision(),
        symmetry.words(),
        Firings.seen(
            Arrays.stream(expanders).map(it -> it.model().firings()).toList(), search.budget()));
  }
}
