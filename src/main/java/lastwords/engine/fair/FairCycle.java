package lastwords.engine.fair;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.function.IntPredicate;
import lastwords.engine.graph.Subgraph;
import lastwords.engine.graph.Transitions;
import lastwords.engine.model.Action;
import lastwords.engine.store.Ints;
import lastwords.outcome.Ending.Cause;

/** A set of states in which a weakly fair run can stay for ever, so that panic() never ends. */
public final class FairCycle {
  /** Decides whether a search for a transition is over. */
  private interface Goal {
    boolean reached(int state, int index);
  }

  private final Transitions graph;
  private final Fairness fairness;
  private final Subgraph region;
  private final Panicking panicking;
  private final boolean waits;

  /**
   * @param waits whether the panicking CPU only polls there; otherwise it acts, without getting
   *     anywhere
   */
  FairCycle(
      Transitions graph, Fairness fairness, Subgraph region, Panicking panicking, boolean waits) {
    this.graph = graph;
    this.fairness = fairness;
    this.region = region;
    this.panicking = panicking;
    this.waits = waits;
  }

  public Cause cause() {
    return waits ? Cause.STARVED : Cause.CYCLING;
  }

  /**
   * Is it a cycle? If the panicking CPU does nothing there, it is not one of those in which it
   * acts.
   */
  boolean counts() {
    for (int node = 0; !waits && node < region.nodes(); node++) {
      if (acts(region.state(node))) {
        return true;
      }
    }
    return waits;
  }

  /**
   * The states that represent the cycle: those in which the panicking CPU waits, if there are any,
   * otherwise those in which it is about to do no more than poll; or those in which it does
   * something.
   */
  public Ints showing() {
    Ints stuck = states(panicking::stuck);
    if (!waits || stuck.size() > 0) {
      return waits ? stuck : states(this::acts);
    }
    Ints looking = states(state -> !panicking.acts(state));
    return looking.size() > 0 ? looking : states(state -> true);
  }

  private Ints states(IntPredicate such) {
    Ints states = new Ints();
    for (int node = 0; node < region.nodes(); node++) {
      if (such.test(region.state(node))) {
        states.add(region.state(node));
      }
    }
    return states;
  }

  private boolean acts(int state) {
    for (int i = 0; i < graph.degree(state); i++) {
      if (region.inside(state, i) && panicking.acts(state, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A path from a state back to it, such that a run that repeats it is weakly fair. It does not
   * depend on the numbers of states.
   */
  public List<Action> from(int start) {
    List<Action> lap = new ArrayList<>();
    Ints owed = fairness.actions(start, true); // enabled all the time so far, but not taken
    boolean acted = waits;
    int at = start;
    while (lap.isEmpty() || at != start || owed.size() > 0 || !acted) {
      int[] path = path(at, goal(owed, acted, start));
      for (int index : path) {
        acted |= panicking.acts(at, index);
        lap.add(Action.of(graph.choice(at, index)));
        owed.remove(Fairness.action(graph.choice(at, index)));
        at = graph.successor(at, index);
        Fairness.retain(owed, fairness.actions(at, true));
      }
    }
    return lap;
  }

  private Goal goal(Ints owed, boolean acted, int start) {
    if (owed.size() > 0) {
      int action = owed.get(0);
      return (state, index) ->
          Fairness.action(graph.choice(state, index)) == action
              || !fairness.actions(graph.successor(state, index), true).contains(action);
    }
    return acted ? (state, index) -> graph.successor(state, index) == start : panicking::acts;
  }

  /** The transitions to the nearest goal, the first of the shortest paths. */
  private int[] path(int from, Goal goal) {
    int[] reachedBy = new int[region.nodes()]; // node + 1
    int[] index = new int[region.nodes()];
    Ints open = new Ints();
    open.add(region.node(from));
    reachedBy[region.node(from)] = open.get(0) + 1;
    for (int next = 0; next < open.size(); next++) {
      int node = open.get(next);
      int state = region.state(node);
      for (int i = 0; i < graph.degree(state); i++) {
        if (region.inside(state, i)) {
          if (goal.reached(state, i)) {
            return back(node, i, region.node(from), reachedBy, index);
          }
          int to = region.node(graph.successor(state, i));
          if (reachedBy[to] == 0) {
            reachedBy[to] = node + 1;
            index[to] = i;
            open.add(to);
          }
        }
      }
    }
    throw new IllegalStateException("a cycle that cannot be gone round");
  }

  private static int[] back(int last, int lastIndex, int from, int[] reachedBy, int[] index) {
    LinkedList<Integer> path = new LinkedList<>(List.of(lastIndex));
    for (int node = last; node != from; node = reachedBy[node] - 1) {
      path.addFirst(index[node]);
    }
    return path.stream().mapToInt(Integer::intValue).toArray();
  }
}
