package lastwords.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a command writes: results to {@code out}, progress and error messages to {@code err}. */
public final class Output {
  private static final int HANGING = 4;

  /** Where a command line begins in a text. */
  private static final Pattern COMMAND =
      Pattern.compile("(?<=^|: |'|\\(|&& |; |, |: +)lastwords (?=[a-z]|--[a-z])");

  private final PipeStream pipe;
  private final PrintStream out;
  private final PrintStream help;
  private final PrintStream err;
  private final PrintStream rawErr;
  private final Terminal terminal;

  /** Marks the program's own colours. */
  private final String key = Integer.toString(new SecureRandom().nextInt(1 << 30));

  /** Writes to these streams, in the form that the terminal supports. */
  public Output(OutputStream out, OutputStream err, Terminal terminal) {
    this.pipe = new PipeStream(out);
    this.out = new PrintStream(new VisibleStream(pipe, key), false, StandardCharsets.UTF_8);
    this.help = new PrintStream(pipe, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(new VisibleStream(err, key), true, StandardCharsets.UTF_8);
    this.rawErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.terminal = terminal;
  }

  /** The process's own streams. */
  public static Output ofProcess() {
    return new Output(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Terminal.of(System::getenv, System::getProperty));
  }

  public PrintStream out() {
    return out;
  }

  /** A stream for results that are not text; its bytes are passed on unchanged. */
  public OutputStream bytes() {
    out.flush();
    return pipe;
  }

  /** A stream for text whose colours are passed on: help, and frames of a screen. */
  public PrintStream help() {
    return help;
  }

  public PrintStream err() {
    return err;
  }

  public boolean colours() {
    return terminal.colours();
  }

  /** Is standard output a terminal with cursor control? */
  public boolean screen() {
    return terminal.screen();
  }

  /** Can a line on standard error be overwritten? */
  public boolean progressLine() {
    return terminal.overwrites();
  }

  /** Moves to the beginning of the line on standard error, which is then overwritten. */
  public void rewind() {
    err.flush();
    rawErr.print('\r');
    rawErr.flush();
  }

  /** The maximum width of text. */
  public int columns() {
    return terminal.columns();
  }

  /** The program as typed by the user. */
  public String program() {
    return terminal.program();
  }

  /** A paragraph: one line, or several of which all but the first are indented. */
  public void text(String line) {
    Fold.lines(line, columns(), HANGING).forEach(out::println);
  }

  /**
   * A command line to copy, as the user would type it; it is never folded.
   *
   * @param label printed before it
   * @param line of the program {@code lastwords}
   */
  public void command(String label, String line) {
    out.println(label + asTyped(line));
  }

  /** A text that contains command lines, as the user would type them. */
  public String asTyped(String text) {
    return COMMAND.matcher(text).replaceAll(Matcher.quoteReplacement(program() + " "));
  }

  /** An error message on a line of its own. */
  public void complain(String message) {
    out.flush();
    asTyped(message).lines().forEach(line -> err.println("lastwords: " + line));
  }

  /** Does nobody read the output any more? */
  public boolean closed() {
    return pipe.closed();
  }

  public String bold(String text) {
    return coloured("1", text);
  }

  public String green(String text) {
    return coloured("32", text);
  }

  public String red(String text) {
    return coloured("31", text);
  }

  public String faint(String text) {
    return coloured("2", text);
  }

  private String coloured(String code, String text) {
    return terminal.colours() && !text.isEmpty()
        ? "\u001b[" + key + ";" + code + "m" + text + "\u001b[" + key + ";0m"
        : text;
  }

  /** Why output could not be written; empty if it could, or if the reader has closed the pipe. */
  public Optional<String> failure() {
    out.flush();
    return pipe.failure();
  }
}
