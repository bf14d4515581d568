package lastwords.engine.fair;

import lastwords.engine.expand.Expander;
import lastwords.engine.graph.Transitions;
import lastwords.engine.model.Action;
import lastwords.engine.store.Ints;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;

/** What only a state itself tells, not the graph. */
public final class Sight {
  private final Expander expander;
  private final boolean singles;
  private long[] other = new long[0];

  /**
   * @param singles are there states of which only a step was tried that commutes with all else?
   */
  public Sight(Expander expander, boolean singles) {
    this.expander = expander;
    this.singles = singles;
  }

  /** May this be one of which only one step was tried? */
  boolean alone(Transitions graph, int state) {
    boolean one = singles && graph.degree(state) == 1;
    return one && Action.kind(graph.choice(state, 0)) == Action.Kind.STEP;
  }

  /** Can a CPU make a step? */
  boolean runnable(int state, int cpu) {
    return load(state).cpu(cpu).runnable();
  }

  /** Adds what can happen in a state but for what time brings about. */
  void choices(int state, Ints choices) {
    load(state);
    expander.model().choices(choices);
  }

  private Machine load(int state) {
    expander.load(state);
    return expander.model().machine();
  }

  /** The CPU that panics; -1 when none does, or when panic() is at its end. */
  int panics(int state) {
    Machine machine = load(state);
    boolean over = expander.model().ended() || expander.model().settling();
    return over ? -1 : machine.firmware().panicCpu();
  }

  /** Does a CPU wait for what has no end of its own? */
  boolean stuck(int state, int cpu) {
    return Stuck.is(load(state).cpu(cpu));
  }

  /** Has a CPU's step from one state to another changed nothing but the CPU? */
  boolean looks(int from, int to, int cpu) {
    other = load(from).state().clone();
    return load(to).states().onlyLooked(cpu, other);
  }

  /** Adds what time would bring about in a state. */
  void times(int state, Ints choices) {
    load(state);
    expander.model().times(choices);
  }
}
