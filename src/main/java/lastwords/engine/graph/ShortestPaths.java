package lastwords.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import lastwords.engine.model.Action;
import lastwords.engine.store.Bits;
import lastwords.engine.store.Ints;

/**
 * Shortest schedules from the first state to others. Of several shortest ones it is the
 * lexicographically first by choices, so it does not depend on the numbers of states.
 */
public final class ShortestPaths {
  private final Transitions graph;
  private final int[] order; // states, those with shorter schedules first
  private final Ints starts; // where each level begins in order, and the end of the last one
  private final int[] level; // by state: choices from the initial one; -1: unreachable

  private ShortestPaths(Transitions graph, int[] order, Ints starts) {
    this.graph = graph;
    this.order = order;
    this.starts = starts;
    level = new int[graph.nodes()];
    Arrays.fill(level, -1);
    for (int at = 0; at <= depth(); at++) {
      for (int i = starts.get(at); i < starts.get(at + 1); i++) {
        level[order[i]] = at;
      }
    }
  }

  /**
   * For a graph whose states are numbered in the order of the length of their schedules.
   *
   * @param starts the first number of each level, and the number of states
   */
  public static ShortestPaths inOrder(Transitions graph, Ints starts) {
    int[] order = new int[graph.nodes()];
    Arrays.setAll(order, state -> state);
    return new ShortestPaths(graph, order, starts);
  }

  /** For any graph. */
  public static ShortestPaths of(Transitions graph) {
    int[] order = new int[graph.nodes()];
    Bits seen = new Bits(graph.nodes());
    Ints starts = new Ints();
    seen.set(0);
    starts.add(0);
    int reached = 1;
    for (int next = 0; next < reached; ) {
      int end = reached;
      starts.add(end);
      while (next < end) {
        reached = follow(graph, order[next++], seen, order, reached);
      }
    }
    return new ShortestPaths(graph, order, starts);
  }

  private static int follow(Transitions graph, int state, Bits seen, int[] order, int reached) {
    int count = reached;
    for (int i = 0; i < graph.degree(state); i++) {
      int target = graph.successor(state, i);
      if (!seen.get(target)) {
        seen.set(target);
        order[count++] = target;
      }
    }
    return count;
  }

  /** The length of the longest of them. */
  public int depth() {
    return starts.size() - 2;
  }

  private int distance(IntPredicate kind) {
    for (int i = 0; i < starts.get(starts.size() - 1); i++) {
      if (kind.test(order[i])) {
        return level[order[i]];
      }
    }
    throw new IllegalStateException("no such state");
  }

  /**
   * A shortest schedule to a state of this kind, of which there must be one.
   *
   * @param end receives the state that it leads to
   */
  public List<Action> to(IntPredicate kind, IntConsumer end) {
    int distance = distance(kind);
    Bits leading = leading(kind, distance);
    List<Action> path = new ArrayList<>();
    int state = 0;
    while (level[state] < distance) {
      int next = next(state, leading);
      path.add(Action.of(graph.choice(state, next)));
      state = graph.successor(state, next);
    }
    end.accept(state);
    return path;
  }

  /** The states on shortest schedules to those of a kind that are at this distance. */
  private Bits leading(IntPredicate kind, int distance) {
    Bits leading = new Bits(level.length);
    for (int i = starts.get(distance + 1) - 1; i >= 0; i--) {
      int state = order[i];
      boolean last = level[state] == distance;
      boolean leads = !last && graph.leads(state, leading) && next(state, leading) >= 0;
      if (leads || last && kind.test(state)) {
        leading.set(state);
      }
    }
    return leading;
  }

  /** The first transition of a state that continues towards them. */
  private int next(int state, Bits leading) {
    for (int i = 0; i < graph.degree(state); i++) {
      int target = graph.successor(state, i);
      if (leading.get(target) && level[target] == level[state] + 1) {
        return i;
      }
    }
    return -1;
  }
}
