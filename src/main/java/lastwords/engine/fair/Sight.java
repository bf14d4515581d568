package lastwords.engine.fair;

import lastwords.engine.expand.Expander;
import lastwords.engine.graph.Transitions;
import lastwords.engine.model.Action;
import lastwords.engine.store.Ints;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;

/** What a state shows and the graph does not. */
public final class Sight {
  private final Expander expander;
  private final boolean singles;
  private long[] other = new long[0];

  /**
   * @param singles are there states in which only a step that commutes with everything else was
   *     tried?
   */
  public Sight(Expander expander, boolean singles) {
    this.expander = expander;
    this.singles = singles;
  }

  /** May this be a state in which only one step was tried? */
  boolean alone(Transitions graph, int state) {
    boolean one = singles && graph.degree(state) == 1;
    return one && Action.kind(graph.choice(state, 0)) == Action.Kind.STEP;
  }

  /** Can a CPU take a step? */
  boolean runnable(int state, int cpu) {
    return load(state).cpu(cpu).runnable();
  }

  /** Adds the choices in a state, except those that time brings about. */
  void choices(int state, Ints choices) {
    load(state);
    expander.model().choices(choices);
  }

  private Machine load(int state) {
    expander.load(state);
    return expander.model().machine();
  }

  /** The panicking CPU; -1 if there is none, or if panic() is at its end. */
  int panics(int state) {
    Machine machine = load(state);
    boolean over = expander.model().ended() || expander.model().settling();
    return over ? -1 : machine.firmware().panicCpu();
  }

  /** Is a CPU waiting without a deadline? */
  boolean stuck(int state, int cpu) {
    return Stuck.is(load(state).cpu(cpu));
  }

  /** Has a CPU's step from one state to another changed only the CPU? */
  boolean looks(int from, int to, int cpu) {
    other = load(from).state().clone();
    return load(to).states().onlyLooked(cpu, other);
  }

  /** Adds the choices that time brings about in a state. */
  void times(int state, Ints choices) {
    load(state);
    expander.model().times(choices);
  }
}
