package lastwords.verdict;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a machine.
 *
 * @param end how it ended
 * @param at for a hang, and for a livelock in which the CPU that panics waits: who waits for what,
 *     {@code cpu0:logbuf_lock}; empty otherwise
 * @param in then: the kernel function in which it waits; empty otherwise
 * @param console what the panic CPU's messages look like on the consoles
 * @param pstore what pstore has of them
 * @param kdump what became of the crash kernel
 * @param notStopped CPUs that still run, and why they could not be stopped
 */
public record Outcome(
    End end,
    String at,
    String in,
    ConsoleWord console,
    PstoreWord pstore,
    KdumpWord kdump,
    SortedMap<Integer, String> notStopped) {
  public Outcome {
    notStopped = Collections.unmodifiableSortedMap(new TreeMap<>(notStopped));
  }

  /** One line, without the reasons; three CPUs and more in a row are a range. */
  public String summary() {
    String place = (at.isEmpty() ? "" : " at " + at) + (in.isEmpty() ? "" : " in " + in);
    String cpus = CpuRanges.of(notStopped.keySet(), ", ", 3);
    String running = cpus.isEmpty() ? "" : ", not stopped [" + cpus + "]";
    return end.word()
        + place
        + ", console "
        + console.word()
        + ", pstore "
        + pstore.word()
        + ", kdump "
        + kdump.word()
        + running;
  }
}
