package lastwords.scenario.fault;

import java.util.List;

/**
 * A kind of fault, as it is written in a scenario.
 *
 * @param block how it looks
 * @param title what it does
 */
public record FaultExample(String block, String title) {
  /** All kinds. */
  public static final List<FaultExample> ALL =
      List.of(
          of("drop = ipi, to = 1", "an interrupt is lost; with nmi, an NMI"),
          of("delay = ipi, by = 2ms", "an interrupt comes later"),
          of("duplicate = ipi", "an interrupt comes twice"),
          of("reorder = ipi", "an interrupt is overtaken by the next one"),
          of(
              "stall = 1, after = 10ms, for = 5ms",
              "a CPU runs nothing and answers nothing; at = FUNCTION, forever = yes"),
          of("corrupt-idt = 1", "a CPU is lost when it next takes an interrupt"),
          of("slow = ttyS0, factor = 10", "a console, or pstore, is slow"),
          of("wedge = ttyS0", "a console never takes the next character"),
          of("garble = ttyS0", "a console loses and mangles characters"),
          of("fail = pstore", "pstore does not write"),
          of("fill = pstore", "pstore has no room"),
          of("no = crash-kernel", "the image of the crash kernel is gone"),
          of("press = nmi-button, after = 10ms, cpu = 0", "the BMC's NMI button"),
          of("silence = hypervisor", "the hypervisor does not answer"));

  private static FaultExample of(String block, String title) {
    return new FaultExample("{ " + block + " }", title);
  }
}
