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

/** Where a command writes: answers to {@code out}, progress and complaints to {@code err}. */
public final class Output {
  private static final int HANGING = 4;

  /** Where a command line begins in a text. */
  private static final Pattern COMMAND =
      Pattern.compile("(?<=^|: |'|\\(|&& |; |, |: +)lastwords (?=[a-z])");

  private final PipeStream pipe;
  private final PrintStream out;
  private final PrintStream help;
  private final PrintStream err;
  private final PrintStream rawErr;
  private final Terminal terminal;

  /** Marks the colours that are the program's own. */
  private final String key = Integer.toString(new SecureRandom().nextInt(1 << 30));

  /** Writes to these streams, as that terminal takes it. */
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

  /** Takes the bytes of an answer that is not text; nothing in them is looked at. */
  public OutputStream bytes() {
    out.flush();
    return pipe;
  }

  /** Takes texts with their colours as they are: help, and frames of a screen. */
  public PrintStream help() {
    return help;
  }

  public PrintStream err() {
    return err;
  }

  public boolean colours() {
    return terminal.colours();
  }

  /** Is standard output a terminal that can be drawn on? */
  public boolean screen() {
    return terminal.screen();
  }

  /** Can a line on standard error be written over? */
  public boolean progressLine() {
    return terminal.overwrites();
  }

  /** Goes to the beginning of the line on standard error, which is then written over. */
  public void rewind() {
    err.flush();
    rawErr.print('\r');
    rawErr.flush();
  }

  /** How wide text may be. */
  public int columns() {
    return terminal.columns();
  }

  /** The program as its user has typed it. */
  public String program() {
    return terminal.program();
  }

  /** A paragraph: a line, or several of which all but the first are set in further. */
  public void text(String line) {
    Fold.lines(line, columns(), HANGING).forEach(out::println);
  }

  /**
   * A command line to copy, as the user would type it; it is never folded.
   *
   * @param label what stands before it
   * @param line of the program {@code lastwords}
   */
  public void command(String label, String line) {
    out.println(label + asTyped(line));
  }

  /** A text with command lines in it, as the user would type them. */
  public String asTyped(String text) {
    return COMMAND.matcher(text).replaceAll(Matcher.quoteReplacement(program() + " "));
  }

  /** A complaint, as a line of its own. */
  public void complain(String message) {
    out.flush();
    asTyped(message).lines().forEach(line -> err.println("lastwords: " + line));
  }

  /** Does nobody take answers any more? */
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

  /**
   * Why answers could not be written; empty when they were, or when the reader has had enough of
   * them.
   */
  public Optional<String> failure() {
    out.flush();
    return pipe.failure();
  }
}
