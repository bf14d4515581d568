package lastwords.cluster.live;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A node's hybrid logical clock (Kulkarni et al. 2014): wall time in the upper bits, a count in the
 * lower ones. It rises with every reading, and an event that was caused by another one, wherever
 * that was, has the greater time.
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

  /** A time greater than all before it on this node. */
  public long tick() {
    long wall = wallMicros.getAsLong();
    epoch = wall - System.nanoTime() / 1000;
    return next(wall);
  }

  /** The same for something that happened at that time of {@link System#nanoTime}. */
  long tick(long nanoTime) {
    return next(epoch + nanoTime / 1000);
  }

  /** The same for something that has a time already. */
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

  /** Learns the time of a message: later events here are later than it. */
  public void observe(long clock) {
    last.accumulateAndGet(clock, Math::max);
  }

  /** Every event from here on is later than this. */
  public long now() {
    return last.get();
  }
}
