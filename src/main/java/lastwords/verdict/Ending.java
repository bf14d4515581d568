package lastwords.verdict;

import java.util.List;

/**
 * Why a run was over.
 *
 * @param cause what ended it
 * @param nanos emulated time at which it was over
 * @param notes what happened on the way that a reader should know: faults that fired, bounds
 *     reached
 */
public record Ending(Cause cause, long nanos, List<String> notes) {
  public Ending {
    notes = List.copyOf(notes);
  }

  /** Causes. */
  public enum Cause {
    /** The firmware took over: reset, crash kernel, hypervisor. */
    FIRMWARE,
    /** The final loop was reached and things have settled. */
    SETTLED,
    /** Nothing can happen any more. */
    QUIET,
    /** The CPU that panics has waited for one thing longer than the limit for hangs. */
    STUCK,
    /** The limit of emulated time or of steps was reached. */
    LIMIT,
    /** Somebody stopped the run. */
    INTERRUPTED
  }
}
