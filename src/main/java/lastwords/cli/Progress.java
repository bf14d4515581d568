package lastwords.cli;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many runs are done, on standard error: a line that is written over on a terminal, else a line
 * every tenth.
 */
final class Progress implements AutoCloseable {
  private static final int PARTS = 10;
  private static final long QUIET_NANOS = 2_000_000_000L;

  private final Output output;
  private final long start = System.nanoTime();
  private final AtomicInteger done = new AtomicInteger();
  private volatile int expected;
  private int shown;
  private boolean open;

  Progress(Output output) {
    this.output = output;
  }

  void expect(int runs) {
    expected = runs;
  }

  /** One more run is done. */
  void done() {
    show(done.incrementAndGet());
  }

  private synchronized void show(int count) {
    int part = expected == 0 ? 0 : (int) ((long) count * PARTS / expected);
    if (part <= shown || count >= expected || System.nanoTime() - start < QUIET_NANOS) {
      return;
    }
    shown = part;
    open = output.progressLine();
    output
        .err()
        .print((open ? "\r" : "") + count + " of " + expected + " runs" + (open ? "" : "\n"));
    output.err().flush();
  }

  @Override
  public synchronized void close() {
    if (open) {
      output.err().print("\r" + " ".repeat(40) + "\r");
      open = false;
    }
  }
}
