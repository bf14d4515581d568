package lastwords.cluster.live;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A node's hybrid logical clock (Kulkarni et al. 2014): wall time in the upper bits, a count in the
 * lower ones. It rises with every reading, and an event that was caused by another one, wherever
 * that was, has the greater time.
 */
public final class Hlc {
  private static final int COUNT_BITS = 16;

  private final AtomicLong last = new AtomicLong();
  private final LongSupplier wallMicros;

  public Hlc() {
    this(() -> System.currentTimeMillis() * 1000);
  }

  /**
   * @param wallMicros wall time in microseconds
   */
  Hlc(LongSupplier wallMicros) {
    this.wallMicros = wallMicros;
  }

  /** A time greater than all before it on this node. */
  public long tick() {
    long wall = wallMicros.getAsLong() << COUNT_BITS;
    return last.updateAndGet(before -> Math.max(before + 1, wall));
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
