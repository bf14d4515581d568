package lastwords.trace.story;

import java.util.Locale;

/** How much of a run is told; each level has all of the one before it. */
public enum Level {
  /** Panics, messages, contended locks, interrupts between CPUs, waits, records, ends. */
  STORY,
  /** And the functions in which they happen, as they change. */
  FUNCTIONS,
  /** And every operation on a lock. */
  LOCKS,
  /** Every step. */
  ALL;

  /** Does this level show what that one adds? */
  public boolean shows(Level level) {
    return compareTo(level) >= 0;
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
