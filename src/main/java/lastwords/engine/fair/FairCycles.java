package lastwords.engine.fair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import lastwords.engine.graph.Subgraph;
import lastwords.engine.graph.Transitions;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.store.Bits;
import lastwords.engine.store.Ints;
import lastwords.engine.terminal.TerminalSccs;

/**
 * The cycles of a state graph: where a weakly fair run can stay for ever although it could leave,
 * so that panic() never ends. Where there is no way out, {@link TerminalSccs#endless} finds it.
 *
 * <p>Time, unless the search has early timeouts: no timed wait ends, and no text is sent, in states
 * from which the panicking CPU leaves the cycle just by continuing. Its next steps take less time
 * than that.
 */
public final class FairCycles {
  private static final int SLOW = 64;

  private final Transitions graph;
  private final Sight sight;
  private final boolean earlyTimeouts;
  private final Fairness fairness;
  private final List<FairCycle> found = new ArrayList<>();
  private final Ints held = new Ints();

  private FairCycles(Transitions graph, Sight sight, boolean earlyTimeouts) {
    this.graph = graph;
    this.sight = sight;
    this.earlyTimeouts = earlyTimeouts;
    this.fairness = new Fairness(graph, sight, earlyTimeouts);
  }

  /** Looks for them; in a graph without cycles this takes a few passes. */
  public static FairCycles of(Transitions graph, Sight sight, boolean earlyTimeouts) {
    FairCycles cycles = new FairCycles(graph, sight, earlyTimeouts);
    int[] states = cycles.going();
    if (states.length > 0) {
      new Subgraph(graph, states, Subgraph.Kept.ALL).rounds().forEach(cycles::look);
    }
    return cycles;
  }

  public List<FairCycle> found() {
    return Collections.unmodifiableList(found);
  }

  /** States in which time has to pass before it is known whether there is a cycle. */
  public Ints held() {
    return held;
  }

  /** The states from which a run can go on for ever, and perhaps others. */
  private int[] going() {
    Bits ends = new Bits(graph.nodes());
    int left = graph.nodes();
    int enough = left; // if a pass gains little, the rest is left to the search for components
    for (int before = left + 1; left < before && left <= enough; ) {
      before = left;
      enough = left - left / SLOW;
      int at = ends.lastClear(graph.nodes() - 1);
      for (; at >= 0; at = ends.lastClear(at - 1)) {
        if (graph.leadsOnly(at, ends)) {
          ends.set(at);
          left--;
        }
      }
    }
    int[] going = new int[left];
    int next = 0;
    for (int state = 0; state < graph.nodes(); state++) {
      if (!ends.get(state)) {
        going[next++] = state;
      }
    }
    return going;
  }

  private void look(int[] round) {
    Subgraph region = new Subgraph(graph, round, Subgraph.Kept.ALL);
    if (!open(region) || fairness.denied(region, false).size() > 0) {
      return;
    }
    int cpu = sight.panics(round[0]);
    if (cpu >= 0) {
      Panicking panicking = new Panicking(graph, sight, cpu, region);
      narrow(round, panicking, true);
      narrow(round, panicking, false);
    }
  }

  /** Does a transition leave the region? */
  private boolean open(Subgraph region) {
    for (int node = 0; node < region.nodes(); node++) {
      int state = region.state(node);
      for (int i = 0; i < graph.degree(state); i++) {
        if (region.node(graph.successor(state, i)) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Removes the states of a component that belong to no cycle. */
  private void narrow(int[] round, Panicking panicking, boolean waits) {
    Deque<int[]> open = new ArrayDeque<>(List.of(round));
    while (!open.isEmpty()) {
      int[] states = open.pop();
      Subgraph region = region(states, panicking, waits);
      List<int[]> rounds = region.rounds();
      if (rounds.size() == 1 && rounds.get(0).length == states.length) {
        judge(new FairCycle(graph, fairness, region, panicking, waits), region);
      } else {
        rounds.forEach(open::push);
      }
    }
  }

  private Subgraph region(int[] states, Panicking panicking, boolean waits) {
    Subgraph all =
        new Subgraph(graph, states, (state, index) -> !waits || !panicking.acts(state, index));
    if (earlyTimeouts) {
      return all;
    }
    boolean[] escapes = new Escapes(all, panicking).all();
    return new Subgraph(
        graph,
        states,
        (state, index) ->
            (!waits || !panicking.acts(state, index))
                && !(takesTime(graph.choice(state, index)) && escapes[all.node(state)]));
  }

  private static boolean takesTime(int choice) {
    Kind kind = Action.kind(choice);
    return kind == Kind.TIMEOUT || kind == Kind.TIMER || kind == Kind.SEND;
  }

  private void judge(FairCycle cycle, Subgraph region) {
    if (fairness.denied(region, false).size() > 0 || !cycle.counts()) {
      return;
    }
    if (fairness.denied(region, true).size() == 0) {
      found.add(cycle);
      return;
    }
    for (int node = 0; node < region.nodes(); node++) {
      if (graph.held(region.state(node))) {
        held.add(region.state(node));
      }
    }
  }

  /** From which states the panicking CPU leaves a region just by continuing. */
  private final class Escapes {
    private static final int UNKNOWN = 0;
    private static final int STAYS = 1;
    private static final int ESCAPES = 2;

    private final Subgraph region;
    private final Panicking panicking;
    private final int[] known;

    Escapes(Subgraph region, Panicking panicking) {
      this.region = region;
      this.panicking = panicking;
      this.known = new int[region.nodes()];
    }

    boolean[] all() {
      boolean[] escapes = new boolean[known.length];
      for (int node = 0; node < known.length; node++) {
        follow(node);
        escapes[node] = known[node] == ESCAPES;
      }
      return escapes;
    }

    private void follow(int start) {
      Ints path = new Ints();
      int node = start;
      int end = STAYS;
      while (known[node] == UNKNOWN) {
        known[node] = STAYS; // in case the path returns here
        path.add(node);
        int index = step(region.state(node));
        if (index < 0) {
          break;
        }
        if (!region.inside(region.state(node), index)) {
          end = ESCAPES;
          break;
        }
        node = region.node(graph.successor(region.state(node), index));
        end = known[node] == ESCAPES ? ESCAPES : STAYS;
      }
      for (int i = 0; i < path.size(); i++) {
        known[path.get(i)] = end;
      }
    }

    /**
     * Its step in a state, the one that leaves if there are two; negative if there is none. Where
     * only another CPU's step was tried, its own comes after that.
     */
    private int step(int state) {
      int step = sight.alone(graph, state) && panicking.runs(state) ? 0 : -1;
      for (int i = 0; i < graph.degree(state); i++) {
        if (panicking.steps(state, i)) {
          step = step < 0 || !region.inside(state, i) ? i : step;
        }
      }
      return step;
    }
  }
}
