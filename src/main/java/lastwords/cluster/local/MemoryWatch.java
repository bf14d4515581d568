package lastwords.cluster.local;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process when it does little but collect garbage. A JVM that frees a few bytes each time
 * never runs out of memory, and with the serial collector it continues like that for ever: a node
 * that answers nobody but is not gone.
 */
public final class MemoryWatch implements Runnable {
  private static final long LOOK_MILLIS = 1_000;
  private static final int LOOKS = 5;
  private static final double MOST_TIME = 0.8;
  private static final double MOST_USED = 0.9;

  /** The JVM's own exit code for a failed allocation. */
  private static final int EXIT_CODE = 3;

  private long seenNanos = System.nanoTime();
  private long seenMillis = collecting();

  private MemoryWatch() {}

  /** Starts watching. */
  public static void start() {
    Thread thread = new Thread(new MemoryWatch(), "memory-watch");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      for (int full = 0; full < LOOKS; full = isFull() ? full + 1 : 0) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      return;
    }
    MemoryUsage left = oldest().getCollectionUsage();
    System.err.println(
        "lastwords: out of memory: "
            + (left.getUsed() >> 20)
            + " of "
            + (left.getMax() >> 20)
            + " MiB are in use after each garbage collection, which takes nearly all of the time; the"
            + " node exits");
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  private boolean isFull() {
    long nanos = System.nanoTime();
    long millis = collecting();
    double share =
        (double) TimeUnit.MILLISECONDS.toNanos(millis - seenMillis) / (nanos - seenNanos);
    seenNanos = nanos;
    seenMillis = millis;
    MemoryUsage left = oldest().getCollectionUsage();
    return share > MOST_TIME && left.getUsed() > MOST_USED * left.getMax();
  }

  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  /** The pool of old objects. */
  private static MemoryPoolMXBean oldest() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(it -> it.getType() == MemoryType.HEAP && it.getCollectionUsage() != null)
        .max(Comparator.comparingLong(it -> it.getCollectionUsage().getMax()))
        .orElseThrow();
  }
}
