package lastwords.scenario.setting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.scenario.hocon.Section;

/**
 * A variable of the kernel that can be set, and its names.
 *
 * @param variable in kernel C
 * @param title what it does, in one line
 * @param sysctls its files below /proc/sys, with dots: {@code kernel.panic}
 * @param boots its names on the kernel's command line: {@code panic}
 * @param words of the command line that stand for a value: {@code oops=panic}
 */
public record Parameter(
    String variable,
    String title,
    List<String> sysctls,
    List<String> boots,
    Map<String, Long> words) {
  public Parameter {
    sysctls = List.copyOf(sysctls);
    boots = List.copyOf(boots);
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /** Reads the block {@code parameters} of a manifest. */
  public static List<Parameter> readAll(Section block) {
    List<Parameter> all = new ArrayList<>();
    for (String variable : block.entries().keySet()) {
      block
          .section(variable, "parameters." + variable)
          .map(it -> read(variable, it))
          .ifPresent(all::add);
    }
    return all;
  }

  private static Parameter read(String variable, Section section) {
    Map<String, Long> words = new LinkedHashMap<>();
    section
        .section("words")
        .ifPresent(it -> words.putAll(Assigned.values(Assigned.all(it, Parameters.NONE))));
    Parameter parameter =
        new Parameter(
            variable,
            section.text("title").orElse(""),
            section.texts("sysctl").orElse(List.of()),
            section.texts("boot").orElse(List.of()),
            words);
    section.end();
    return parameter;
  }

  /** The name of a word's parameter, {@code nmi_watchdog}, and its value, if it has one. */
  static String nameOf(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  static Optional<String> valueOf(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
  }
}
