package lastwords.cli.orders;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.kernelc.SourceFile;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;

/** The config symbol that a notifier needs: that of the {@code #ifdef} around it. */
final class NotifierSources {
  private static final Pattern HEAD = Pattern.compile("[A-Z][A-Z0-9_]*\\((\\w+)\\s*,.*");
  private static final Pattern IFDEF = Pattern.compile("#\\s*ifdef\\s+(CONFIG_\\w+).*");

  private final SortedMap<String, String> symbols = new TreeMap<>(); // by callback; "": always

  NotifierSources(List<SourceFile> sources) {
    sources.stream().filter(it -> it.text().contains("PANIC_NOTIFIER")).forEach(this::read);
  }

  private void read(SourceFile source) {
    Deque<String> open = new ArrayDeque<>();
    for (String line : source.text().split("\n")) {
      Matcher head = HEAD.matcher(line);
      Matcher ifdef = IFDEF.matcher(line);
      if (line.matches("#\\s*if.*")) {
        open.addLast(ifdef.matches() ? ifdef.group(1) : "");
      } else if (line.matches("#\\s*endif.*") && !open.isEmpty()) {
        open.removeLast();
      } else if (head.matches()) {
        String symbol = open.stream().filter(it -> !it.isEmpty()).findFirst().orElse("");
        symbols.putIfAbsent(head.group(1), symbol);
      }
    }
  }

  /**
   * Values of config symbols that include these notifiers, and exclude all others that have one.
   */
  Map<String, String> only(Collection<String> notifiers) {
    Map<String, String> config = new LinkedHashMap<>();
    symbols.values().stream().filter(it -> !it.isEmpty()).forEach(it -> config.put(it, "0"));
    for (String notifier : notifiers) {
      if (!symbols.containsKey(notifier)) {
        throw ScenarioProblems.one(
            "",
            "--notifiers: no notifier '"
                + notifier
                + "'"
                + Nearest.hint(notifier, symbols.keySet()));
      }
      if (!symbols.get(notifier).isEmpty()) {
        config.put(symbols.get(notifier), "1");
      }
    }
    return config;
  }
}
