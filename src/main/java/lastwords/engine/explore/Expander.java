package lastwords.engine.explore;

import java.util.Arrays;
import lastwords.engine.graph.StateGraph;
import lastwords.engine.model.Action;
import lastwords.engine.model.Model;
import lastwords.engine.reduce.AmpleSet;
import lastwords.engine.reduce.SymmetryReduction;
import lastwords.engine.reduce.UnfoldedQuotient;
import lastwords.engine.store.ByteLog;
import lastwords.engine.store.Ints;
import lastwords.engine.store.VisitedSet;
import lastwords.machine.bus.Footprint;
import lastwords.verdict.Ending.Cause;

/**
 * A worker that expands states: finds out what can happen in them, and to which states it leads.
 */
final class Expander {
  private static final long[] NOTHING = {};

  private final int worker;
  private final boolean impatient;
  private final Model model;
  private final StateGraph graph;
  private final TerminalStates judgements;
  private final Explorer.Observer observer;
  private final StateLoader cursor;
  private final AmpleSet alone;
  private final SymmetryReduction mirror;
  private final TransitionCache cache = new TransitionCache();
  private final long cacheBytes; // that it may take
  private final Ints choices = new Ints();
  private final Batch batch = new Batch();
  private int from; // where the transitions of the state that is being expanded begin
  private long retrying; // CPUs that wait there for a section to begin, as a mask
  private long transitions;

  Expander(
      int worker,
      boolean impatient,
      Model model,
      VisitedSet states,
      ByteLog[] logs,
      long cacheBytes,
      StateGraph graph,
      TerminalStates judgements,
      Explorer.Observer observer,
      AmpleSet alone,
      SymmetryReduction mirror) {
    this.worker = worker;
    this.impatient = impatient;
    this.model = model;
    this.graph = graph;
    this.judgements = judgements;
    this.observer = observer;
    this.alone = alone;
    this.mirror = mirror;
    this.cacheBytes = cacheBytes;
    this.cursor = new StateLoader(states, logs, worker, model.state());
  }

  Model model() {
    return model;
  }

  /** How many transitions this worker has made. */
  long transitions() {
    return transitions;
  }

  /** The number of the state that the machine begins in. */
  int begin() {
    return cursor.begin();
  }

  /** Brings the machine into a state; with a mirror, of the {@link UnfoldedQuotient} graph. */
  void load(int node) {
    if (!mirror.any()) {
      cursor.load(node);
      return;
    }
    model.load(cursor.base());
    cursor.load(node >> 1);
    if ((node & 1) != 0) {
      model.load(mirror.image(cursor.base()));
    }
  }

  /** After states of the unfolded graph were loaded, others will be expanded. */
  void unload() {
    model.load(cursor.base());
  }

  /**
   * Finds what follows a state, after {@link #finish}.
   *
   * @param timePasses whether waits for a time end there whatever else can happen
   * @param level the first state that is not in its level or one before
   */
  void expand(int number, boolean timePasses, int level) {
    cursor.load(number);
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
    batch.close(number, held, cursor);
    if (batch.isFull()) {
      finish(level);
    }
  }

  /** Finds the states that all transitions of the states of a level lead to. */
  void finish(int level) {
    batch.follow(cursor, worker, graph, level);
  }

  /** Has any transition led to a state of its own level or an earlier one? */
  boolean ledBack() {
    return batch.ledBack();
  }

  /**
   * Finds a step that is all that has to be tried; false when there is none. It leads to the next
   * level: so in a cycle of states there is always one where everything is tried.
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
    int next = cursor.follow(move);
    if (next >= level) {
      transitions++;
      boolean swap = cursor.swaps(cursor.print(), move, next);
      graph.expanded(number, worker, model.timed() && !impatient, choice, next, swap);
      return true;
    }
    return false;
  }

  /** Lets time pass if it may, which is false when it may not. */
  private boolean time(boolean timePasses) {
    boolean timed = model.timed();
    if (timed && !impatient && !timePasses && !model.quiescent(retrying)) {
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
    if (model.settling() && (impatient || model.quiescent())) {
      judge(number, Cause.SETTLED);
      return !impatient;
    }
    return false;
  }

  /** Judges a state after the search, and its mirror image with it. */
  void judgeAgain(int node, Cause cause) {
    int known = mirror.any() ? node & ~1 : node;
    load(known);
    judge(known, cause);
  }

  private void judge(int number, Cause cause) {
    judgements.judge(number, model.machine(), cause);
    if (mirror.any() && !judgements.mirrored(number)) {
      model.load(mirror.image(cursor.base()));
      judgements.mirror(number, model.machine(), cause);
      model.load(cursor.base());
    }
  }

  private void make(int choice) {
    StateDelta move = move(choice);
    if (!move.happened()) {
      retrying |= 1L << Action.cpu(choice);
      return;
    }
    batch.add(choice, move, cursor.print(move));
    if (move.drew() && Action.number(choice) == 0) {
      make(choice + 1);
    }
  }

  /** What a choice does in the state that is loaded. */
  private StateDelta move(int choice) {
    StateDelta known = cache.find(choice, cursor);
    return known == null ? tried(choice) : known;
  }

  /** Lets the machine find out what a choice does. */
  private StateDelta tried(int choice) {
    boolean happened = model.tried(choice);
    boolean goesOn = happened && !model.drew() && alone.was(Action.cpu(choice), cursor.base());
    if (happened) {
      model.compare(cursor.changes());
    } else {
      model.takeBack(choice, cursor.changes(), cursor.base());
    }
    long[] after = mirror.any() ? model.state().clone() : NOTHING;
    StateDelta move = cursor.made(choice, model, happened, goesOn, cache);
    if (mirror.any() && !mirror.broken()) {
      look(choice, move, after);
    }
    if (cache.bytes() < cacheBytes) {
      cache.learn(choice, cursor, move);
    }
    return move;
  }

  /** Looks at a move in the mirror: what the image of the choice does there is to be its image. */
  private void look(int choice, StateDelta move, long[] after) {
    long[] before = cursor.base();
    long[] image = mirror.image(before);
    boolean drew = model.drew();
    model.load(image);
    boolean happened = model.tried(mirror.choice(choice));
    long[] imageAfter = happened ? model.state().clone() : image;
    Footprint trail = model.footprint();
    for (int i = 0; i < trail.size(); i++) {
      cursor.ask(mirror.noted(trail.entry(i)), cache);
    }
    model.load(before);
    boolean same = happened == move.happened() && (!happened || drew == model.drew());
    if (!same || happened && !Arrays.equals(mirror.image(after), imageAfter)) {
      mirror.breaks("what a CPU does depends on its number");
    } else if (happened) {
      move.mirrored(cursor.difference(before, after), cursor.difference(image, imageAfter));
    }
  }

  /** Bytes that it keeps for itself. */
  long bytes() {
    return cache.bytes();
  }
}
