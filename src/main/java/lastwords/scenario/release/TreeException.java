package lastwords.scenario.release;

import java.util.List;

/** What is wrong with a tree or a patch, one problem per line: {@code file:line: what}. */
public final class TreeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> lines;

  TreeException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /** The problems, at least one. */
  public List<String> lines() {
    return lines;
  }
}
