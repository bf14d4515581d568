package lastwords.engine.explore;

import java.util.BitSet;
import java.util.function.Consumer;

/**
 * What the state graph says of whole runs: which go on for ever, and from where there is no way but
 * into a hang.
 */
final class Runs {
  private final StateGraph graph;
  private final Judgements judgements;
  private final int[] component;
  private final int components;
  private final int[] start; // of each component in members
  private final int[] members;

  Runs(StateGraph graph, Judgements judgements) {
    this.graph = graph;
    this.judgements = judgements;
    component = Components.of(graph);
    int most = -1;
    for (int one : component) {
      most = Math.max(most, one);
    }
    components = most + 1;
    start = new int[components + 1];
    members = new int[component.length];
    sort();
  }

  private void sort() {
    for (int one : component) {
      start[one + 1]++;
    }
    for (int c = 0; c < components; c++) {
      start[c + 1] += start[c];
    }
    int[] at = start.clone();
    for (int state = 0; state < component.length; state++) {
      members[at[component[state]]++] = state;
    }
  }

  /** Shows the groups of states that a run never leaves and in none of which it is over. */
  void endless(Consumer<Ints> group) {
    for (int c = 0; c < components; c++) {
      if (endless(c)) {
        Ints states = new Ints();
        for (int i = start[c]; i < start[c + 1]; i++) {
          states.add(members[i]);
        }
        group.accept(states);
      }
    }
  }

  private boolean endless(int c) {
    for (int i = start[c]; i < start[c + 1]; i++) {
      int state = members[i];
      if (!graph.expanded(state) || judgements.kind(state) >= 0 || graph.degree(state) == 0) {
        return false;
      }
      for (int k = 0; k < graph.degree(state); k++) {
        if (component[graph.successor(state, k)] != c) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * How many states lead to nothing but hangs. Where a state was not expanded, anything may follow.
   */
  int doomed() {
    BitSet escapes = new BitSet();
    int doomed = 0;
    for (int c = 0; c < components; c++) {
      boolean ways = escapes(c, escapes);
      escapes.set(c, ways);
      doomed += ways ? 0 : start[c + 1] - start[c];
    }
    return doomed;
  }

  private boolean escapes(int c, BitSet below) {
    boolean judged = false;
    boolean leaves = false;
    for (int i = start[c]; i < start[c + 1]; i++) {
      int state = members[i];
      int kind = judgements.kind(state);
      judged |= kind >= 0;
      if (!graph.expanded(state) || kind >= 0 && !judgements.hang(kind)) {
        return true;
      }
      for (int k = 0; k < graph.degree(state); k++) {
        int target = component[graph.successor(state, k)];
        leaves |= target != c;
        if (target != c && below.get(target)) {
          return true;
        }
      }
    }
    return !judged && !leaves;
  }
}
