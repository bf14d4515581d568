package lastwords.scenario.setting;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Section;

/**
 * Settings that are not variables of the kernel, but parts of the machine or built-in drivers: by
 * name, the keys that each of their values puts into a scenario.
 */
public final class Choices {
  /** No choices. */
  public static final Choices NONE = new Choices(List.of());

  private final List<Choice> all;

  /**
   * One of them.
   *
   * @param title what it is, in one line
   * @param values with the keys of a scenario that each stands for
   */
  public record Choice(String name, String title, SortedMap<String, ConfigObject> values) {
    public Choice {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    private static Choice read(String name, Section section) {
      SortedMap<String, ConfigObject> values = new TreeMap<>();
      section
          .section("values", name + ".values")
          .ifPresent(block -> block.entries().forEach((value, it) -> values.put(value, keys(it))));
      Choice choice = new Choice(name, section.text("title").orElse(""), values);
      section.end();
      return choice;
    }

    private static ConfigObject keys(ConfigValue value) {
      if (value instanceof ConfigObject keys) {
        return keys;
      }
      throw ScenarioProblems.one(value.origin().description(), "expected a block { ... }");
    }
  }

  private Choices(List<Choice> all) {
    this.all = List.copyOf(all);
  }

  /** Reads the block {@code choices} of a file. */
  public static Choices read(Section file) {
    List<Choice> all = new ArrayList<>();
    file.section("choices")
        .ifPresent(
            block ->
                block
                    .keys()
                    .forEach(
                        name ->
                            block
                                .section(name, name)
                                .ifPresent(it -> all.add(Choice.read(name, it)))));
    file.end();
    return new Choices(all);
  }

  public List<Choice> all() {
    return all;
  }

  /**
   * The keys that a setting of the command line stands for; empty if it is another kind of setting.
   *
   * @param origin the place for messages
   */
  public Optional<ConfigObject> keys(String name, String value, String origin) {
    return all.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .map(it -> keys(it, value, origin));
  }

  private static ConfigObject keys(Choice choice, String value, String origin) {
    ConfigObject keys = choice.values().get(value);
    if (keys == null) {
      String known = String.join(", ", choice.values().keySet());
      String what = choice.name() + ": expected one of " + known + ", found '" + value + "'";
      throw ScenarioProblems.one(
          origin,
          what
              + Nearest.of(value, choice.values().keySet())
                  .map(it -> "; did you mean '" + it + "'?")
                  .orElse(""));
    }
    return keys;
  }
}
