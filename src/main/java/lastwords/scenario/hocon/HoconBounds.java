package lastwords.scenario.hocon;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Limits on what one HOCON file may cost, with everything that it includes: no input takes much
 * time or memory, and each limit has a message.
 */
final class HoconBounds {
  /** Including included files; the longest shipped scenario has 7 KB. */
  static final int MOST_BYTES = 1 << 17;

  /** The file itself, and each inclusion of a file. */
  static final int MOST_FILES = 64;

  /** Deeper nesting would exhaust the stack of the HOCON parser. */
  static final int MOST_NESTED = 200;

  /** In a file's own values. {@code +=} counts as one, too. */
  static final int MOST_SUBSTITUTIONS = 32;

  /** To shipped machines, which contain no further ones. */
  static final int MOST_MACHINES = 200;

  /** Size of a file after substitution. */
  static final long MOST_GROWN_BYTES = 16L << 20;

  /**
   * The parser merges the values of a path, at a cost that grows with the square of their number.
   */
  static final int MOST_ASSIGNMENTS = 5_000;

  /** Numbers, texts, lists and blocks, after substitution. */
  static final int MOST_VALUES = 20_000;

  /** Approximate size of a shipped machine. */
  private static final int MACHINE_BYTES = 2048;

  private static final Pattern OPENER = Pattern.compile("\\$\\{|\\+=");
  private static final Pattern ASSIGNMENT = Pattern.compile("[={:]");
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??\"?([^.}\"]*)\"?[^}]*}");

  private long bytes;
  private int files;
  private int substitutions;
  private int assignments;

  /** Counts another file that is about to be parsed. */
  void take(String file, String text) {
    files++;
    bytes += text.length();
    substitutions += (int) OPENER.matcher(text).results().count();
    within(file, "files, those that are included counted", files, MOST_FILES);
    within(file, "bytes, with what is included", bytes, MOST_BYTES);
    assignments += (int) ASSIGNMENT.matcher(text).results().count();
    within(file, "assignments: = or : or {", assignments, MOST_ASSIGNMENTS);
    within(file, "nested brackets", depth(text), MOST_NESTED);
    within(file, "substitutions", substitutions, MOST_SUBSTITUTIONS + MOST_MACHINES);
  }

  /** The nesting of brackets, including those in texts and comments. */
  static int depth(String text) {
    int depth = 0;
    int most = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      most = Math.max(most, depth);
    }
    return most;
  }

  /** Checks a parsed file with unresolved substitutions: can they be resolved at little cost? */
  void parsed(String file, ConfigObject open) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    open.forEach((key, value) -> named.put(key, substitutions(value)));
    boolean own = open.containsKey("machines");
    List<String> all = named.values().stream().flatMap(Collection::stream).toList();
    long machines = all.stream().filter(it -> it.equals("machines") && !own).count();
    within(file, "substitutions of machines", machines, MOST_MACHINES);
    within(file, "substitutions", all.size() - machines, MOST_SUBSTITUTIONS);
    Set<String> referred = new TreeSet<>(all);
    long inside =
        named.entrySet().stream()
            .filter(it -> referred.contains(it.getKey()))
            .mapToLong(it -> it.getValue().size())
            .sum();
    long text = bytes + machines * MACHINE_BYTES;
    within(
        file,
        "bytes after substitution",
        grown(text, all.size() - machines, inside),
        MOST_GROWN_BYTES);
  }

  /** The first word of each path that is substituted in the value. */
  private static List<String> substitutions(ConfigValue value) {
    return SUBSTITUTION
        .matcher(value.render(ConfigRenderOptions.concise()))
        .results()
        .map(it -> it.group(1).strip())
        .toList();
  }

  /**
   * The largest size to which the text can grow. Substitutions inside substituted values multiply:
   * n of them by at most 3^(n/3), if there are three per level. The others add.
   */
  private static long grown(long text, long all, long inside) {
    return (long) Math.ceil(text * (1.0 + all) * Math.pow(3, inside / 3.0));
  }

  /** Checks the result. */
  static void resolved(String file, ConfigObject root) {
    Deque<ConfigValue> open = new ArrayDeque<>(List.of(root));
    int values = 0;
    while (!open.isEmpty()) {
      ConfigValue value = open.pop();
      values++;
      within(file, "values", values, MOST_VALUES);
      if (value instanceof ConfigObject block) {
        open.addAll(new ArrayList<>(block.values()));
      } else if (value instanceof ConfigList list) {
        open.addAll(list);
      }
    }
  }

  private static void within(String file, String what, long found, long most) {
    if (found > most) {
      throw ScenarioProblems.one(file, "expected at most " + most + " " + what);
    }
  }
}
