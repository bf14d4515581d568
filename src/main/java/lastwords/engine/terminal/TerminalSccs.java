package lastwords.engine.terminal;

import java.util.function.Consumer;
import java.util.function.IntPredicate;
import lastwords.engine.graph.Transitions;
import lastwords.engine.store.Bits;
import lastwords.engine.store.Components;
import lastwords.engine.store.Ints;

/**
 * What the state graph says about whole runs: which go on for ever, and from where only a hang can
 * follow.
 */
public final class TerminalSccs {
  private final Transitions graph;
  private final TerminalStates terminals;

  public TerminalSccs(Transitions graph, TerminalStates terminals) {
    this.graph = graph;
    this.terminals = terminals;
  }

  /**
   * The states from which one of these states can be reached, including themselves. Most
   * transitions lead to a higher number, so a few passes from the highest down suffice.
   */
  private Bits reaching(IntPredicate these) {
    Bits found = new Bits(graph.nodes());
    for (int state = graph.nodes() - 1; state >= 0; state--) {
      if (these.test(state) || graph.leads(state, found)) {
        found.set(state);
      }
    }
    while (spread(found)) {}
    return found;
  }

  /** Adds the states that lead to these, in one pass; false if there are no more. */
  private boolean spread(Bits found) {
    boolean more = false;
    for (int state = found.lastClear(graph.nodes() - 1); state >= 0; ) {
      if (graph.leads(state, found)) {
        found.set(state);
        more = true;
      }
      state = found.lastClear(state - 1);
    }
    return more;
  }

  /** Is a run over in this state, or is nothing known about its successors? */
  private boolean last(int state) {
    boolean over = graph.degree(state) == 0 || terminals.kind(state) >= 0;
    return over || !graph.expanded(state);
  }

  /**
   * Passes on the sets of states that a run never leaves and in none of which it is over; false if
   * there are none.
   */
  public boolean endless(Consumer<Ints> group) {
    Bits ending = reaching(this::last);
    Ints rest = new Ints();
    for (int state = 0; state < graph.nodes(); state++) {
      if (!ending.get(state)) {
        rest.add(state);
      }
    }
    if (rest.size() > 0) {
      endless(new Part(rest), group);
    }
    return rest.size() > 0;
  }

  private static void endless(Part part, Consumer<Ints> group) {
    int[] component = Components.of(part);
    Ints[] members = new Ints[part.nodes()];
    Bits left = new Bits(part.nodes()); // components that have an exit
    for (int node = 0; node < part.nodes(); node++) {
      Ints known = members[component[node]];
      members[component[node]] = known == null ? new Ints() : known;
      members[component[node]].add(part.state(node));
      for (int i = 0; i < part.degree(node); i++) {
        if (component[part.successor(node, i)] != component[node]) {
          left.set(component[node]);
        }
      }
    }
    for (int c = 0; c < part.nodes() && members[c] != null; c++) {
      if (!left.get(c)) {
        group.accept(members[c]);
      }
    }
  }

  /**
   * How many states lead only to hangs. Anything may follow a state that was not expanded, or an
   * endless run that was not judged.
   *
   * @param judged whether all endless runs were judged
   */
  public int doomed(boolean judged) {
    Bits open = new Bits(graph.nodes());
    if (!judged) {
      endless(states -> mark(states, open));
    }
    Bits escaping = reaching(state -> open.get(state) || escapes(state));
    return graph.nodes() - escaping.count();
  }

  private static void mark(Ints states, Bits open) {
    for (int i = 0; i < states.size(); i++) {
      open.set(states.get(i));
    }
  }

  private boolean escapes(int state) {
    int kind = terminals.kind(state);
    return !graph.expanded(state) || kind >= 0 && !terminals.hang(kind);
  }

  /** Some states of the graph, which no transition leaves. */
  private final class Part implements Components.Graph {
    private final Ints states;
    private final int[] nodeOf;

    Part(Ints states) {
      this.states = states;
      nodeOf = new int[graph.nodes()];
      for (int node = 0; node < states.size(); node++) {
        nodeOf[states.get(node)] = node;
      }
    }

    int state(int node) {
      return states.get(node);
    }

    @Override
    public int nodes() {
      return states.size();
    }

    @Override
    public int degree(int node) {
      return graph.degree(states.get(node));
    }

    @Override
    public int successor(int node, int index) {
      return nodeOf[graph.successor(states.get(node), index)];
    }
  }
}
