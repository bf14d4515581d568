package lastwords.cli;

/** How far a sample has got, on standard error: each second, as a line that is written over. */
final class SampleProgress implements AutoCloseable {
  private static final long PERIOD_NANOS = 1_000_000_000L;
  private static final int WIDTH = 70;

  private final Output output;
  private final int most;
  private final long start = System.nanoTime();
  private long shown = start;
  private boolean open;

  SampleProgress(Output output, int most) {
    this.output = output;
    this.most = most;
  }

  void done(int runs) {
    long now = System.nanoTime();
    if (!output.progressLine() || now - shown < PERIOD_NANOS) {
      return;
    }
    shown = now;
    open = true;
    long rate = runs * 1_000_000_000L / (now - start);
    String text = runs + " of " + most + " runs, " + rate + " runs/s";
    output.err().print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
    output.err().flush();
  }

  @Override
  public void close() {
    if (open) {
      output.err().print("\r" + " ".repeat(WIDTH) + "\r");
      open = false;
    }
  }
}
