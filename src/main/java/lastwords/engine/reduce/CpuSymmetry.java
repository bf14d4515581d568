package lastwords.engine.reduce;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lastwords.engine.model.Action;
import lastwords.engine.model.InFlight;
import lastwords.engine.model.Model;
import lastwords.engine.reach.Roles;
import lastwords.machine.Machine;
import lastwords.machine.compare.CpuSwap;
import lastwords.machine.compare.WordRoles;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;

/**
 * Two interchangeable CPUs of a setup: they run the same code, and faults that affect one of them
 * affect the other. Maps states and choices to those with the two swapped; the user of this class
 * has to check that the swap really is a symmetry.
 */
public final class CpuSymmetry {
  private final Model model;
  private final CpuSwap swap;
  private final InFlight inFlight;
  private final int first;
  private final int second;

  /**
   * @param model in its initial state
   */
  CpuSymmetry(Setup setup, Model model, WordRoles roles, int first, int second) {
    this.model = model;
    this.inFlight = model.inFlight();
    this.first = first;
    this.second = second;
    long[] initial = model.state().clone();
    this.swap = new CpuSwap(model.machine(), first, second, setup.entries(), roles, initial);
  }

  /**
   * All pairs of neighbours among such CPUs, which generate all their permutations.
   *
   * @param model in its initial state
   */
  public static List<CpuSymmetry> of(Setup setup, Budget budget, Model model) {
    if (model.machine().cpu(0).severalStacks()) {
      return List.of(); // stacks that a CPU has left are not handled here
    }
    List<int[]> pairs = pairs(setup, budget);
    if (pairs.isEmpty()) {
      return List.of();
    }
    WordRoles roles = new Roles(setup.image(), offset -> differs(model.machine(), offset));
    return pairs.stream().map(it -> new CpuSymmetry(setup, model, roles, it[0], it[1])).toList();
  }

  private static List<int[]> pairs(Setup setup, Budget budget) {
    List<int[]> pairs = new ArrayList<>();
    for (int second = 1; second < setup.machine().cpus(); second++) {
      boolean found = false;
      for (int first = second - 1; first >= 0 && !found; first--) {
        found = alike(setup, budget, first, second);
        if (found) {
          pairs.add(new int[] {first, second});
        }
      }
    }
    return pairs;
  }

  /** Does the word at an offset of their areas have a different initial value on each CPU? */
  private static boolean differs(Machine machine, int offset) {
    int areas = machine.image().data().length;
    int words = machine.image().perCpu().length;
    return IntStream.range(0, machine.cpus())
            .mapToLong(cpu -> machine.memory().word(areas + cpu * words + offset))
            .distinct()
            .count()
        == machine.cpus();
  }

  private static boolean alike(Setup setup, Budget budget, int first, int second) {
    int one = setup.entries().get(first);
    int other = setup.entries().get(second);
    boolean budgets = ((budget.stallCpus() >>> first ^ budget.stallCpus() >>> second) & 1) == 0;
    return budgets
        && setup.faults().stream().noneMatch(fault -> fault.names(first) || fault.names(second))
        && CpuSwap.same(setup.image(), one, other);
  }

  /** Writes the image of a state. */
  public void apply(long[] state, long[] image) {
    swap.apply(state, image);
    inFlight.swap(first, second, image);
  }

  /** Maps an item of a footprint. */
  int noted(int entry) {
    Machine machine = model.machine();
    if (entry >= 0) {
      int memory = machine.offset(machine.wiring().memory());
      return memory + swap.address(entry - memory);
    }
    int part = -1 - entry;
    return part < machine.wiring().parts() ? -1 - swap.part(part) : entry;
  }

  /** Maps a packed action. */
  public int choice(int choice) {
    int cpu = swap.cpu(Action.cpu(choice));
    return Action.packed(Action.kind(choice), cpu, Action.number(choice));
  }

  @Override
  public String toString() {
    return "cpu" + first + " and cpu" + second;
  }
}
