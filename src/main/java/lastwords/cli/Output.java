package lastwords.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a command writes: answers to {@code out}, progress and complaints to {@code err}. */
final class Output {
  private final PipeStream pipe;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean colours;

  /** Writes to these streams; colours only when asked for. */
  Output(OutputStream out, OutputStream err, boolean colours) {
    this.pipe = new PipeStream(out);
    this.out = new PrintStream(pipe, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.colours = colours;
  }

  /** The process's own streams. The launcher tells whether the answers go to a terminal. */
  static Output ofProcess() {
    boolean terminal = Boolean.getBoolean("lastwords.terminal");
    boolean wanted = Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
    return new Output(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        terminal && wanted);
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  boolean colours() {
    return colours;
  }

  /** Can a line on standard error be written over? */
  boolean progressLine() {
    return Boolean.getBoolean("lastwords.progress");
  }

  /** A complaint, as a line of its own. */
  void complain(String message) {
    out.flush();
    message.lines().forEach(line -> err.println("lastwords: " + line));
  }

  /** Does nobody take answers any more? */
  boolean closed() {
    return pipe.closed();
  }

  String bold(String text) {
    return coloured("1", text);
  }

  String green(String text) {
    return coloured("32", text);
  }

  String red(String text) {
    return coloured("31", text);
  }

  String faint(String text) {
    return coloured("2", text);
  }

  private String coloured(String code, String text) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /**
   * Why answers could not be written; empty when they were, or when the reader has had enough of
   * them.
   */
  Optional<String> failure() {
    out.flush();
    return pipe.failure();
  }
}
