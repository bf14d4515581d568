package lastwords.cluster.live;

import java.util.function.LongSupplier;

/**
 * Emulated time of one machine on one node: wall time since its start, times a scale. It can be
 * held, and it never falls behind the times that messages bring. Thread-safe.
 */
public final class LiveClock {
  private final double speed;
  private final LongSupplier wall;
  private volatile Pace pace = new Pace(0, 0, false);

  /**
   * How time goes.
   *
   * @param zero wall time at which emulated time was {@code base}
   * @param runs if false, emulated time stays at {@code base}
   */
  private record Pace(long zero, long base, boolean runs) {}

  /**
   * @param speed emulated ns in one ns of wall time
   * @param wall a monotonic clock, in ns
   */
  public LiveClock(double speed, LongSupplier wall) {
    this.speed = speed;
    this.wall = wall;
  }

  /** Emulated ns. */
  public long nanos() {
    return nanos(wall.getAsLong());
  }

  /** Emulated ns at a recent wall time. */
  long nanos(long at) {
    Pace now = pace;
    return now.runs ? now.base + (long) (Math.max(0, at - now.zero) * speed) : now.base;
  }

  public synchronized void run() {
    if (!pace.runs) {
      pace = new Pace(wall.getAsLong(), pace.base, true);
    }
  }

  public synchronized void hold() {
    pace = new Pace(0, nanos(), false);
  }

  /** Advances to a time that another node has reached. */
  public void observe(long nanos) {
    observe(nanos, wall.getAsLong());
  }

  /** Advances to a time that another node had reached at a recent wall time. */
  synchronized void observe(long nanos, long at) {
    long behind = nanos - nanos(at);
    if (behind > 0) {
      pace = new Pace(pace.zero, pace.base + behind, pace.runs);
    }
  }

  /** Wall ns until that emulated time; Long.MAX_VALUE while time is held. */
  public long wallUntil(long nanos) {
    if (!pace.runs) {
      return Long.MAX_VALUE;
    }
    return (long) Math.max(0, Math.min((nanos - nanos()) / speed, Long.MAX_VALUE / 4d));
  }
}
