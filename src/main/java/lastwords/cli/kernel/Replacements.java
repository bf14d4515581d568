package lastwords.cli.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.Compilation.Replacement;

/** What a patch replaces, in one line. */
final class Replacements {
  private Replacements() {}

  static String text(Replacement it) {
    return "replaces " + it.kind() + " " + it.name() + ": " + it.before() + " -> " + it.after();
  }

  static List<Map<String, String>> json(Compilation compilation) {
    return compilation.replacements().stream().map(Replacements::json).toList();
  }

  private static Map<String, String> json(Replacement it) {
    Map<String, String> object = new LinkedHashMap<>();
    object.put("name", it.name());
    object.put("kind", it.kind());
    object.put("before", it.before());
    object.put("after", it.after());
    return object;
  }
}
