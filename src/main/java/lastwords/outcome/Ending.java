package lastwords.outcome;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why a run was over.
 *
 * @param cause what ended it
 * @param nanos emulated time at its end
 * @param notes events that a reader should know about: faults that fired, bounds reached
 * @param lost parts that can no longer be reached, by number, and why: {@code node-c was killed}
 * @param unanswered CPUs that wait for a part's answer, and the part
 * @param faults how often each fault fired; empty if they were not counted, as in older recordings
 */
public record Ending(
    Cause cause,
    long nanos,
    List<String> notes,
    SortedMap<Integer, String> lost,
    SortedMap<Integer, Integer> unanswered,
    List<FaultCount> faults) {
  public Ending {
    faults = faults == null ? List.of() : List.copyOf(faults);
    notes = List.copyOf(notes);
    lost = Collections.unmodifiableSortedMap(new TreeMap<>(lost));
    unanswered = Collections.unmodifiableSortedMap(new TreeMap<>(unanswered));
  }

  /** Of a machine all of whose parts can be reached. */
  public Ending(Cause cause, long nanos, List<String> notes) {
    this(cause, nanos, notes, Collections.emptySortedMap(), Collections.emptySortedMap());
  }

  /** Of a run whose faults are not counted. */
  public Ending(
      Cause cause,
      long nanos,
      List<String> notes,
      SortedMap<Integer, String> lost,
      SortedMap<Integer, Integer> unanswered) {
    this(cause, nanos, notes, lost, unanswered, List.of());
  }

  /** The same, with its faults counted. */
  public Ending with(List<FaultCount> counted) {
    return new Ending(cause, nanos, notes, lost, unanswered, counted);
  }

  /** Causes. */
  public enum Cause {
    /** The firmware took over: reset, crash kernel, hypervisor. */
    FIRMWARE,
    /** The final loop was reached, and the other CPUs have settled. */
    SETTLED,
    /** Nothing can happen any more. */
    @JsonAlias("QUIET") // in recordings of earlier versions
    QUIESCENT,
    /** The panicking CPU has waited for one thing longer than the limit for hangs. */
    STUCK,
    /** A limit of the run was reached: emulated time, steps, or text. */
    LIMIT,
    /** Everything that can still happen is known, and has no end. */
    ENDLESS,
    /** The user stopped the run. */
    INTERRUPTED,
    /** From here the run can repeat for ever, weakly fair, and the panicking CPU only polls. */
    STARVED,
    /** As above, and the panicking CPU loops as well. */
    @JsonAlias("CIRCLING") // in recordings of earlier versions
    CYCLING;

    /** Does the run repeat for ever? */
    public boolean goesRound() {
      return this == STARVED || this == CYCLING;
    }
  }
}
