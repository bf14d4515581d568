package lastwords.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a request instead of termination: the running thread is interrupted, its engine stops,
 * and there are a few seconds to report before the process exits, with the JVM's exit code for the
 * signal (130 for Ctrl-C).
 */
public final class Interrupt implements AutoCloseable {
  private static final long SECONDS_TO_REPORT = 15;

  private final Thread runner = Thread.currentThread();
  private final Thread hook = new Thread(this::onShutdown, "interrupt");
  private final CountDownLatch reported = new CountDownLatch(1);
  private volatile boolean requested;

  /** Takes effect immediately, for the calling thread. */
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

  /** Was there a request? Clears the thread's interrupted status, so that it can report. */
  public boolean requested() {
    return Thread.interrupted() | requested;
  }

  /** Everything has been reported. */
  @Override
  public void close() {
    if (requested) {
      reported.countDown();
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      reported.countDown(); // the process is exiting already
    }
  }
}
