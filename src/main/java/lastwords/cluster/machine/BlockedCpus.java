package lastwords.cluster.machine;

import java.util.Arrays;

/** The CPUs that wait for something that need not ever happen, and since when. */
final class BlockedCpus {
  private static final long GOES_ON = Long.MAX_VALUE;

  private final long[] since; // emulated ns
  private final boolean[] stuck;

  BlockedCpus(int cpus) {
    since = new long[cpus];
    stuck = new boolean[cpus];
    Arrays.fill(since, GOES_ON);
  }

  /**
   * @param hangs whether that would be a hang, if it lasted
   */
  void waits(int cpu, boolean hangs, long nanos) {
    since[cpu] = nanos;
    stuck[cpu] = hangs;
  }

  void goesOn(int cpu) {
    since[cpu] = GOES_ON;
  }

  /** Has this CPU been hung since before that time? */
  boolean stuckBefore(int cpu, long nanos) {
    return stuck[cpu] && since[cpu] <= nanos;
  }

  /** Have all CPUs been blocked since before that time? */
  boolean allBefore(long nanos) {
    return Arrays.stream(since).allMatch(it -> it <= nanos);
  }
}
