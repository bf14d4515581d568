package lastwords.scenario.release;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The functions that a unified diff changes, from its text alone: for a diff against sources that
 * are not available.
 */
public final class DiffNames {
  /** What follows the numbers of a hunk: the first line of the enclosing function. */
  private static final Pattern HUNK = Pattern.compile("(?m)^@@ [^@]*@@ ?(.*)$");

  /** A line of a hunk that may begin a function: not indented, and not a statement. */
  private static final Pattern HEAD = Pattern.compile("(?m)^[ +-]([A-Za-z_][^;=]*\\(.*)$");

  private static final Pattern NAME = Pattern.compile("\\b([A-Za-z_]\\w*)\\s*\\(");
  private static final Set<String> NONE =
      Set.of("if", "for", "while", "switch", "return", "sizeof", "defined", "__attribute__");

  private DiffNames() {}

  /** Names of functions in the heads of hunks, and of those that begin inside hunks. */
  public static SortedSet<String> in(String diff) {
    SortedSet<String> names = new TreeSet<>();
    for (Pattern pattern : Set.of(HUNK, HEAD)) {
      Matcher line = pattern.matcher(diff);
      while (line.find()) {
        first(line.group(1), names);
      }
    }
    return names;
  }

  private static void first(String head, Set<String> names) {
    Matcher name = NAME.matcher(head);
    if (name.find() && !NONE.contains(name.group(1)) && !head.startsWith("#")) {
      names.add(name.group(1));
    }
  }

  /** Where a tree defines functions of these names: {@code kernel/panic.c:302}. */
  public static SortedMap<String, String> places(KernelTree tree, Set<String> names) {
    SortedMap<String, String> places = new TreeMap<>();
    for (TreeFile file : tree.files()) {
      Map<String, CFunctions.CFunction> there =
          names.stream().anyMatch(file.text()::contains) ? CFunctions.in(file.text()) : Map.of();
      there.values().stream()
          .filter(it -> names.contains(it.name()))
          .collect(Collectors.toMap(CFunctions.CFunction::name, CFunctions.CFunction::line))
          .forEach(
              (name, line) -> places.merge(name, file.path() + ":" + line, (a, b) -> a + ", " + b));
    }
    return places;
  }
}
