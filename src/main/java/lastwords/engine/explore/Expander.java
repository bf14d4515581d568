package lastwords.engine.explore;

import lastwords.verdict.Ending.Cause;

/**
 * A worker that expands states: finds out what can happen in them, and to which states it leads.
 */
final class Expander {
  private final int worker;
  private final boolean impatient;
  private final World world;
  private final States states;
  private final StateGraph graph;
  private final Judgements judgements;
  private final Explorer.Observer observer;
  private final Cursor cursor;
  private final Ints choices = new Ints();
  private long transitions;

  Expander(
      int worker,
      boolean impatient,
      World world,
      States states,
      IntLog[] logs,
      StateGraph graph,
      Judgements judgements,
      Explorer.Observer observer) {
    this.worker = worker;
    this.impatient = impatient;
    this.world = world;
    this.states = states;
    this.graph = graph;
    this.judgements = judgements;
    this.observer = observer;
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
   */
  void expand(int number, boolean timePasses) {
    cursor.load(number);
    observer.reached(world.machine());
    choices.clear();
    boolean held = false;
    if (!over(number)) {
      boolean timed = !impatient && !timePasses && world.timed();
      held = timed && !world.quiet();
      world.choices(!held, choices);
      if (choices.size() == 0) {
        judgements.judge(number, world.machine(), Cause.QUIET);
      }
      world.faults(choices);
    }
    long mark = graph.mark(worker);
    for (int i = 0; i < choices.size(); i++) {
      make(choices.get(i));
    }
    graph.expanded(number, worker, mark, held);
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
    world.make(choice);
    boolean other = world.drew() && Choice.number(choice) == 0;
    world.compare(cursor.changes());
    graph.add(worker, choice, cursor.number());
    cursor.undo();
    transitions++;
    if (other) {
      make(choice + 1);
    }
  }

  /** Should no more be stored before there is more room? */
  boolean crowded() {
    return states.crowded();
  }
}
