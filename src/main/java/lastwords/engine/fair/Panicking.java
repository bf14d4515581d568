package lastwords.engine.fair;

import java.util.Arrays;
import lastwords.engine.graph.Subgraph;
import lastwords.engine.graph.Transitions;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;

/** The panicking CPU in a component. */
final class Panicking {
  private final Transitions graph;
  private final Sight sight;
  private final int cpu;
  private final int[] states; // ascending
  private final boolean[] acts; // by state: does its step change anything apart from the CPU?

  Panicking(Transitions graph, Sight sight, int cpu, Subgraph round) {
    this.graph = graph;
    this.sight = sight;
    this.cpu = cpu;
    this.states = new int[round.nodes()];
    this.acts = new boolean[round.nodes()];
    for (int node = 0; node < states.length; node++) {
      states[node] = round.state(node);
      acts[node] = acts(round, states[node]);
    }
  }

  private boolean acts(Subgraph round, int state) {
    for (int i = 0; i < graph.degree(state); i++) {
      if (steps(state, i)
          && round.inside(state, i)
          && !sight.looks(state, graph.successor(state, i), cpu)) {
        return true;
      }
    }
    return false;
  }

  boolean runs(int state) {
    return sight.runnable(state, cpu);
  }

  boolean stuck(int state) {
    return sight.stuck(state, cpu);
  }

  /** Is a transition its step? */
  boolean steps(int state, int index) {
    int choice = graph.choice(state, index);
    return Action.kind(choice) == Kind.STEP && Action.cpu(choice) == cpu;
  }

  /** Is a transition of the component its step, and more than a poll? */
  boolean acts(int state, int index) {
    return steps(state, index) && acts(state);
  }

  /** Is its step in a state of the component more than a poll? */
  boolean acts(int state) {
    return acts[Arrays.binarySearch(states, state)];
  }
}
