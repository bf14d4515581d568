package lastwords.engine.store;

import java.util.Arrays;

/** The strongly connected components of a graph, found by Tarjan's algorithm without recursion. */
public final class Components {
  /** A graph whose nodes are numbered from 0. */
  public interface Graph {
    int nodes();

    int degree(int node);

    int successor(int node, int index);
  }

  private final Graph graph;
  private final int[] component;
  private final int[] low;
  private final int[] index;
  private final int[] nextEdge;
  private final Ints path = new Ints();
  private final Ints open = new Ints();
  private int visited;
  private int count;

  private Components(Graph graph) {
    this.graph = graph;
    int nodes = graph.nodes();
    component = new int[nodes];
    low = new int[nodes];
    index = new int[nodes];
    nextEdge = new int[nodes];
    Arrays.fill(component, -1);
  }

  /**
   * Each node's component. A component's number is higher than those of all components reachable
   * from it.
   */
  public static int[] of(Graph graph) {
    Components components = new Components(graph);
    for (int node = 0; node < graph.nodes(); node++) {
      if (components.index[node] == 0) {
        components.visit(node);
      }
    }
    return components.component;
  }

  private void visit(int root) {
    enter(root);
    while (path.size() > 0) {
      int node = path.get(path.size() - 1);
      if (nextEdge[node] < graph.degree(node)) {
        follow(node, graph.successor(node, nextEdge[node]++));
      } else {
        leave(node);
      }
    }
  }

  private void enter(int node) {
    index[node] = ++visited;
    low[node] = visited;
    path.add(node);
    open.add(node);
  }

  private void follow(int node, int next) {
    if (index[next] == 0) {
      enter(next);
    } else if (component[next] < 0) {
      low[node] = Math.min(low[node], index[next]);
    }
  }

  private void leave(int node) {
    path.removeLast();
    if (path.size() > 0) {
      int parent = path.get(path.size() - 1);
      low[parent] = Math.min(low[parent], low[node]);
    }
    if (low[node] == index[node]) {
      int member;
      do {
        member = open.removeLast();
        component[member] = count;
      } while (member != node);
      count++;
    }
  }
}
