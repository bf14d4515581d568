package lastwords.cli.cases;

import java.util.List;
import picocli.CommandLine.Option;

/** How much of a stack a report shows. */
public final class StackOption {
  private static final String CALLER = " <- ";
  private static final int FRAMES = 3;

  @Option(names = "--stack", description = "shows complete stacks, not only the innermost frames")
  private boolean whole;

  /** An explanation in the form that the user wants. */
  public List<String> shown(List<String> explanation) {
    return whole ? SameReasons.folded(explanation) : shortened(explanation);
  }

  /** An explanation with only the innermost frames of its stacks. */
  public static List<String> shortened(List<String> explanation) {
    return SameReasons.folded(explanation.stream().map(StackOption::innermost).toList());
  }

  private static String innermost(String line) {
    String[] frames = line.split(CALLER, FRAMES + 1);
    if (frames.length <= FRAMES) {
      return line;
    }
    return line.substring(0, line.length() - CALLER.length() - frames[FRAMES].length())
        + CALLER
        + "…";
  }
}
