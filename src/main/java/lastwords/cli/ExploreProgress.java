package lastwords.cli;

import lastwords.engine.explore.Explorer;

/**
 * How far an exploration has got, on standard error: each second, as a line that is written over on
 * a terminal.
 */
final class ExploreProgress implements Explorer.Listener, AutoCloseable {
  private static final long PERIOD_NANOS = 1_000_000_000L;
  private static final int WIDTH = 78;

  private final Output output;
  private final long start = System.nanoTime();
  private long shown = start;
  private boolean open;

  ExploreProgress(Output output) {
    this.output = output;
  }

  @Override
  public void progress(int states, long transitions, int depth, int waiting) {
    if (due()) {
      long rate = states * 1_000_000_000L / (shown - start);
      show(
          states
              + " states, "
              + transitions
              + " transitions, depth "
              + depth
              + ", "
              + waiting
              + " open, "
              + rate
              + " states/s");
    }
  }

  /** So many runs have been tried in shrinking. */
  void tried(int runs) {
    if (due()) {
      show(runs + " runs tried");
    }
  }

  private boolean due() {
    long now = System.nanoTime();
    boolean due = output.progressLine() && now - shown >= PERIOD_NANOS;
    shown = due ? now : shown;
    return due;
  }

  private void show(String text) {
    open = true;
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
