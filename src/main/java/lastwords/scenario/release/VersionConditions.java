package lastwords.scenario.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates the conditions on {@code LINUX_VERSION_CODE} and on {@code BACKPORT(name)} in a file,
 * so that a release gets only its own lines. Other conditions are left to the compiler.
 */
final class VersionConditions {
  private static final String CODE = "LINUX_VERSION_CODE";
  private static final Pattern DIRECTIVE =
      Pattern.compile("\\s*#\\s*(if|ifdef|ifndef|elif|else|endif)\\b(.*)");
  private static final Pattern TEST =
      Pattern.compile(
          CODE
              + "\\s*(>=|<|>|<=)\\s*"
              + "KERNEL_VERSION\\s*\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\)");
  private static final Pattern BACKPORT =
      Pattern.compile("(!?)\\s*BACKPORT\\s*\\(\\s*(\\w+)\\s*\\)");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//.*");

  /** An open conditional: is it about the version, is its branch taken, was one taken before? */
  private record Open(boolean onVersion, boolean taken, boolean decided, TreeLine at) {}

  private final ReleaseNumber release;
  private final Set<String> backports;
  private final Set<String> known; // backports named by conditions
  private final List<String> problems = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<TreeLine> kept = new ArrayList<>();
  private boolean cut; // was a line cut since the last one that was kept?

  private VersionConditions(ReleaseNumber release, Set<String> backports, Set<String> known) {
    this.release = release;
    this.backports = backports;
    this.known = known;
  }

  /**
   * The file with this release's lines.
   *
   * @param backports those of the release
   * @param known receives the backports named by conditions in the file
   */
  static TreeFile decide(
      TreeFile file, ReleaseNumber release, Set<String> backports, Set<String> known) {
    // Most files have none, and every start reads them all.
    if (!hasAny(file)) {
      return file;
    }
    VersionConditions conditions = new VersionConditions(release, backports, known);
    file.lines().forEach(conditions::line);
    conditions.end();
    return file.withLines(conditions.kept);
  }

  private static boolean hasAny(TreeFile file) {
    for (TreeLine line : file.lines()) {
      if (line.text().indexOf('#') >= 0 && isOnVersion(line.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnVersion(String text) {
    return text.contains(CODE) || text.contains("BACKPORT") && BACKPORT.matcher(text).find();
  }

  private void line(TreeLine line) {
    Matcher directive = DIRECTIVE.matcher(line.text());
    boolean decided =
        line.text().indexOf('#') >= 0
            && directive.matches()
            && directive(directive.group(1), directive.group(2), line);
    if (decided || !open.stream().allMatch(Open::taken)) {
      cut = true;
    } else if (!cut || !doublesBlank(line)) {
      kept.add(line);
      cut = false;
    }
  }

  /** Of the empty lines around something that was cut, one is enough. */
  private boolean doublesBlank(TreeLine line) {
    boolean afterBlank = kept.isEmpty() || kept.get(kept.size() - 1).text().isEmpty();
    return line.text().isEmpty() && afterBlank;
  }

  /** Returns true if the line belongs to a condition on the version, and so is done with. */
  private boolean directive(String word, String rest, TreeLine line) {
    return switch (word) {
      case "if" -> begin(isOnVersion(rest), rest, line);
      case "ifdef", "ifndef" -> begin(false, rest, line);
      case "elif" -> otherwise(rest, line);
      case "else" -> otherwise("", line);
      default -> !open.isEmpty() && open.pop().onVersion();
    };
  }

  private boolean begin(boolean onVersion, String test, TreeLine line) {
    boolean taken = !onVersion || holds(test, line);
    open.push(new Open(onVersion, taken, taken, line));
    return onVersion;
  }

  private boolean otherwise(String test, TreeLine line) {
    if (open.isEmpty() || !open.peek().onVersion()) {
      return false;
    }
    Open before = open.pop();
    boolean taken = !before.decided() && (test.isEmpty() || holds(test, line));
    open.push(new Open(true, taken, before.decided() || taken, before.at()));
    return true;
  }

  /** Tests joined by {@code &&} and {@code ||}. */
  private boolean holds(String text, TreeLine line) {
    boolean any = false;
    for (String part : COMMENT.matcher(text).replaceAll("").split("\\|\\|")) {
      any |= allHold(part, line);
    }
    return any;
  }

  private boolean allHold(String text, TreeLine line) {
    boolean all = true;
    for (String part : text.split("&&")) {
      all &= testHolds(part.strip(), line);
    }
    return all;
  }

  private boolean testHolds(String text, TreeLine line) {
    Matcher test = TEST.matcher(text);
    if (test.matches()) {
      return holds(test);
    }
    Matcher backport = BACKPORT.matcher(text);
    if (backport.matches()) {
      known.add(backport.group(2));
      return backports.contains(backport.group(2)) == backport.group(1).isEmpty();
    }
    problems.add(
        line.place()
            + ": expected LINUX_VERSION_CODE >= KERNEL_VERSION(a, b, c) or BACKPORT(name), found '"
            + text
            + "'");
    return false;
  }

  private boolean holds(Matcher test) {
    ReleaseNumber bound =
        new ReleaseNumber(
            Integer.parseInt(test.group(2)),
            Integer.parseInt(test.group(3)),
            Integer.parseInt(test.group(4)));
    int order = release.compareTo(bound);
    return switch (test.group(1)) {
      case ">=" -> order >= 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order < 0;
    };
  }

  private void end() {
    while (cut && !kept.isEmpty() && kept.get(kept.size() - 1).text().isEmpty()) {
      kept.remove(kept.size() - 1);
    }
    open.stream()
        .filter(Open::onVersion)
        .forEach(it -> problems.add(it.at().place() + ": this #if has no #endif"));
    if (!problems.isEmpty()) {
      throw new TreeException(problems);
    }
  }
}
