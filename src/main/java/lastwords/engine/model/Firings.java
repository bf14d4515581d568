package lastwords.engine.model;

import java.util.ArrayList;
import java.util.List;
import lastwords.engine.FaultDescription;
import lastwords.machine.Machine;
import lastwords.machine.fault.Fault;
import lastwords.machine.part.InterruptController;
import lastwords.outcome.FaultCount;
import lastwords.outcome.FaultSeen;
import lastwords.scenario.expect.Budget;

/**
 * How often each fault of a scenario has fired in a model. It is not part of the state, since that
 * would split states; after a search it only shows which faults have fired at all.
 */
public final class Firings {
  private final List<Fault> faults;
  private final InterruptController interrupts;
  private final long[] count; // by fault
  private final long[] before; // by interrupt fault: what the machine had counted before
  private long[] first; // counts of faults that strike at the start
  private boolean stalled; // did the budget stall a CPU?
  private boolean dropped; // did the budget lose an interrupt?
  private final boolean watches; // is there an interrupt fault?

  Firings(List<Fault> faults, Machine machine) {
    this.faults = faults;
    this.interrupts = machine.interrupts();
    this.count = new long[faults.size()];
    this.before = new long[faults.size()];
    this.first = count.clone();
    this.watches = faults.stream().anyMatch(it -> it.rule().isPresent());
  }

  /** The same faults in another model. */
  Firings copy(Machine machine) {
    return new Firings(faults, machine);
  }

  /** What was counted so far belongs to every run. */
  void started() {
    first = count.clone();
  }

  /** Starts another run. */
  public void reset() {
    System.arraycopy(first, 0, count, 0, count.length);
  }

  /** A fault of a part has begun. */
  void began(Fault fault) {
    count[faults.indexOf(fault)]++;
  }

  /** The budget stalls a CPU. */
  void stalled() {
    stalled = true;
  }

  /** The budget loses an interrupt. */
  void dropped() {
    dropped = true;
  }

  /** A choice is about to be made. */
  void about() {
    for (int i = 0; watches && i < before.length; i++) {
      before[i] = interrupts.fired(faults.get(i).id());
    }
  }

  /** A choice was made: interrupt faults may have fired. */
  void made() {
    for (int i = 0; watches && i < before.length; i++) {
      count[i] += Math.max(0, interrupts.fired(faults.get(i).id()) - before[i]);
    }
  }

  /** The counts of a run. */
  public List<FaultCount> counts() {
    List<FaultCount> counts = new ArrayList<>();
    for (int i = 0; i < count.length; i++) {
      counts.add(new FaultCount(faults.get(i).id(), FaultDescription.of(faults.get(i)), count[i]));
    }
    return List.copyOf(counts);
  }

  /** The totals of several models; of a budget, only the faults that never occurred. */
  public static List<FaultSeen> seen(List<Firings> models, Budget budget) {
    List<FaultSeen> seen = new ArrayList<>();
    List<Fault> faults = models.get(0).faults;
    for (int i = 0; i < faults.size(); i++) {
      int number = i;
      boolean fired = models.stream().anyMatch(model -> model.count[number] > 0);
      seen.add(new FaultSeen(faults.get(i).id(), FaultDescription.of(faults.get(i)), fired));
    }
    if (budget.stalls() > 0 && models.stream().noneMatch(model -> model.stalled)) {
      seen.add(new FaultSeen(FaultSeen.BUDGET, "budget.stalls = " + budget.stalls(), false));
    }
    if (budget.drops() > 0 && models.stream().noneMatch(model -> model.dropped)) {
      seen.add(new FaultSeen(FaultSeen.BUDGET, "budget.drops = " + budget.drops(), false));
    }
    return List.copyOf(seen);
  }
}
