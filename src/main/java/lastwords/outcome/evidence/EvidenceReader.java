package lastwords.outcome.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import lastwords.machine.Machine;

/** Reads the evidence off a machine after its run. */
public final class EvidenceReader {
  private EvidenceReader() {}

  /**
   * @param nanos emulated time at the end of the run
   */
  public static Evidence of(Machine machine, long nanos) {
    List<List<String>> consoles = new ArrayList<>();
    for (int port = 0; port < machine.wiring().uarts(); port++) {
      consoles.add(machine.uart(port).lines());
    }
    Optional<SortedSet<Integer>> missing =
        dumped(machine) ? Optional.of(noRegisters(machine)) : Optional.empty();
    return new Evidence(
        Evidence.pages(consoles, machine.pram().records(), machine.firmware().crash().dmesg()),
        dumps(machine),
        missing,
        machine.firmware().told(),
        nanos);
  }

  /** Why the panicking CPU called dumpers of the log, in order. */
  public static List<String> dumps(Machine machine) {
    int panics = machine.firmware().panicCpu();
    return panics < 0 ? List.of() : machine.cpu(panics).dumps();
  }

  /** CPUs whose registers are not in the crash dump; none if there is no dump. */
  public static SortedSet<Integer> noRegisters(Machine machine) {
    return machine.firmware().crash().noRegisters(machine.cpus());
  }

  private static boolean dumped(Machine machine) {
    return machine.firmware().crash().saved();
  }
}
