package lastwords.engine.reduce;

import lastwords.engine.graph.StateGraph;
import lastwords.engine.graph.Transitions;
import lastwords.engine.store.Bits;

/**
 * A graph in which each state also stood for its image, with both as separate states: state n
 * becomes 2 n, its image 2 n + 1.
 */
public final class UnfoldedQuotient implements Transitions {
  private final StateGraph graph;
  private final SymmetryReduction symmetry;

  public UnfoldedQuotient(StateGraph graph, SymmetryReduction symmetry) {
    this.graph = graph;
    this.symmetry = symmetry;
  }

  @Override
  public int nodes() {
    return 2 * graph.nodes();
  }

  @Override
  public int degree(int node) {
    return graph.degree(node >> 1);
  }

  @Override
  public int successor(int node, int index) {
    int state = node >> 1;
    int swapped = graph.swaps(state, index) ? 1 : 0;
    return 2 * graph.successor(state, index) + (node & 1 ^ swapped);
  }

  @Override
  public boolean expanded(int node) {
    return graph.expanded(node >> 1);
  }

  @Override
  public boolean held(int node) {
    return graph.held(node >> 1);
  }

  @Override
  public int choice(int node, int index) {
    int choice = graph.choice(node >> 1, index);
    return (node & 1) == 0 ? choice : symmetry.choice(choice);
  }

  @Override
  public boolean leads(int node, Bits these) {
    return has(node, these, true);
  }

  @Override
  public boolean leadsOnly(int node, Bits these) {
    return !has(node, these, false);
  }

  private boolean has(int node, Bits these, boolean inside) {
    for (int i = degree(node) - 1; i >= 0; i--) {
      if (these.get(successor(node, i)) == inside) {
        return true;
      }
    }
    return false;
  }
}
