package lastwords.cluster.live;

import java.util.function.LongSupplier;

/**
 * Emulated time of one machine on one node: wall time since its start, times a scale. It can be
 * held; and it never falls behind what a message from another node tells.
 */
public final class LiveClock {
  private final double speed;
  private final LongSupplier wall;
  private long zero; // wall time at which emulated time was `base`
  private long base;
  private boolean runs;

  /**
   * @param speed emulated ns in one ns of wall time
   * @param wall ns of a clock that never goes back
   */
  public LiveClock(double speed, LongSupplier wall) {
    this.speed = speed;
    this.wall = wall;
  }

  /** Emulated ns. */
  public synchronized long nanos() {
    return runs ? base + (long) ((wall.getAsLong() - zero) * speed) : base;
  }

  public synchronized void run() {
    if (!runs) {
      zero = wall.getAsLong();
      runs = true;
    }
  }

  public synchronized void hold() {
    base = nanos();
    runs = false;
  }

  /** Somewhere it is later already. */
  public synchronized void observe(long nanos) {
    long behind = nanos - nanos();
    if (behind > 0) {
      base += behind;
    }
  }

  /** Wall ns until it is that time; Long.MAX_VALUE while time stands still. */
  public synchronized long wallUntil(long nanos) {
    if (!runs) {
      return Long.MAX_VALUE;
    }
    return (long) Math.max(0, Math.min((nanos - nanos()) / speed, Long.MAX_VALUE / 4d));
  }
}
