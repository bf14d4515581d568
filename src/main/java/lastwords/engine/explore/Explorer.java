package lastwords.engine.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import lastwords.engine.explore.Exploration.End;
import lastwords.engine.graph.ShortestPaths;
import lastwords.engine.graph.StateGraph;
import lastwords.engine.graph.Transitions;
import lastwords.engine.model.Action;
import lastwords.engine.model.EndlessLoops;
import lastwords.engine.model.Firings;
import lastwords.engine.model.Model;
import lastwords.engine.model.PlannedFaults;
import lastwords.engine.model.StartFaults;
import lastwords.engine.reach.Reach;
import lastwords.engine.reduce.AmpleSet;
import lastwords.engine.reduce.SymmetryReduction;
import lastwords.engine.reduce.UnfoldedQuotient;
import lastwords.engine.store.ByteLog;
import lastwords.engine.store.CollapseLayout;
import lastwords.engine.store.Ints;
import lastwords.engine.store.VisitedSet;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Setup;
import lastwords.verdict.Outcome;

/**
 * The engine that tries everything: from each state that was reached, every CPU's step, every
 * arrival of what is on its way, breadth first. The same setup gives the same result, to the
 * number, however many workers there are.
 *
 * <p>Time: a wait for a time, or a timer, ends only when nobody could make finite progress ({@link
 * EnabledActions#quiescent}), or, when {@code impatient}, at any time. Where the others go on for
 * ever without getting anywhere, which only the graph shows, it also ends.
 *
 * <p>When panic() is in its final loop or a crash kernel is on its way, the others go on, and the
 * run is over when nobody makes finite progress any more; when {@code impatient}, it may be over at
 * any point from there on.
 */
public final class Explorer {
  private static final int BATCH = 64; // states that a worker expands between two looks around
  private static final int CACHE_SHARE = 4; // of the memory, for what steps do
  private static final int SHARED = 512; // fewer states are not worth more than one worker

  /** Hears how far an exploration has got, every now and then. */
  public interface Listener {
    Listener NONE = (states, transitions, depth, open) -> {};

    /**
     * @param states reached so far
     * @param transitions made so far
     * @param depth of the states that are being expanded
     * @param open states that are not expanded yet
     */
    void progress(int states, long transitions, int depth, int open);
  }

  /** Looks at each state. What it is shown, it only reads. */
  public interface Observer {
    Observer NONE =
        new Observer() {
          @Override
          public void reached(Machine machine) {}

          @Override
          public void over(Machine machine, Outcome outcome) {}
        };

    /** The machine is in a state that is about to be expanded. */
    void reached(Machine machine);

    /** The machine is in a state in which the run is over. */
    void over(Machine machine, Outcome outcome);
  }

  private final Setup setup;
  private final List<Action> start; // made before anything is explored
  private final Search search;
  private final Listener listener;
  private final VisitedSet states;
  private final StateGraph graph;
  private final Transitions whole; // the graph, unfolded if there is a mirror
  private final TerminalStates judgements;
  private final SymmetryReduction mirror;
  private final ByteLog[] logs;
  private final Expander[] expanders;
  private final ReadWriteLock room = new ReentrantReadWriteLock(); // write: to make more
  private final AtomicInteger next = new AtomicInteger(); // place in the work, to be expanded
  private final DivergenceCheck goingOn;
  private Ints reopened = new Ints();
  private final Ints levels = new Ints(); // the first state of each
  private boolean inOrder = true; // do levels tell the length of schedules?
  private volatile End end = End.SPACE_EXHAUSTED;

