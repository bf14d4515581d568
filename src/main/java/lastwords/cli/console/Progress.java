package lastwords.cli.console;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import lastwords.kernelc.source.Wording;

/**
 * Progress of the work, on standard error. On a terminal it is one line, overwritten every second;
 * otherwise a line for each tenth of the total, once the work has taken two seconds, and for each
 * of several tasks, but at most every two seconds.
 */
public final class Progress implements AutoCloseable {
  private static final int PARTS = 10;
  private static final long SECOND = 1_000_000_000L;
  private static final long QUIET = 2 * SECOND;

  private final Output output;
  private final LongSupplier nanos;
  private long start;
  private final AtomicInteger done = new AtomicInteger();
  private String heading = "";
  private int total;
  private String counted = "";
  private long shown;
  private long told; // time of the last heading, in a log
  private int part;
  private int covered;

  public Progress(Output output) {
    this(output, System::nanoTime);
  }

  /** With this clock. */
  Progress(Output output, LongSupplier nanos) {
    this.output = output;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.shown = start;
    this.told = start;
  }

  /** Sets the total to be done. */
  public synchronized void expect(int all, String what) {
    total = all;
    counted = what;
  }

  /** One more is done. */
  public void done() {
    done(done.incrementAndGet());
  }

  /** This many are done. */
  public synchronized void done(int count) {
    if (count >= total) {
      return;
    }
    if (output.progressLine()) {
      count(count);
    } else {
      tenth(count);
    }
  }

  private void count(int count) {
    if (due()) {
      long rate = count * SECOND / Math.max(1, shown - start);
      show(count + " of " + total + " " + counted + ", " + rate + "/s");
    }
  }

  private void tenth(int count) {
    int reached = (int) ((long) count * PARTS / total);
    if (reached > part && nanos.getAsLong() - start >= QUIET) {
      part = reached;
      output.err().println(heading + count + " of " + total + " " + counted);
    }
  }

  /** Starts the work on one of several tasks: {@code 3 of 40, logbuf-scenario-2}. */
  public synchronized void heading(int number, int of, String name) {
    heading = number + " of " + of + ", " + name + ": ";
    start = nanos.getAsLong();
    part = 0;
    if (output.progressLine()) {
      show("");
    } else if (of > 1 && start - told >= QUIET) {
      told = start;
      output.err().println(number + " of " + of + ": " + name);
    }
  }

  /** Progress of a search. */
  public synchronized void states(int states, long transitions, int depth, int open) {
    if (due()) {
      long rate = states * SECOND / Math.max(1, shown - start);
      show(
          String.format(
              Locale.ROOT,
              "%d states, %d transitions, depth %d, %d open, %d states/s",
              states,
              transitions,
              depth,
              open,
              rate));
    }
  }

  /** Number of runs tried so far. */
  public synchronized void tried(int runs) {
    if (due()) {
      show(Wording.count(runs, "run") + " tried");
    }
  }

  private boolean due() {
    long now = nanos.getAsLong();
    boolean due = output.progressLine() && now - shown >= SECOND;
    shown = due ? now : shown;
    return due;
  }

  private void show(String text) {
    int room = Math.min(output.columns(), 1 << 10) - 1; // the last column would wrap
    String line = heading + text;
    line = line.length() > room ? line.substring(0, room) : line;
    output.rewind();
    output.err().print(line + " ".repeat(Math.max(0, covered - line.length())));
    output.err().flush();
    covered = line.length();
  }

  @Override
  public synchronized void close() {
    if (covered > 0) {
      output.rewind();
      output.err().print(" ".repeat(covered));
      output.rewind();
      covered = 0;
    }
  }
}
