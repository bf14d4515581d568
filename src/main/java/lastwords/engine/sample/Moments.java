package lastwords.engine.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import lastwords.machine.bus.Trigger;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.machine.fault.Fault;
import lastwords.scenario.Setup;

/** A setup whose panic, or whose fault, happens at another moment and on another CPU. */
public final class Moments {
  private Moments() {}

  /**
   * The work of one CPU is done by another, which starts it at this time. The two swap their work.
   *
   * @param from the CPU whose work it is
   * @param to the CPU that does it
   * @param nanos from the start of the machine
   */
  public static Setup begins(Setup setup, int from, int to, long nanos) {
    List<Integer> entries = new ArrayList<>(setup.entries());
    entries.set(from, setup.entries().get(to));
    entries.set(to, setup.entries().get(from));
    List<Fault> faults = new ArrayList<>(setup.faults());
    if (nanos > 0) {
      faults.add(new StallCpu(faults.size(), to, OptionalLong.of(nanos), Trigger.at(0)));
    }
    return new Setup(
        setup.image(), setup.machine(), entries, faults, setup.limits(), setup.conditions());
  }

  /**
   * All faults of parts strike at this moment, and faults of CPUs strike this CPU. If there are
   * none, the CPU stalls for good.
   */
  public static Setup fails(Setup setup, int cpu, long nanos) {
    List<Fault> faults = new ArrayList<>();
    for (Fault fault : setup.faults()) {
      faults.add(fault.ofCpu(cpu).with(fault.id(), fault.trigger().anywhere(nanos)));
    }
    if (faults.isEmpty()) {
      faults.add(StallCpu.forGood(0, cpu, nanos));
    }
    return new Setup(
        setup.image(),
        setup.machine(),
        setup.entries(),
        faults,
        setup.limits(),
        setup.conditions());
  }
}
