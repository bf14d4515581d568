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
 * @param nanos emulated time at which it was over
 * @param notes what happened on the way that a reader should know: faults that fired, bounds
 *     reached
 * @param lost parts that cannot be asked any more, by number, and why: {@code node-c was killed}
 * @param unanswered CPUs that wait for a part's answer, and the part
 * @param faults how often each fault fired; empty where nobody counts, as in older recordings
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

  /** Of a machine all of whose parts answer. */
  public Ending(Cause cause, long nanos, List<String> notes) {
    this(cause, nanos, notes, Collections.emptySortedMap(), Collections.emptySortedMap());
  }

  /** Of a run whose faults nobody counts. */
  public Ending(
      Cause cause,
      long nanos,
      List<String> notes,
      SortedMap<Integer, String> lost,
      SortedMap<Integer, Integer> unanswered) {
    this(cause, nanos, notes, lost, unanswered, List.of());
  }

  /** The same with its faults counted. */
  public Ending with(List<FaultCount> counted) {
    return new Ending(cause, nanos, notes, lost, unanswered, counted);
  }

  /** Causes. */
  public enum Cause {
    /** The firmware took over: reset, crash kernel, hypervisor. */
    FIRMWARE,
    /** The final loop was reached and things have settled. */
    SETTLED,
    /** Nothing can happen any more. */
    @JsonAlias("QUIET") // in recordings of earlier versions
    QUIESCENT,
    /** The CPU that panics has waited for one thing longer than the limit for hangs. */
    STUCK,
    /** A limit of the run was reached: of emulated time, of steps, of text. */
    LIMIT,
    /** All that can still happen is known, and has no end. */
    ENDLESS,
    /** Somebody stopped the run. */
    INTERRUPTED,
    /**
     * The run can go round for ever as from here, fair to all, and the CPU that panics only looks.
     */
    STARVED,
    /** As above, and the panicking CPU loops as well. */
    @JsonAlias("CIRCLING") // in recordings of earlier versions
    CYCLING;

    /** Does the run go round for ever? */
    public boolean goesRound() {
      return this == STARVED || this == CYCLING;
    }
  }
}
