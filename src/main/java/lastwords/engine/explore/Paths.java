package lastwords.engine.explore;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.function.IntPredicate;

/** Shortest schedules from the first state to all others. */
final class Paths {
  private final StateGraph graph;
  private final int[] parent;
  private final int[] choice;
  private final int[] order;
  private int depth;

  Paths(StateGraph graph) {
    this.graph = graph;
    parent = new int[graph.nodes()];
    choice = new int[graph.nodes()];
    order = new int[graph.nodes()];
    Arrays.fill(parent, -1);
    walk();
  }

  private void walk() {
    int reached = 1;
    int levelEnd = 1;
    parent[0] = 0;
    for (int next = 0; next < reached; next++) {
      if (next == levelEnd) {
        depth++;
        levelEnd = reached;
      }
      int state = order[next];
      for (int i = 0; i < graph.degree(state); i++) {
        int target = graph.successor(state, i);
        if (parent[target] < 0) {
          parent[target] = state;
          choice[target] = graph.choice(state, i);
          order[reached++] = target;
        }
      }
    }
  }

  /** The length of the longest of them. */
  int depth() {
    return depth;
  }

  /** The nearest state of this kind; -1: there is none. */
  int nearest(IntPredicate kind) {
    return Arrays.stream(order).filter(kind).findFirst().orElse(-1);
  }

  List<Choice> to(int state) {
    List<Choice> path = new LinkedList<>();
    for (int at = state; at != 0; at = parent[at]) {
      path.add(Choice.of(choice[at]));
    }
    Collections.reverse(path);
    return path;
  }
}
