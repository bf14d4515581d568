package lastwords.scenario.hocon;

import java.util.List;

/**
 * What is wrong with the user's input, one problem per line: {@code file:line: what; did you mean
 * ...?}.
 */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> lines;

  /**
   * @param lines shown to the user as they are
   */
  public ScenarioException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /** The problems, at least one. */
  public List<String> lines() {
    return lines;
  }
}
