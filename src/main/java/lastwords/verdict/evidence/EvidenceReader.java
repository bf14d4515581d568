package lastwords.verdict.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import lastwords.machine.Machine;
import lastwords.machine.cpu.DumpNotes;
import lastwords.machine.part.Firmware;

/** Reads the evidence off a machine that runs no more. */
public final class EvidenceReader {
  private EvidenceReader() {}

  /**
   * @param nanos emulated time at which the run was over
   */
  public static Evidence of(Machine machine, long nanos) {
    List<List<String>> consoles = new ArrayList<>();
    for (int port = 0; port < machine.wiring().uarts(); port++) {
      consoles.add(machine.uart(port).lines());
    }
    Optional<SortedSet<Integer>> missing =
        dumped(machine) ? Optional.of(noRegisters(machine)) : Optional.empty();
    return new Evidence(
        Evidence.pages(consoles, machine.pram().records()),
        dumps(machine),
        missing,
        machine.firmware().told(),
        nanos);
  }

  /** Why the CPU that panics called dumpers of the log, in order. */
  public static List<String> dumps(Machine machine) {
    int panics = machine.firmware().panicCpu();
    return panics < 0 ? List.of() : DumpNotes.of(machine.cpu(panics));
  }

  /** CPUs whose registers are not in the crash dump; none where there is no dump. */
  public static SortedSet<Integer> noRegisters(Machine machine) {
    SortedSet<Integer> missing = new TreeSet<>();
    for (int cpu = 0; dumped(machine) && cpu < machine.cpus(); cpu++) {
      boolean saved = (machine.firmware().crashNotes() >>> cpu & 1) != 0;
      if (!saved && cpu != machine.firmware().panicCpu()) {
        missing.add(cpu);
      }
    }
    return Collections.unmodifiableSortedSet(missing);
  }

  private static boolean dumped(Machine machine) {
    return machine.firmware().end() == Firmware.END_CRASH_KERNEL;
  }
}
