package lastwords.engine.explore;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.engine.expand.Expander;
import lastwords.engine.expand.SearchSpace;
import lastwords.engine.fair.FairCycle;
import lastwords.engine.fair.FairCycles;
import lastwords.engine.fair.Sight;
import lastwords.engine.graph.Transitions;
import lastwords.engine.model.Action;
import lastwords.engine.model.Model;
import lastwords.engine.store.Bits;
import lastwords.engine.store.Ints;
import lastwords.engine.terminal.TerminalSccs;
import lastwords.engine.terminal.TerminalStates;
import lastwords.outcome.Ending.Cause;

/** Finds endless runs in the graph of a search, and their outcomes. */
final class DivergenceCheck {
  private final SearchSpace space;
  private final Transitions whole;
  private final TerminalStates terminals;
  private final Expander expander;
  private final Sight sight;
  private final boolean earlyTimeouts;
  private Bits again = new Bits(0); // states in which time has to pass
  private boolean endless; // are there sets of states that a run never leaves?
  private List<FairCycle> cycles = List.of();
  private final SortedMap<Integer, FairCycle> cycleOf = new TreeMap<>(); // by state

  /**
   * @param expander used to load states
   */
  DivergenceCheck(SearchSpace space, Expander expander, Sight sight, boolean earlyTimeouts) {
    this.space = space;
    this.whole = space.whole();
    this.terminals = space.terminals();
    this.expander = expander;
    this.sight = sight;
    this.earlyTimeouts = earlyTimeouts;
  }

  /** The states in which time has to pass before it is known which runs go on for ever. */
  Ints held() {
    Ints reopened = new Ints();
    again = new Bits(space.graph().nodes());
    endless = new TerminalSccs(whole, terminals).endless(members -> reopen(members, reopened));
    if (reopened.size() == 0) {
      reopen(findCycles().held(), reopened);
    }
    return reopened;
  }

  private void reopen(Ints members, Ints reopened) {
    for (int i = 0; i < members.size(); i++) {
      int state = members.get(i) >> (space.symmetry().any() ? 1 : 0);
      if (space.graph().held(state) && !again.get(state)) {
        again.set(state);
        reopened.add(state);
      }
    }
  }

  /** Looks for cycles. */
  FairCycles findCycles() {
    FairCycles known = FairCycles.of(whole, sight, earlyTimeouts);
    cycles = known.found();
    return known;
  }

  /**
   * For a state judged by a cycle: the actions of one iteration, starting there; otherwise nothing.
   */
  List<Action> turn(int state) {
    FairCycle cycle = cycleOf.get(state);
    return cycle == null ? List.of() : cycle.from(state);
  }

  // ---- judging ----

  /**
   * Judges the runs that go on for ever.
   *
   * @param exhausted whether all states are known
   * @return whether all such runs are then judged
   */
  boolean judge(boolean exhausted) {
    boolean judged = exhausted;
    if (judged && endless) {
      judged = !new TerminalSccs(whole, terminals).endless(this::judgeEndless);
    }
    cycles.forEach(this::judge);
    return judged;
  }

  /**
   * Judges a set of states that a run never leaves. It is a hang if the panicking CPU does nothing
   * there; otherwise any wait that lasts in one of the states is not permanent, and the states with
   * the fewest waits count.
   */
  private void judgeEndless(Ints members) {
    Model model = expander.model();
    int panics = -1;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < members.size(); i++) {
      expander.load(members.get(i));
      panics = model.machine().firmware().panicCpu();
      fewest = Math.min(fewest, TerminalStates.stuck(model.machine()));
    }
    boolean hangs = panics >= 0 && !acts(panics, members);
    for (int i = 0; i < members.size(); i++) {
      expander.load(members.get(i));
      if (hangs || TerminalStates.stuck(model.machine()) == fewest) {
        Cause cause = model.settling() ? Cause.SETTLED : hangs ? Cause.STUCK : Cause.ENDLESS;
        expander.judgeAgain(members.get(i), cause);
      }
    }
  }

  private void judge(FairCycle cycle) {
    Ints showing = cycle.showing();
    for (int i = 0; i < showing.size(); i++) {
      int state = showing.get(i);
      if (terminals.kind(state) < 0) {
        expander.judgeAgain(state, cycle.cause());
      }
      if (terminals.cause(state) == cycle.cause()) {
        cycleOf.putIfAbsent(state, cycle);
      }
    }
  }

  private boolean acts(int cpu, Ints members) {
    for (int i = 0; i < members.size(); i++) {
      int member = members.get(i);
      for (int k = 0; k < whole.degree(member); k++) {
        Action choice = Action.of(whole.choice(member, k));
        if (choice.kind() == Action.Kind.STEP && choice.cpu() == cpu) {
          return true;
        }
      }
    }
    return false;
  }
}
