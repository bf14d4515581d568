package lastwords.engine.expand;

import java.util.Arrays;
import lastwords.engine.graph.StateGraph;
import lastwords.engine.graph.Transitions;
import lastwords.engine.model.Model;
import lastwords.engine.reduce.SymmetryReduction;
import lastwords.engine.reduce.UnfoldedQuotient;
import lastwords.engine.store.ByteLog;
import lastwords.engine.store.CollapseLayout;
import lastwords.engine.store.VisitedSet;
import lastwords.engine.terminal.StateObserver;
import lastwords.engine.terminal.TerminalStates;
import lastwords.scenario.Setup;

/**
 * The results of a search, to which all workers add: the states reached, the transitions between
 * them, and the states in which a run is over.
 */
public final class SearchSpace {
  final VisitedSet states;
  final SymmetryReduction symmetry;
  final StateObserver observer;
  final ByteLog[] logs; // by worker: the pieces of the states that it has found
  private final StateGraph graph;
  private final Transitions whole;
  private final TerminalStates terminals;

  /**
   * @param model in its initial state
   * @param symmetry which states stand for two
   * @param exact whether states are compared word for word
   */
  public SearchSpace(
      Setup setup,
      Model model,
      SymmetryReduction symmetry,
      boolean exact,
      StateObserver observer,
      int workers) {
    this.symmetry = symmetry;
    this.observer = observer;
    this.terminals = new TerminalStates(setup, observer, symmetry.any());
    CollapseLayout layout = new CollapseLayout(model.machine());
    this.states = new VisitedSet(layout, model.state(), exact, symmetry.any());
    this.graph = new StateGraph(workers, symmetry.any());
    this.whole = symmetry.any() ? new UnfoldedQuotient(graph, symmetry) : graph;
    this.logs = new ByteLog[workers];
    Arrays.setAll(logs, worker -> new ByteLog());
  }

  public StateGraph graph() {
    return graph;
  }

  /** The graph; unfolded if states also stand for their images. */
  public Transitions whole() {
    return whole;
  }

  public TerminalStates terminals() {
    return terminals;
  }

  public SymmetryReduction symmetry() {
    return symmetry;
  }

  /** Number of states reached. */
  public int size() {
    return states.size();
  }

  /** Number of transitions of the expanded states. */
  public long edges() {
    long all = 0;
    for (int state = 0; state < graph.nodes(); state++) {
      all += graph.degree(state);
    }
    return all;
  }

  /**
   * The sum, over all pairs of states, of the probability that their 64-bit fingerprints are equal.
   */
  public double collision() {
    double count = size();
    return states.exact ? 0 : count * (count - 1) / 2 / Math.pow(2, Long.SIZE);
  }

  /** Are more states about to be added than there is room for? Then call {@link #grow}. */
  public boolean crowded() {
    return states.crowded();
  }

  /** Makes room for more states; no worker may be running. */
  public void grow() {
    states.grow();
  }

  /** Admits all states reached so far for expansion and judgement; no worker may be running. */
  public void admit() {
    graph.nodes(size());
    terminals.nodes(size());
  }

  /** Bytes of memory. */
  public long bytes() {
    long bytes = states.bytes() + graph.bytes() + terminals.bytes();
    for (ByteLog log : logs) {
      bytes += log.bytes();
    }
    return bytes;
  }
}