  private Explorer(
      Setup setup, List<Action> start, Search wanted, Listener listener, Observer observer) {
    StartFaults.check(setup.faults());
    this.setup = setup;
    this.start = List.copyOf(start);
    this.search = observer == Observer.NONE ? wanted : wanted.withWorkers(1);
    this.listener = listener;
    int workers = search.workers();
    Model model = new Model(setup, search.budget(), search.reduced(), false, StepSink.NONE);
    this.start.forEach(model::make);
    boolean alike =
        search.mirrored()
            && search.reduced()
            && !search.exact()
            && observer == Observer.NONE
            && start.isEmpty();
    this.mirror =
        alike ? SymmetryReduction.of(setup, search.budget(), model) : SymmetryReduction.NONE;
    this.judgements = new TerminalStates(setup, observer, mirror.any());
    CollapseLayout layout = new CollapseLayout(model.machine());
    this.states = new VisitedSet(layout, model.state(), search.exact(), mirror.any());
    this.graph = new StateGraph(workers, mirror.any());
    this.whole = mirror.any() ? new UnfoldedQuotient(graph, mirror) : graph;
    this.logs = new ByteLog[workers];
    Arrays.setAll(logs, worker -> new ByteLog());
    this.expanders = new Expander[workers];
    long cache = search.remembering() ? search.bounds().bytes() / CACHE_SHARE / workers : 0;
    Reach reach = new Reach(setup.image(), setup.entries());
    EndlessLoops endless = new EndlessLoops(setup.image());
    boolean planned = setup.faults().stream().anyMatch(PlannedFaults::planned);
    boolean fewer = search.reduced() && search.commuting() && !planned;
    for (int worker = 0; worker < workers; worker++) {
      Model own = worker == 0 ? model : model.twin();
      AmpleSet alone = new AmpleSet(reach, endless, own.machine(), fewer);
      expanders[worker] =
          new Expander(
              worker,
              search.impatient(),
              own,
              states,
              logs,
              cache,
              graph,
              judgements,
              observer,
              alone,
              mirror);
    }
    Sight sight = new Sight(expanders[0], fewer && reach.any());
    this.goingOn =
        new DivergenceCheck(
            graph, whole, judgements, expanders[0], sight, search.impatient(), mirror.any());
  }

  /** Explores a setup. */
  public static Exploration explore(
      Setup setup, boolean impatient, Bounds bounds, Listener listener) {
    Search search = Search.DEFAULT.withImpatient(impatient).withBounds(bounds);
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
    Explorer explorer = new Explorer(setup, start, search, listener, Observer.NONE);
    Optional<Exploration> found = explorer.explore();
    return found.isPresent()
        ? found.get()
        : explore(setup, start, search.withMirrored(false), listener);
  }

  /** Explores a setup and shows each state to the observer. */
  public static Exploration explore(
      Setup setup, Search search, Listener listener, Observer observer) {
    return new Explorer(setup, List.of(), search, listener, observer).explore().orElseThrow();
  }

  /** What comes of it; nothing when CPUs that seemed to be alike are not. */
  private Optional<Exploration> explore() {
    expanders[0].begin();
    try (WorkerPool workers = new WorkerPool(search.workers())) {
      boolean more = true;
      for (int from = 0; more; ) {
        from = search(workers, from);
        more = end == End.SPACE_EXHAUSTED && reopen(workers);
      }
    }
    graph.nodes(states.size());
    judgements.nodes(states.size());
    if (mirror.broken()) {
      return Optional.empty();
    }
    judgements.unfolded(mirror.any());
    if (end == End.BOUND_REACHED && mayTurn()) {
      goingOn.findCycles();
    }
    boolean judged = goingOn.judge(end == End.SPACE_EXHAUSTED);
    int doomed = new TerminalSccs(whole, judgements).doomed(judged);
    return Optional.of(result(mirror.any() ? doomed / 2 : doomed));
  }

  // ---- search ----

  /** Expands level after level; the first state that was not expanded. */
  private int search(WorkerPool workers, int first) {
    int from = first;
    while (from < states.size() && end == End.SPACE_EXHAUSTED && !mirror.broken()) {
      int to = states.size();
      levels.add(from);
      if (levels.size() > search.bounds().depth() || to >= search.bounds().states()) {
        end = End.BOUND_REACHED;
        return from;
      }
      expand(workers, from, to, false);
      from = to;
    }
    return from;
  }

  /** Expands the states from one up to another, or those that are reopened. */
  private void expand(WorkerPool workers, int from, int to, boolean again) {
    graph.nodes(states.size());
    judgements.nodes(states.size());
    next.set(from);
    if (workers.count() == 1 || to - from < SHARED) {
      share(0, to, again);
    } else {
      workers.run(worker -> share(worker, to, again));
    }
  }

