package lastwords.scenario.hocon;

import java.util.List;

/**
 * What is wrong with what the user gave us, one problem a line: {@code file:line: what; did you
 * mean ...?}.
 */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> lines;

  /** Shows the lines to the user as they are. */
  public ScenarioException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /** The problems, at least one. */
  public List<String> lines() {
    return lines;
  }
}
