package lastwords.engine.explore;

import lastwords.verdict.Ending.Cause;

/**
 * A worker that expands states: finds out what can happen in them, and to which states it leads.
 */
final class Expander {
  private final int worker;
  private final boolean impatient;
  private final World world;
  private final StateGraph graph;
  private final Judgements judgements;
  private final Explorer.Observer observer;
  private final Cursor cursor;
  private final Alone alone;
  private final Ints choices = new Ints();
  private long mark; // where the transitions of the state that is being expanded begin
  private long retrying; // CPUs that wait there for a section to begin, as a mask
  private long transitions;

  Expander(
      int worker,
      boolean impatient,
      World world,
      States states,
      IntLog[] logs,
      StateGraph graph,
      Judgements judgements,
      Explorer.Observer observer,
      Alone alone) {
    this.worker = worker;
    this.impatient = impatient;
    this.world = world;
    this.graph = graph;
    this.judgements = judgements;
    this.observer = observer;
    this.alone = alone;
    this.cursor = new Cursor(states, logs, worker, world.state());
  }

  World world() {
    return world;
  }

  /** How many transitions this worker has made. */
  long transitions() {
    return transitions;
  }

  /** The number of the state that the machine begins in. */
  int begin() {
    return cursor.number();
  }

  /** Brings the machine into a state. */
  void load(int number) {
    cursor.load(number);
  }

  /**
   * Finds what follows a state.
   *
   * @param timePasses whether waits for a time end there whatever else can happen
   * @param level the first state that is not in its level or one before
   */
  void expand(int number, boolean timePasses, int level) {
    cursor.load(number);
    observer.reached(world.machine());
    choices.clear();
    boolean held = false;
    mark = graph.mark(worker);
    retrying = 0;
    boolean over = over(number);
    if (!over && !timePasses && single(number, level)) {
      return;
    }
    if (!over) {
      world.choices(choices);
      makeAll();
      held = !time(timePasses);
      if (graph.mark(worker) == mark) {
        judgements.judge(number, world.machine(), Cause.QUIET);
      } else {
        world.faults(choices);
        makeAll();
      }
    }
    graph.expanded(number, worker, mark, held);
  }

  /**
   * Finds a step that is all that has to be tried; false when there is none. It leads to the next
   * level: so in a circle of states there is always one where everything is tried.
   */
  private boolean single(int number, int level) {
    int cpu = alone.candidate();
    if (cpu < 0) {
      return false;
    }
    int choice = Choice.packed(Choice.Kind.STEP, cpu, 0);
    if (!world.tried(choice)) {
      world.takeBack(choice, cursor.changes(), cursor.base());
      return false;
    }
    boolean was = !world.drew() && alone.was(cpu, cursor.base());
    world.compare(cursor.changes());
    int next = cursor.number();
    cursor.undo();
    if (was && next >= level) {
      transitions++;
      graph.add(worker, choice, next);
      graph.expanded(number, worker, mark, world.timed() && !impatient);
      return true;
    }
    return false;
  }

  /** Lets time pass if it may, which is false when it may not. */
  private boolean time(boolean timePasses) {
    boolean timed = world.timed();
    if (timed && !impatient && !timePasses && !world.quiet(retrying)) {
      return false;
    }
    if (timed) {
      world.times(choices);
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

  private void make(int choice) {
    if (!world.tried(choice)) {
      retrying |= 1L << Choice.cpu(choice);
      world.takeBack(choice, cursor.changes(), cursor.base());
      return;
    }
    boolean other = world.drew() && Choice.number(choice) == 0;
    world.compare(cursor.changes());
    graph.add(worker, choice, cursor.number());
    cursor.undo();
    transitions++;
    if (other) {
      make(choice + 1);
    }
  }
}
