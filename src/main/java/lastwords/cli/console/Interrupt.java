package lastwords.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a request instead of an end: the thread that runs is interrupted, its engine stops, and
 * there are a few seconds to report before the process goes, with the exit code that the JVM has
 * for the signal (130 for Ctrl-C).
 */
public final class Interrupt implements AutoCloseable {
  private static final long SECONDS_TO_REPORT = 15;

  private final Thread runner = Thread.currentThread();
  private final Thread hook = new Thread(this::onShutdown, "interrupt");
  private final CountDownLatch reported = new CountDownLatch(1);
  private volatile boolean requested;

  /** From now on, for the calling thread. */
  public Interrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void onShutdown() {
    requested = true;
    runner.interrupt();
    try {
      reported.await(SECONDS_TO_REPORT, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      runner.interrupt();
    }
  }

  /** Was there one? Forgets that the thread was interrupted, so that it can report. */
  public boolean requested() {
    return Thread.interrupted() | requested;
  }

  /** What there is to report has been reported. */
  @Override
  public void close() {
    if (requested) {
      reported.countDown();
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      reported.countDown(); // the process is going just now
    }
  }
}
