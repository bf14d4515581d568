package lastwords.engine.sample;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.FaultRule;
import lastwords.machine.bus.FaultRule.Kind;
import lastwords.scenario.Setup;

/** A setup whose panic, or whose fault, comes at another moment and on another CPU. */
public final class Moments {
  private static final int ALWAYS = 100; // percent

  private Moments() {}

  /**
   * The work of one CPU is done by another, which begins it so late. The two change places.
   *
   * @param from the CPU whose work it is
   * @param to the CPU that is to do it
   * @param nanos from the start of the machine
   */
  public static Setup begins(Setup setup, int from, int to, long nanos) {
    List<Integer> entries = new ArrayList<>(setup.entries());
    entries.set(from, setup.entries().get(to));
    entries.set(to, setup.entries().get(from));
    List<FaultRule> faults = new ArrayList<>(setup.faults());
    if (nanos > 0) {
      faults.add(stall(faults.size(), to, 0, nanos));
    }
    return new Setup(setup.image(), setup.machine(), entries, faults, setup.limits());
  }

  /**
   * All faults of parts come at that moment, those of CPUs to that CPU. Where there are none, the
   * CPU stalls for good.
   */
  public static Setup fails(Setup setup, int cpu, long nanos) {
    List<FaultRule> faults = new ArrayList<>();
    for (FaultRule rule : setup.faults()) {
      faults.add(
          new FaultRule(
              rule.id(),
              rule.kind(),
              ofCpu(rule.kind()) ? cpu : rule.cpu(),
              rule.from(),
              rule.vector(),
              "",
              "",
              rule.device(),
              nanos,
              rule.nanos(),
              rule.factor(),
              rule.probability(),
              rule.interval(),
              rule.times(),
              rule.space()));
    }
    if (faults.isEmpty()) {
      faults.add(stall(0, cpu, nanos, -1));
    }
    return new Setup(setup.image(), setup.machine(), setup.entries(), faults, setup.limits());
  }

  private static boolean ofCpu(Kind kind) {
    return switch (kind) {
      case STALL_CPU, CORRUPT_IDT, NMI_BUTTON -> true;
      case DROP_INTERRUPT, DELAY_INTERRUPT, DUPLICATE_INTERRUPT, REORDER_INTERRUPT -> true;
      default -> false;
    };
  }

  private static FaultRule stall(int id, int cpu, long at, long nanos) {
    return new FaultRule(
        id, Kind.STALL_CPU, cpu, -1, -1, "", "", -1, at, nanos, 1, ALWAYS, 1, 1, 0);
  }
}
