package lastwords.scenario;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lastwords.scenario.hocon.ConfigFiles;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.setting.Overrides;

/** A scenario file: a litmus test of a panic, in one or more variants. */
public final class Scenario {
  /** The name of the scenario itself as a variant. */
  public static final String DEFAULT = "default";

  private static final Set<String> TOP =
      Set.of(
          "kernel",
          "machine",
          "faults",
          "cpu",
          "limits",
          "config",
          "settings",
          "budget",
          "variants",
          "sources",
          "seeds",
          "judge",
          "early-timeouts",
          "impatient", // the former name of early-timeouts
          "states",
          "place",
          "title",
          "source",
          "expect");

  private final String name;
  private final ConfigObject base;
  private final Map<String, ConfigObject> variants;
  private final CaseReader reader;
  private final List<Case> cases = new ArrayList<>();

  /** Reads all variants; reports everything that is wrong with any of them. */
  Scenario(String name, ConfigObject base, Map<String, ConfigObject> variants, CaseReader reader) {
    this.name = name;
    this.base = base;
    this.variants = new LinkedHashMap<>(variants);
    this.reader = reader;
    ScenarioProblems problems = new ScenarioProblems();
    for (String variant : variants()) {
      problems
          .or(
              List.<Case>of(),
              () -> List.of(reader.read(name, variant, blocks(variant)).within(this)))
          .forEach(cases::add);
    }
    problems.throwIfAny();
  }

  /** Its name in {@code list}. */
  public String name() {
    return name;
  }

  public String title() {
    return cases.get(0).title();
  }

  /** The mail, commit or report that it comes from. */
  public String source() {
    return cases.get(0).source();
  }

  /** The names of the variants in the order of the file, {@link #DEFAULT} first. */
  public List<String> variants() {
    List<String> names = new ArrayList<>(List.of(DEFAULT));
    names.addAll(variants.keySet());
    return names;
  }

  /** All variants as in the file. */
  public List<Case> cases() {
    return List.copyOf(cases);
  }

  /**
   * A variant with what the command line changes. The expectations are kept if the result is the
   * variant itself or another one of this file; otherwise there are none.
   */
  public Case variant(String variant, Overrides overrides) {
    if (!variants().contains(variant)) {
      throw ScenarioProblems.one(
          "",
          "scenario "
              + name
              + " has no variant '"
              + variant
              + "'"
              + Nearest.hint(variant, variants()));
    }
    if (overrides.isEmpty()) {
      return cases.get(variants().indexOf(variant));
    }
    List<ConfigObject> blocks = new ArrayList<>(blocks(variant));
    blocks.addAll(typed(overrides));
    Optional<Integer> same = same(blocks);
    blocks.replaceAll(block -> block.withoutKey("expect"));
    return same.map(cases::get)
        .orElseGet(() -> reader.read(name, variant, blocks).unjudged().within(this));
  }

  /** Its whole content, as text. */
  String text() {
    StringBuilder text = new StringBuilder(base.render());
    variants.values().forEach(it -> text.append(it.render()));
    return text.toString();
  }

  private Optional<Integer> same(List<ConfigObject> blocks) {
    List<ConfigObject> meaning = reader.meaning(blocks);
    for (int i = 0; i < cases.size(); i++) {
      if (reader.meaning(blocks(variants().get(i))).equals(meaning)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private List<ConfigObject> blocks(String variant) {
    return variant.equals(DEFAULT) ? List.of(base) : List.of(base, variants.get(variant));
  }

  private List<ConfigObject> typed(Overrides overrides) {
    List<ConfigObject> blocks = new ArrayList<>();
    overrides.kernel().ifPresent(it -> blocks.add(block("kernel", text(it, "--kernel " + it))));
    overrides.machine().ifPresent(it -> blocks.add(block("machine", text(it, "--machine " + it))));
    overrides
        .set()
        .forEach((key, value) -> blocks.add(set(key, "--set " + key + "=" + value, value)));
    return blocks;
  }

  private static ConfigValue text(String value, String origin) {
    return ConfigValueFactory.fromAnyRef(value, origin);
  }

  private ConfigObject set(String key, String origin, String value) {
    return reader.chosen(key, value, origin).orElseGet(() -> plain(key, origin, value));
  }

  private static ConfigObject plain(String key, String origin, String value) {
    ConfigValue typed = ConfigFiles.typed(value, origin);
    List<String> path = path(key, origin);
    ConfigValue block = typed;
    for (int i = path.size() - 1; i >= 0; i--) {
      block = block(path.get(i), block);
    }
    return (ConfigObject) block;
  }

  private static List<String> path(String key, String origin) {
    if (key.startsWith("CONFIG_")) {
      return List.of("config", key);
    }
    if (isSetting(key) && !key.contains("..")) {
      return List.of("settings", key);
    }
    try {
      return ConfigUtil.splitPath(key);
    } catch (ConfigException e) {
      throw ScenarioProblems.one(origin, "'" + key + "' is not a key of a scenario");
    }
  }

  /** Sysctls and module parameters have dots in their names, like paths in a scenario. */
  private static boolean isSetting(String key) {
    String first = key.replaceFirst("[./].*", "");
    boolean sysctl = first.equals("kernel") && !key.equals("kernel");
    return sysctl
        || !TOP.contains(first) && (first.equals(key) || Nearest.of(first, TOP).isEmpty());
  }

  private static ConfigObject block(String key, ConfigValue value) {
    return ConfigFactory.empty(value.origin().description()).root().withValue(key, value);
  }
}
