package lastwords.cli.console;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the process writes to, and how it was called.
 *
 * @param colours does standard output support colours?
 * @param screen is standard output a terminal that can move its cursor?
 * @param overwrites can a line on standard error be overwritten?
 * @param columns maximum width of text; {@link #UNLIMITED} in a file or a pipe
 * @param program the program as typed: {@code deploy/lastwords}
 */
public record Terminal(
    boolean colours, boolean screen, boolean overwrites, int columns, String program) {
  /** Wider than any text. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Not a terminal: a file, a pipe. */
  public static final Terminal NONE = new Terminal(false, false, false, UNLIMITED, "lastwords");

  private static final int USUAL = 80;
  private static final int LEAST = 40;

  public Terminal {
    columns = Math.max(LEAST, columns);
  }

  /**
   * From the environment (COLUMNS, TERM, NO_COLOR) and the launcher's findings.
   *
   * @param environment returns a variable's value or null
   * @param launcher returns a system property's value or null
   */
  public static Terminal of(UnaryOperator<String> environment, UnaryOperator<String> launcher) {
    boolean dumb = "dumb".equals(environment.apply("TERM"));
    boolean plain = dumb || !text(environment, "NO_COLOR").isEmpty();
    boolean terminal = "true".equals(launcher.apply("lastwords.terminal"));
    boolean progress = "true".equals(launcher.apply("lastwords.progress"));
    int found = number(launcher, "lastwords.columns").orElse(terminal ? USUAL : UNLIMITED);
    return new Terminal(
        terminal && !plain,
        terminal && !dumb,
        progress && !dumb,
        number(environment, "COLUMNS").orElse(found),
        Optional.of(text(launcher, "lastwords.program"))
            .filter(it -> !it.isEmpty())
            .orElse(NONE.program));
  }

  private static String text(UnaryOperator<String> source, String name) {
    return Optional.ofNullable(source.apply(name)).orElse("");
  }

  /** A width; a terminal that does not know its width reports 0. */
  private static Optional<Integer> number(UnaryOperator<String> source, String name) {
    String text = text(source, name);
    return text.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** With another width. */
  public Terminal withColumns(int width) {
    return new Terminal(colours, screen, overwrites, width, program);
  }

  /** As another program. */
  public Terminal withProgram(String typed) {
    return new Terminal(colours, screen, overwrites, columns, typed);
  }
}
