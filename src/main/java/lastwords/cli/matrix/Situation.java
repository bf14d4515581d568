package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lastwords.cli.cases.CaseName;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.setting.Overrides;

/**
 * A scenario in one of its variants, as one of a matrix's situations.
 *
 * @param title what goes wrong, in one line
 * @param source where that comes from
 * @param kernel its kernel, unless another is requested
 * @param machine likewise
 */
record Situation(
    String scenario, String variant, String title, String source, String kernel, String machine) {
  private static final String EACH = "*";

  /** The situations named by the words of a command line, each once. */
  static List<Situation> all(Catalog catalog, List<String> words) {
    List<Situation> all = new ArrayList<>();
    words.forEach(word -> all.addAll(of(catalog, word)));
    return all.stream().distinct().toList();
  }

  /**
   * A set of situations: {@code typical}; a scenario, or one of its variants: {@code
   * logbuf-scenario-2:patched}; all its variants: {@code logbuf-scenario-2:*}; all scenarios of a
   * pattern: {@code v5.2/*}.
   */
  private static List<Situation> of(Catalog catalog, String word) {
    CaseName name = CaseName.of(word);
    if (catalog.situations().contains(word) || name.variant().filter(EACH::equals).isPresent()) {
      Scenario scenario = catalog.scenario(name.scenario());
      List<String> own = scenario.variants().stream().skip(1).toList();
      return named(scenario, name.scenario(), own.isEmpty() ? scenario.variants() : own);
    }
    if (word.contains(EACH)) {
      return matching(catalog, word).stream().flatMap(it -> of(catalog, it).stream()).toList();
    }
    List<String> one = List.of(name.variantOr(Scenario.DEFAULT));
    return named(catalog.scenario(name.scenario()), name.scenario(), one);
  }

  private static List<String> matching(Catalog catalog, String glob) {
    Pattern pattern = Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E");
    List<String> names =
        catalog.scenarios().stream().filter(it -> pattern.matcher(it).matches()).toList();
    if (names.isEmpty()) {
      throw ScenarioProblems.one(
          "--faults " + glob, "no scenario matches" + Nearest.hint(glob, catalog.situations()));
    }
    return names;
  }

  private static List<Situation> named(Scenario scenario, String name, List<String> variants) {
    return variants.stream().map(it -> of(name, scenario.variant(it, Overrides.NONE))).toList();
  }

  private static Situation of(String name, Case made) {
    return new Situation(
        name,
        made.variant(),
        made.title(),
        made.source(),
        made.kernel().name(),
        made.machine().name());
  }

  /** Its name in a table: within a set, only the variant. */
  String label(Catalog catalog) {
    boolean plain = variant.equals(Scenario.DEFAULT);
    return catalog.situations().contains(scenario)
        ? variant
        : plain ? scenario : scenario + ":" + variant;
  }
}
