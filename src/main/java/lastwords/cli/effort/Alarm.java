package lastwords.cli.effort;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Interrupts work that takes too long. */
final class Alarm {
  private final Thread runner = Thread.currentThread();
  private final Thread clock;
  private boolean over;
  private boolean rang;

  private Alarm(long nanos) {
    clock = new Thread(() -> waitAndRing(nanos), "alarm");
    clock.setDaemon(true);
  }

  /**
   * Does the work; its thread is interrupted once this much real time has passed, but not after the
   * work is done.
   */
  static <T> T after(long nanos, Supplier<T> work) {
    Alarm alarm = new Alarm(nanos);
    alarm.clock.start();
    try {
      return work.get();
    } finally {
      alarm.end();
    }
  }

  private void waitAndRing(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
      ring();
    } catch (InterruptedException e) {
      // the work is done
    }
  }

  private synchronized void ring() {
    if (!over) {
      rang = true;
      runner.interrupt();
    }
  }

  private synchronized void end() {
    over = true;
    clock.interrupt();
    if (rang) {
      Thread.interrupted();
    }
  }
}
