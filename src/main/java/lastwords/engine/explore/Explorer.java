package lastwords.engine.explore;

import java.util.ArrayList;
import java.util.List;
import lastwords.engine.RunResult;
import lastwords.engine.explore.Exploration.End;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.machine.Machine;
import lastwords.machine.StepSink;
import lastwords.scenario.Setup;
import lastwords.verdict.Ending.Cause;
import lastwords.verdict.Outcome;

/**
 * The engine that tries everything: from each state that was reached, every CPU's step, every
 * arrival of what is on its way, breadth first. The same setup gives the same result, to the
 * number.
 *
 * <p>Time: a wait for a time, or a timer, ends only when nobody could make finite progress ({@link
 * World#quiet}), or, when {@code impatient}, at any time. Where the others go on for ever without
 * getting anywhere, which only the graph shows, it also ends.
 *
 * <p>When panic() is in its final loop or a crash kernel is on its way, the others go on, and the
 * run is over when nobody makes finite progress any more; when {@code impatient}, it may be over at
 * any point from there on.
 */
public final class Explorer {
  private static final int NEWS_PERIOD =
      1 << 10; // states between two looks at the clock and at Ctrl-C

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
  private final List<Choice> start; // made before anything is explored
  private final boolean impatient;
  private final Bounds bounds;
  private final Listener listener;
  private final World world;
  private final States states;
  private final StateGraph graph = new StateGraph();
  private final Judgements judgements;
  private final Observer observer;
  private final long[] state;
  private final long[] successor;
  private final Ints choices = new Ints();
  private final Ints held = new Ints(); // states in which time could not pass; 1, or 0
  private final Ints reopened = new Ints();
  private long transitions;
  private int next; // to be expanded
  private int levelEnd = 1;
  private int depth;
  private End end = End.SPACE_EXHAUSTED;

  private Explorer(
      Setup setup, List<Choice> start, Search search, Listener listener, Observer observer) {
    StartFaults.check(setup.faults());
    this.observer = observer;
    this.judgements = new Judgements(observer);
    this.setup = setup;
    this.start = List.copyOf(start);
    this.impatient = search.impatient();
    this.bounds = search.bounds();
    this.listener = listener;
    this.world = new World(setup, search.budget(), false, StepSink.NONE);
    int words = States.rounded(world.words());
    this.states = new States(words);
    this.state = new long[words];
    this.successor = new long[words];
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
      Setup setup, List<Choice> start, Search search, Listener listener) {
    return new Explorer(setup, start, search, listener, Observer.NONE).explore();
  }

  /** Explores a setup and shows each state to the observer. */
  public static Exploration explore(
      Setup setup, Search search, Listener listener, Observer observer) {
    return new Explorer(setup, List.of(), search, listener, observer).explore();
  }

  private Exploration explore() {
    start.forEach(world::make);
    world.save(successor);
    reach();
    boolean more = true;
    while (more) {
      search();
      more = end == End.SPACE_EXHAUSTED && reopen();
    }
    Runs runs = new Runs(graph, judgements);
    if (end == End.SPACE_EXHAUSTED) {
      runs.endless(this::judgeEndless);
    }
    return result(runs.doomed());
  }

  // ---- search ----

  private void search() {
    while (reopened.size() > 0 && goesOn()) {
      expand(reopened.removeLast(), true);
    }
    while (next < states.size() && goesOn()) {
      if (next == levelEnd) {
        depth++;
        levelEnd = states.size();
      }
      if (depth >= bounds.depth()) {
        end = End.BOUND_REACHED;
        return;
      }
      expand(next++, false);
    }
  }

  private boolean goesOn() {
    if (states.size() >= bounds.states()) {
      end = End.BOUND_REACHED;
    } else if ((next & NEWS_PERIOD - 1) == 0) {
      look();
    }
    return end == End.SPACE_EXHAUSTED;
  }

  private void look() {
    listener.progress(states.size(), transitions, depth, states.size() - next);
    if (Thread.currentThread().isInterrupted()) {
      end = End.INTERRUPTED;
    } else if (bytes() > bounds.bytes()) {
      end = End.MEMORY_REACHED;
    }
  }

  private long bytes() {
    long words = judgements.bytes() + held.bytes() + 2 * world.machine().texts().characters();
    return states.bytes() + graph.bytes() + words;
  }

