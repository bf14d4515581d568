package lastwords.scenario.setting;

import com.typesafe.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lastwords.scenario.hocon.Section;
import lastwords.scenario.hocon.Shown;

/**
 * A value that a file assigns to a kernel variable or a config symbol.
 *
 * @param value the number; yes is 1
 * @param where the place of the assignment
 */
public record Assigned(long value, String where) {
  /** All assignments of a block, by name. */
  public static Map<String, Assigned> all(Section block, Parameters parameters) {
    Map<String, Assigned> all = new LinkedHashMap<>();
    block
        .entries()
        .forEach(
            (name, value) ->
                one(name, value, block, parameters).ifPresent(it -> all.put(name, it)));
    return all;
  }

  private static Optional<Assigned> one(
      String name, ConfigValue value, Section block, Parameters parameters) {
    Optional<Long> number =
        Section.whole(value).or(() -> Section.truth(value).map(truth -> truth ? 1L : 0L));
    Optional<String> absent = parameters.absent(name, value);
    if (absent.isPresent()) {
      block.problem(name, name + " is not modelled: " + absent.get());
      return Optional.empty();
    }
    if (number.isEmpty() || !takesNumbers(name, parameters)) {
      block.problem(
          name, name + ": expected " + expected(name, parameters) + ", found " + Shown.of(value));
      return Optional.empty();
    }
    return number.map(it -> new Assigned(it, block.at(name)));
  }

  /** Some boot parameters take only words. */
  private static boolean takesNumbers(String name, Parameters parameters) {
    if (parameters.isSize(name)) {
      return false;
    }
    return parameters.values(name).isEmpty() || !parameters.variable(name).equals(name);
  }

  private static String expected(String name, Parameters parameters) {
    if (parameters.isSize(name)) {
      return "a size such as 1M, " + parameters.sizesOf(name);
    }
    if (parameters.numbers(name) > 1) {
      return "one to " + parameters.numbers(name) + " numbers";
    }
    String words = String.join(" or ", parameters.values(name));
    String number = takesNumbers(name, parameters) ? "a number, yes or no" : "";
    return number + (words.isEmpty() || number.isEmpty() ? "" : ", or ") + words;
  }

  public static Map<String, Long> values(Map<String, Assigned> assignments) {
    Map<String, Long> values = new LinkedHashMap<>();
    assignments.forEach((name, assigned) -> values.put(name, assigned.value()));
    return values;
  }
}
