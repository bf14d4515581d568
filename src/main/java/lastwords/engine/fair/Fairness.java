package lastwords.engine.fair;

import lastwords.engine.graph.Subgraph;
import lastwords.engine.graph.Transitions;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.store.Ints;

/**
 * Which runs through a region are weakly fair: every action that is always enabled is taken. Faults
 * need not occur.
 */
final class Fairness {
  private final Transitions graph;
  private final Sight sight;
  private final boolean earlyTimeouts;

  Fairness(Transitions graph, Sight sight, boolean earlyTimeouts) {
    this.graph = graph;
    this.sight = sight;
    this.earlyTimeouts = earlyTimeouts;
  }

  /** Maps a choice to its action, regardless of its result. */
  static int action(int choice) {
    boolean step = Action.kind(choice) == Kind.STEP;
    return step ? Action.packed(Kind.STEP, Action.cpu(choice), 0) : choice;
  }

  /**
   * Actions enabled in all states of a region and taken in none: if there are any, no run that
   * stays there is fair.
   *
   * @param time do actions count for which time does not pass there? It passes eventually.
   */
  Ints denied(Subgraph region, boolean time) {
    Ints denied = actions(region.state(0), time);
    for (int node = 1; node < region.nodes() && denied.size() > 0; node++) {
      retain(denied, actions(region.state(node), time));
    }
    for (int node = 0; node < region.nodes() && denied.size() > 0; node++) {
      taken(region, region.state(node), denied);
    }
    return denied;
  }

  private void taken(Subgraph region, int state, Ints denied) {
    for (int i = 0; i < graph.degree(state); i++) {
      if (region.inside(state, i)) {
        denied.remove(action(graph.choice(state, i)));
      }
    }
  }

  /** The actions enabled in a state. */
  Ints actions(int state, boolean time) {
    Ints actions = new Ints();
    if (sight.alone(graph, state)) {
      sight.choices(state, actions); // the others have not been tried
    } else {
      tried(state, actions);
    }
    if (time && graph.held(state) || earlyTimeouts && sight.alone(graph, state)) {
      sight.times(state, actions);
    }
    return actions;
  }

  private void tried(int state, Ints actions) {
    for (int i = 0; i < graph.degree(state); i++) {
      int choice = graph.choice(state, i);
      boolean fault = Action.kind(choice) == Kind.STALL || Action.kind(choice) == Kind.DROP;
      if (!fault && !actions.contains(action(choice))) {
        actions.add(action(choice));
      }
    }
  }

  /** Keeps only the actions that are also among others. */
  static void retain(Ints actions, Ints others) {
    for (int i = actions.size() - 1; i >= 0; i--) {
      if (!others.contains(actions.get(i))) {
        actions.remove(actions.get(i));
      }
    }
  }
}