  private void expand(int number, boolean timePasses) {
    states.load(number, state);
    world.load(state);
    graph.expand(number);
    observer.reached(world.machine());
    if (over(number)) {
      return;
    }
    boolean timed = !impatient && !timePasses && world.timed();
    boolean time = !timed || world.quiet();
    held.set(number, time ? 0 : 1);
    choices.clear();
    world.choices(time, choices);
    if (choices.size() == 0) {
      judgements.judge(number, world.machine(), Cause.QUIET);
    }
    world.faults(choices);
    for (int i = 0; i < choices.size(); i++) {
      make(number, choices.get(i), i > 0);
    }
  }

  /** Is the run over in this state? */
  private boolean over(int number) {
    if (world.ended()) {
      judgements.judge(number, world.machine(), Cause.FIRMWARE);
      return true;
    }
    if (world.settling() && (impatient || world.quiet())) {
      judgements.judge(number, world.machine(), Cause.SETTLED);
      return !impatient;
    }
    return false;
  }

  private void make(int number, int packed, boolean reload) {
    if (reload) {
      world.load(state);
    }
    world.make(Choice.of(packed));
    boolean other = world.drew() && Choice.of(packed).number() == 0;
    world.save(successor);
    graph.add(number, packed, reach());
    transitions++;
    if (other) {
      make(number, packed + 1, true);
    }
  }

  /** The number of the state that {@code successor} holds. */
  private int reach() {
    int number = states.number(successor);
    if (states.added()) {
      graph.add();
      judgements.add();
      held.add(0);
    }
    return number;
  }

  // ---- what the graph shows ----

  /** Lets time pass where nothing else ever happens; false when there is no such place. */
  private boolean reopen() {
    new Runs(graph, judgements).endless(this::reopen);
    return reopened.size() > 0;
  }

  private void reopen(Ints members) {
    for (int i = 0; i < members.size(); i++) {
      if (held.get(members.get(i)) != 0) {
        reopened.add(members.get(i));
      }
    }
  }

  /**
   * Judges states that go on among themselves for ever. It is a hang when the CPU that panics does
   * nothing there; else a wait that one of them shows is no lasting one, and those that show the
   * fewest count.
   */
  private void judgeEndless(Ints members) {
    int panics = -1;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < members.size(); i++) {
      load(members.get(i));
      panics = world.machine().firmware().panicCpu();
      fewest = Math.min(fewest, Judgements.stuck(world.machine()));
    }
    boolean hangs = panics >= 0 && !acts(panics, members);
    for (int i = 0; i < members.size(); i++) {
      load(members.get(i));
      if (hangs || Judgements.stuck(world.machine()) == fewest) {
        Cause cause = world.settling() ? Cause.SETTLED : hangs ? Cause.STUCK : Cause.LIMIT;
        judgements.judge(members.get(i), world.machine(), cause);
      }
    }
  }

  private void load(int number) {
    states.load(number, state);
    world.load(state);
  }

  private boolean acts(int cpu, Ints members) {
    for (int i = 0; i < members.size(); i++) {
      int member = members.get(i);
      for (int k = 0; k < graph.degree(member); k++) {
        Choice choice = Choice.of(graph.choice(member, k));
        if (choice.kind() == Choice.Kind.STEP && choice.cpu() == cpu) {
          return true;
        }
      }
    }
    return false;
  }

  // ---- result ----

  private Exploration result(int doomed) {
    Paths paths = new Paths(graph);
    List<Finding> findings = new ArrayList<>();
    boolean always = end == End.SPACE_EXHAUSTED && judgements.kinds() == 1;
    for (int kind = 0; kind < judgements.kinds(); kind++) {
      findings.add(finding(kind, always, paths));
    }
    findings.sort(java.util.Comparator.comparingInt(finding -> finding.witness().size()));
    return new Exploration(
        findings, states.size(), graph.transitions(), paths.depth(), doomed, end, bytes());
  }

  private Finding finding(int kind, boolean always, Paths paths) {
    int nearest = paths.nearest(state -> judgements.kind(state) == kind);
    List<Choice> witness = new ArrayList<>(start);
    witness.addAll(paths.to(nearest));
    Cause cause = judgements.cause(nearest);
    RunResult run = Replay.run(setup, witness, cause, StepSink.NONE);
    if (!run.outcome().summary().equals(judgements.summary(kind))) {
      throw new IllegalStateException(
          "a witness of "
              + judgements.summary(kind)
              + " leads to "
              + run.outcome().summary()
              + ": "
              + witness);
    }
    return new Finding(run.outcome(), cause, judgements.states(kind), always, witness, run);
  }
}
