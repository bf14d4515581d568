package lastwords.scenario.fault;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.fault.DeviceFault;

/**
 * A kind of fault, as it is written in a scenario.
 *
 * @param block how it looks
 * @param title what it does
 */
public record FaultExample(String block, String title) {
  private static final String BUTTON = "press = nmi-button, after = 10ms, cpu = 0";

  /** All kinds. */
  public static final List<FaultExample> ALL = all();

  private static List<FaultExample> all() {
    List<FaultExample> all = new ArrayList<>();
    all.add(of("drop = ipi, to = 1", "an interrupt is lost; with nmi, an NMI"));
    all.add(
        of(
            "drop = nmi, to = [2, 4-7]",
            "to each of several CPUs; others: the CPUs without a workload"));
    all.add(of("delay = ipi, by = 2ms", "an interrupt is delayed"));
    all.add(of("duplicate = ipi", "an interrupt arrives twice"));
    all.add(of("reorder = ipi", "an interrupt is overtaken by the next one"));
    all.add(
        of(
            "stall = 1, after = 10ms, for = 5ms",
            "a CPU stops running and answering; at = FUNCTION, forever = yes"));
    all.add(of("corrupt-idt = 1", "a CPU is lost the next time it takes an interrupt"));
    for (DeviceFault.Kind kind : DeviceFault.Kind.values()) {
      FaultExample example = ofDevice(kind);
      if (all.stream().noneMatch(it -> it.title.equals(example.title))) {
        all.add(example);
      }
    }
    all.add(of(BUTTON, "the BMC's NMI button"));
    return List.copyOf(all);
  }

  private static FaultExample ofDevice(DeviceFault.Kind kind) {
    String factor = kind.slows() ? ", factor = 10" : "";
    return of(kind.verb() + " = " + kind.device().word() + factor, kind.effect());
  }

  private static FaultExample of(String block, String title) {
    return new FaultExample("{ " + block + " }", title);
  }
}
