package lastwords.kernelc.preprocess;

import java.util.List;
import java.util.Map;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceToken;

/** What conditions may test: config symbols and the macros of a source. */
final class Conditions {
  private final Map<String, Long> config;
  private final MacroTable macros;
  private final Problems problems;

  Conditions(Map<String, Long> config, MacroTable macros, Problems problems) {
    this.config = config;
    this.macros = macros;
    this.problems = problems;
  }

  /** A config symbol counts as defined if it is not zero. */
  boolean isDefined(String name) {
    return macros.defined(name).isPresent() || valueOf(name) != 0;
  }

  long valueOf(String name) {
    return config.getOrDefault(name, 0L);
  }

  List<SourceToken> expand(List<SourceToken> tokens) {
    return new MacroExpander(macros, problems).expand(tokens);
  }
}
