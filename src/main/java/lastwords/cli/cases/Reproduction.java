package lastwords.cli.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lastwords.scenario.Scenario;
import lastwords.scenario.setting.Overrides;

/** The command line that repeats a run of a case. */
public final class Reproduction {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private Reproduction() {}

  public static String of(String scenario, String variant, Overrides overrides, long seed) {
    List<String> words = words("run", scenario, variant, overrides);
    words.addAll(List.of("--seed", Long.toString(seed)));
    return line(words);
  }

  /** The command line that explores a case. */
  public static String explore(String scenario, String variant, Overrides overrides) {
    return line(words("explore", scenario, variant, overrides));
  }

  /** The command line that shows a case in a browser. */
  public static String ui(String scenario, String variant, Overrides overrides) {
    return line(words("ui", scenario, variant, overrides));
  }

  private static List<String> words(
      String verb, String scenario, String variant, Overrides overrides) {
    List<String> words = new ArrayList<>(List.of("lastwords", verb, scenario));
    if (!variant.equals(Scenario.DEFAULT)) {
      words.addAll(List.of("--variant", variant));
    }
    overrides.kernel().ifPresent(kernel -> words.addAll(List.of("--kernel", kernel)));
    overrides.machine().ifPresent(machine -> words.addAll(List.of("--machine", machine)));
    for (Map.Entry<String, String> set : overrides.set().entrySet()) {
      String value = set.getValue().isEmpty() ? "" : "=" + set.getValue();
      words.addAll(List.of("--set", set.getKey() + value));
    }
    return words;
  }

  private static String line(List<String> words) {
    return String.join(" ", words.stream().map(Reproduction::quoted).toList());
  }

  /** The word quoted for a shell. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
