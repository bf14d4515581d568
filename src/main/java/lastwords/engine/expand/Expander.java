package lastwords.engine.expand;

import lastwords.engine.graph.StateGraph;
import lastwords.engine.model.Action;
import lastwords.engine.model.Model;
import lastwords.engine.reduce.AmpleSet;
import lastwords.engine.reduce.SymmetryReduction;
import lastwords.engine.reduce.UnfoldedQuotient;
import lastwords.engine.store.Ints;
import lastwords.engine.terminal.StateObserver;
import lastwords.engine.terminal.TerminalStates;
import lastwords.outcome.Ending.Cause;

/** A worker that expands states: finds the choices in them, and the states that these lead to. */
public final class Expander {
  private static final long[] NOTHING = {};

  private final int worker;
  private final boolean earlyTimeouts;
  private final Model model;
  private final StateGraph graph;
  private final TerminalStates terminals;
  private final StateObserver observer;
  private final AmpleSet alone;
  private final SymmetryReduction symmetry;
  private final TransitionCache cache = new TransitionCache();
  private final long cacheBytes; // limit of the cache
  private final StateLoader loaded;
  private final Successors successors;
  private final StateDeltaMaker maker;
  private final SymmetryCheck check;
  private final Ints choices = new Ints();
  private final Batch batch = new Batch();
  private int from; // where the transitions of the state that is being expanded begin
  private long retrying; // mask of CPUs that wait there for a section to begin
  private long transitions;

  /**
   * @param worker its number
   * @param model used by this worker only
   * @param alone steps that suffice in a state
   * @param earlyTimeouts may timed waits end at any time?
   * @param cacheBytes limit of the transition cache
   */
  public Expander(
      SearchSpace space,
      int worker,
      Model model,
      AmpleSet alone,
      boolean earlyTimeouts,
      long cacheBytes) {
    this.worker = worker;
    this.earlyTimeouts = earlyTimeouts;
    this.model = model;
    this.graph = space.graph();
    this.terminals = space.terminals();
    this.observer = space.observer;
    this.alone = alone;
    this.symmetry = space.symmetry;
    this.cacheBytes = cacheBytes;
    this.loaded = new StateLoader(space, model.state());
    this.successors = new Successors(space, worker, loaded);
    this.maker = new StateDeltaMaker(space.states, loaded, cache);
    this.check = new SymmetryCheck(space, model, loaded, maker);
  }

  public Model model() {
    return model;
  }

  /** Number of transitions that this worker has taken. */
  public long transitions() {
    return transitions;
  }

  /** The number of the initial state. */
  public int begin() {
    return successors.begin();
  }

  /**
   * Loads a state into the machine; with symmetry reduction, a state of the {@link
   * UnfoldedQuotient}.
   */
  public void load(int node) {
    if (!symmetry.any()) {
      loaded.load(node);
      return;
    }
    model.load(loaded.base());
    loaded.load(node >> 1);
    if ((node & 1) != 0) {
      model.load(symmetry.image(loaded.base()));
    }
  }

  /** Called after states of the unfolded graph were loaded and before others are expanded. */
  public void unload() {
    model.load(loaded.base());
  }

  /**
   * Finds the successors of a state; {@link #finish} completes them.
   *
   * @param timePasses whether timed waits end there whatever else can happen
   * @param level the first state of a later level
   */
  public void expand(int number, boolean timePasses, int level) {
    loaded.load(number);
    observer.reached(model.machine());
    boolean held = false;
    from = batch.size();
    retrying = 0;
    boolean over = over(number);
    if (!over && !timePasses && single(number, level)) {
      return;
    }
    if (!over) {
      model.choices(choices);
      makeAll();
      held = !time(timePasses);
      if (batch.size() == from) {
        judge(number, Cause.QUIESCENT);
      } else {
        model.faults(choices);
        makeAll();
      }
    }
    transitions += batch.size() - from;
    batch.close(number, held, loaded);
    if (batch.isFull()) {
      finish(level);
    }
  }

  /** Finds the targets of all transitions from the states of a level. */
  public void finish(int level) {
    batch.follow(successors, worker, graph, level);
  }

  /** Has any transition led to a state of its own level or an earlier one? */
  public boolean ledBack() {
    return batch.ledBack();
  }

  /**
   * Tries to find a step that suffices; false if there is none. It leads to the next level, so
   * every cycle of states has one in which everything is tried.
   */
  private boolean single(int number, int level) {
    int cpu = alone.candidate();
    if (cpu < 0) {
      return false;
    }
    int choice = Action.packed(Action.Kind.STEP, cpu, 0);
    StateDelta move = move(choice);
    if (!move.happened() || !move.goesOn()) {
      return false;
    }
    int next = successors.follow(move);
    if (next >= level) {
      transitions++;
      boolean swap = successors.swaps(loaded.print(), move, next);
      graph.expanded(number, worker, model.timed() && !earlyTimeouts, choice, next, swap);
      return true;
    }
    return false;
  }

  /** Lets time pass if it may; false if it may not. */
  private boolean time(boolean timePasses) {
    boolean timed = model.timed();
    if (timed && !earlyTimeouts && !timePasses && !model.quiescent(retrying)) {
      return false;
    }
    if (timed) {
      model.times(choices);
      makeAll();
    }
    return true;
  }

  private void makeAll() {
    for (int i = 0; i < choices.size(); i++) {
      make(choices.get(i));
    }
    choices.clear();
  }

  /** Is the run over in this state? */
  private boolean over(int number) {
    if (model.ended()) {
      judge(number, Cause.FIRMWARE);
      return true;
    }
    if (model.settling() && (earlyTimeouts || model.quiescent())) {
      judge(number, Cause.SETTLED);
      return !earlyTimeouts;
    }
    return false;
  }

  /** Judges a state after the search, together with its image. */
  public void judgeAgain(int node, Cause cause) {
    int known = symmetry.any() ? node & ~1 : node;
    load(known);
    judge(known, cause);
  }

  private void judge(int number, Cause cause) {
    terminals.judge(number, model.machine(), cause);
    if (symmetry.any() && !terminals.knowsImage(number)) {
      model.load(symmetry.image(loaded.base()));
      terminals.judgeImage(number, model.machine(), cause);
      model.load(loaded.base());
    }
  }

  private void make(int choice) {
    StateDelta move = move(choice);
    if (!move.happened()) {
      retrying |= 1L << Action.cpu(choice);
      return;
    }
    batch.add(choice, move, successors.print(move));
    if (move.drew() && Action.number(choice) == 0) {
      make(choice + 1);
    }
  }

  /** What a choice does in the loaded state. */
  private StateDelta move(int choice) {
    StateDelta known = cache.find(choice, loaded);
    return known == null ? tried(choice) : known;
  }

  /** Has the machine find out what a choice does. */
  private StateDelta tried(int choice) {
    boolean happened = model.tried(choice);
    boolean goesOn = happened && !model.drew() && alone.was(Action.cpu(choice), loaded.base());
    if (happened) {
      model.compare(loaded.changes());
    } else {
      model.takeBack(choice, loaded.changes(), loaded.base());
    }
    long[] after = symmetry.any() ? model.state().clone() : NOTHING;
    StateDelta move = maker.made(choice, model, happened, goesOn);
    if (symmetry.any() && !symmetry.broken()) {
      check.look(choice, move, after);
    }
    if (cache.bytes() < cacheBytes) {
      cache.learn(choice, loaded, move);
    }
    return move;
  }

  /** Bytes of its own data. */
  public long bytes() {
    return cache.bytes();
  }
}
