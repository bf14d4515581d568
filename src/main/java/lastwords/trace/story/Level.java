package lastwords.trace.story;

import java.util.Locale;

/** How much of a run is told; each level includes the previous one. */
public enum Level {
  /** Panics, messages, contended locks, interrupts between CPUs, waits, records, ends. */
  STORY,
  /** Also the functions in which they happen, as they change. */
  FUNCTIONS,
  /** Also every operation on a lock. */
  LOCKS,
  /** Every step. */
  ALL;

  /** Does this level include what that one adds? */
  public boolean shows(Level level) {
    return compareTo(level) >= 0;
  }

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
