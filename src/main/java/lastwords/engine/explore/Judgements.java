package lastwords.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.machine.Cpu;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;
import lastwords.verdict.End;
import lastwords.verdict.Ending;
import lastwords.verdict.Ending.Cause;
import lastwords.verdict.Outcome;
import lastwords.verdict.Verdict;

/**
 * The states in which a run is over, each with its outcome. Outcomes are told apart by their
 * summaries.
 */
final class Judgements {
  private static final int NONE = -1;

  private final Explorer.Observer observer;
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Ints count = new Ints(); // of each kind: states
  private final Ints kindOf = new Ints(); // of each state
  private final Ints causeOf = new Ints();

  Judgements(Explorer.Observer observer) {
    this.observer = observer;
  }

  /** One more state, not judged. */
  void add() {
    kindOf.add(NONE);
    causeOf.add(NONE);
  }

  /** The machine is in this state, in which the run is over. */
  void judge(int state, Machine machine, Cause cause) {
    if (kindOf.get(state) != NONE) {
      return;
    }
    Outcome outcome = Verdict.of(machine, new Ending(cause, 0, List.of()));
    observer.over(machine, outcome);
    int kind = kinds.computeIfAbsent(outcome.summary(), summary -> outcomes.size());
    if (kind == outcomes.size()) {
      outcomes.add(outcome);
      count.add(0);
    }
    count.set(kind, count.get(kind) + 1);
    kindOf.set(state, kind);
    causeOf.set(state, cause.ordinal());
  }

  /** How many CPUs wait for something that has no end of its own. */
  static int stuck(Machine machine) {
    int stuck = 0;
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      Cpu one = machine.cpu(cpu);
      stuck += Stuck.is(one) ? 1 : 0;
    }
    return stuck;
  }

  int kinds() {
    return outcomes.size();
  }

  /** The kind of outcome that a state has; -1: the run is not over there. */
  int kind(int state) {
    return kindOf.get(state);
  }

  Cause cause(int state) {
    return Cause.values()[causeOf.get(state)];
  }

  boolean hang(int kind) {
    return outcomes.get(kind).end() == End.HANG;
  }

  String summary(int kind) {
    return outcomes.get(kind).summary();
  }

  int states(int kind) {
    return count.get(kind);
  }

  long bytes() {
    return kindOf.bytes() + causeOf.bytes();
  }
}
