package lastwords.cluster.live;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A node's hybrid logical clock (Kulkarni et al. 2014): wall time in the upper bits, a count in the
 * lower ones. It rises with every reading, and an event is later than its cause, on whatever node
 * that happened.
 */
public final class Hlc {
  private static final int COUNT_BITS = 12; // microseconds take 51 bits until the year 2041

  private final AtomicLong last = new AtomicLong();
  private final LongSupplier wallMicros;
  private volatile long epoch; // wall microseconds at zero of System.nanoTime()

  public Hlc() {
    this(() -> System.currentTimeMillis() * 1000);
  }

  /**
   * @param wallMicros wall time in microseconds
   */
  Hlc(LongSupplier wallMicros) {
    this.wallMicros = wallMicros;
    tick();
  }

  /** Returns a time later than all previous ones on this node. */
  public long tick() {
    long wall = wallMicros.getAsLong();
    epoch = wall - System.nanoTime() / 1000;
    return next(wall);
  }

  /** As above, for something that happened at that {@link System#nanoTime}. */
  long tick(long nanoTime) {
    return next(epoch + nanoTime / 1000);
  }

  /** As above, without reading the wall clock. */
  public long next() {
    return last.incrementAndGet();
  }

  private long next(long micros) {
    long wall = micros << COUNT_BITS;
    long before = last.get();
    long now = Math.max(before + 1, wall);
    while (!last.compareAndSet(before, now)) {
      before = last.get();
      now = Math.max(before + 1, wall);
    }
    return now;
  }

  /** Takes note of a message's time: events from here on are later. */
  public void observe(long clock) {
    last.accumulateAndGet(clock, Math::max);
  }

  /** Returns the latest time so far: events from here on are later. */
  public long now() {
    return last.get();
  }
}
