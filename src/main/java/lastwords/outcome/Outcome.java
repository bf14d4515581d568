package lastwords.outcome;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outcome of a machine.
 *
 * @param end how it ended
 * @param at for a hang, and for a livelock in which the panicking CPU waits: who waits for what,
 *     {@code cpu0:logbuf_lock}; empty otherwise
 * @param in likewise: the kernel function in which it waits
 * @param console how much of the panic CPU's messages the consoles show
 * @param pstore what pstore has of them
 * @param kdump how far the crash kernel got
 * @param notStopped CPUs that still run, and why they could not be stopped
 * @param unmet conditions of the case on lines, dumps and times that do not hold, as text
 */
public record Outcome(
    End end,
    String at,
    String in,
    ConsoleWord console,
    PstoreWord pstore,
    KdumpWord kdump,
    SortedMap<Integer, String> notStopped,
    List<String> unmet) {
  public Outcome {
    unmet =
        unmet == null ? List.of() : List.copyOf(unmet); // null: in recordings of earlier versions
    notStopped = Collections.unmodifiableSortedMap(new TreeMap<>(notStopped));
  }

  /** Of a case without such conditions. */
  public Outcome(
      End end,
      String at,
      String in,
      ConsoleWord console,
      PstoreWord pstore,
      KdumpWord kdump,
      SortedMap<Integer, String> notStopped) {
    this(end, at, in, console, pstore, kdump, notStopped, List.of());
  }

  /** The same, for a case with conditions. */
  public Outcome with(List<String> notMet) {
    return new Outcome(end, at, in, console, pstore, kdump, notStopped, notMet);
  }

  /** One line, without the reasons; three or more consecutive CPUs are written as a range. */
  public String summary() {
    String place = (at.isEmpty() ? "" : " at " + at) + (in.isEmpty() ? "" : " in " + in);
    String cpus = CpuRanges.of(notStopped.keySet(), ", ", 3);
    String running = cpus.isEmpty() ? "" : ", not stopped [" + cpus + "]";
    String missing = unmet.isEmpty() ? "" : ", unmet: " + String.join("; ", unmet);
    return end.word()
        + place
        + ", console "
        + console.word()
        + ", pstore "
        + pstore.word()
        + ", kdump "
        + kdump.word()
        + running
        + missing;
  }
}
