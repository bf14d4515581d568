package lastwords.kernelc.preprocess;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lastwords.kernelc.source.SourceText;

/**
 * The sources of which a source of a higher layer replaces functions: it sees their macros,
 * whatever its file is called.
 */
final class ReplacedSources {
  private static final Pattern DEFINITION =
      Pattern.compile("(?m)^[A-Za-z_][^;{}=()#]*\\b(\\w+)[ \\t]*\\([^;{}]*\\)\\s*\\{");

  /** By base name: the functions that its sources define. */
  private final Map<String, Set<String>> functions = new LinkedHashMap<>();

  /** Registers a source for later ones. */
  void note(SourceText source) {
    functions.computeIfAbsent(source.baseName(), name -> new TreeSet<>()).addAll(definedIn(source));
  }

  private static Set<String> definedIn(SourceText source) {
    return DEFINITION
        .matcher(source.text())
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The macros of the sources that a source replaces, except those that two of them define. */
  Map<String, Optional<Macro>> macrosFor(SourceText source, Map<String, MacroTable> tables) {
    Map<String, Optional<Macro>> macros = new LinkedHashMap<>();
    if (source.layer() == 0) {
      return macros;
    }
    Set<String> defined = definedIn(source);
    functions.forEach(
        (baseName, names) -> {
          if (names.stream().anyMatch(defined::contains)) {
            tables
                .get(baseName)
                .own()
                .forEach((name, macro) -> macros.merge(name, macro, (a, b) -> Optional.empty()));
          }
        });
    return macros;
  }
}