  private void share(int worker, int to, boolean again) {
    Expander expander = expanders[worker];
    for (int at = next.getAndAdd(BATCH); at < to; at = next.getAndAdd(BATCH)) {
      makeRoom();
      look(worker, at, to);
      if (end != End.SPACE_EXHAUSTED) {
        return;
      }
      room.readLock().lock();
      try {
        for (int i = at; i < Math.min(to, at + BATCH); i++) {
          expander.expand(again ? reopened.get(i) : i, again, to);
        }
        expander.finish(to);
      } finally {
        room.readLock().unlock();
      }
    }
  }

  private void makeRoom() {
    if (!states.crowded()) {
      return;
    }
    room.writeLock().lock();
    try {
      states.grow();
    } finally {
      room.writeLock().unlock();
    }
  }

  private void look(int worker, int at, int to) {
    if (worker != 0) {
      return;
    }
    int known = states.size();
    listener.progress(
        known, transitions(), Math.max(0, levels.size() - 1), known - Math.min(at, to));
    if (Thread.currentThread().isInterrupted()) {
      end = End.INTERRUPTED;
    } else if (bytes() > search.bounds().bytes()) {
      end = End.MEMORY_REACHED;
    }
  }

  private long transitions() {
    long all = 0;
    for (Expander expander : expanders) {
      all += expander.transitions();
    }
    return all;
  }

  private long bytes() {
    long bytes = states.bytes() + graph.bytes() + judgements.bytes();
    for (ByteLog log : logs) {
      bytes += log.bytes();
    }
    for (Expander expander : expanders) {
      bytes += expander.bytes();
    }
    return bytes + 2 * expanders[0].model().machine().texts().characters();
  }

  // ---- what the graph shows ----

  /** Lets time pass where nothing else ever happens; false when there is no such place. */
  private boolean reopen(WorkerPool workers) {
    graph.nodes(states.size());
    judgements.nodes(states.size());
    if (mirror.broken() || !mayTurn()) {
      return false;
    }
    judgements.unfolded(mirror.any());
    reopened = goingOn.held();
    judgements.unfolded(false);
    expanders[0].unload();
    if (reopened.size() == 0) {
      return false;
    }
    inOrder = false;
    expand(workers, 0, reopened.size(), true);
    return true;
  }

  /** Can a run come back to where it was? Not if all transitions lead to later levels. */
  private boolean mayTurn() {
    for (Expander expander : expanders) {
      if (expander.ledBack()) {
        return true;
      }
    }
    return !inOrder;
  }

  // ---- result ----

  private Exploration result(int doomed) {
    levels.add(states.size());
    boolean simple = inOrder && !mirror.any();
    ShortestPaths paths = simple ? ShortestPaths.inOrder(graph, levels()) : ShortestPaths.of(whole);
    Witnesses findings = new Witnesses(setup, start, search.reduced(), judgements, goingOn);
    return new Exploration(
        findings.of(paths, end == End.SPACE_EXHAUSTED),
        states.size(),
        edges(),
        paths.depth(),
        doomed,
        end,
        bytes(),
        collision(),
        mirror.words(),
        Firings.seen(
            Arrays.stream(expanders).map(it -> it.model().firings()).toList(), search.budget()));
  }

  /** The sum over all pairs of states that their fingerprints of 64 bits are equal. */
  private double collision() {
    double count = states.size();
    return search.exact() ? 0 : count * (count - 1) / 2 / Math.pow(2, Long.SIZE);
  }

  private long edges() {
    long all = 0;
    for (int state = 0; state < graph.nodes(); state++) {
      all += graph.degree(state);
    }
    return all;
  }

  private Ints levels() {
    Ints starts = new Ints();
    for (int i = 0; i < levels.size(); i++) {
      if (i == 0 || levels.get(i) > levels.get(i - 1)) {
        starts.add(levels.get(i));
      }
    }
    return starts;
  }
}
