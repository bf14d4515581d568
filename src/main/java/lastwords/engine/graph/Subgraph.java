package lastwords.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lastwords.engine.store.Components;
import lastwords.engine.store.Ints;

/** Some states of the graph, and those transitions between them that are kept. */
public final class Subgraph implements Components.Graph {
  private static final int FEW = 64; // with fewer than one state in 64, binary search is used

  /** Which transitions are kept. */
  public interface Kept {
    /** All of them. */
    Kept ALL = (state, index) -> true;

    boolean test(int state, int index);
  }

  private final Transitions graph;
  private final int[] states; // ascending
  private final int[] nodes; // by state of the graph: its node + 1; empty if there are few
  private final Kept kept;

  public Subgraph(Transitions graph, int[] states, Kept kept) {
    this.graph = graph;
    this.states = states;
    this.kept = kept;
    boolean few = states.length < graph.nodes() / FEW;
    this.nodes = new int[few ? 0 : graph.nodes()];
    for (int node = 0; !few && node < states.length; node++) {
      nodes[states[node]] = node + 1;
    }
  }

  public int state(int node) {
    return states[node];
  }

  /** The node of a state of the graph; negative if it is not part of this. */
  public int node(int state) {
    return nodes.length > 0 ? nodes[state] - 1 : Arrays.binarySearch(states, state);
  }

  /** Is a state's transition one of the subgraph's? */
  public boolean inside(int state, int index) {
    return node(graph.successor(state, index)) >= 0 && kept.test(state, index);
  }

  @Override
  public int nodes() {
    return states.length;
  }

  @Override
  public int degree(int node) {
    return graph.degree(states[node]);
  }

  /**
   * The target of a transition; one that is not part of the subgraph leads back to its own node.
   */
  @Override
  public int successor(int node, int index) {
    int to = node(graph.successor(states[node], index));
    return to >= 0 && kept.test(states[node], index) ? to : node;
  }

  /** The largest sets of states in each of which a run can stay for ever, each ascending. */
  public List<int[]> rounds() {
    int[] component = Components.of(this);
    int[] sizes = new int[states.length];
    for (int node = 0; node < states.length; node++) {
      sizes[component[node]]++;
    }
    Ints[] members = new Ints[states.length];
    List<Ints> rounds = new ArrayList<>();
    for (int node = 0; node < states.length; node++) {
      int c = component[node];
      if (members[c] == null && (sizes[c] > 1 || turns(states[node]))) {
        members[c] = new Ints();
        rounds.add(members[c]);
      }
      if (members[c] != null) {
        members[c].add(states[node]);
      }
    }
    return rounds.stream().map(it -> Arrays.copyOf(it.array(), it.size())).toList();
  }

  /** Does a state have a transition to itself? */
  private boolean turns(int state) {
    for (int i = 0; i < graph.degree(state); i++) {
      if (graph.successor(state, i) == state && kept.test(state, i)) {
        return true;
      }
    }
    return false;
  }
}
