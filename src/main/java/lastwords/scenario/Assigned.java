package lastwords.scenario;

import com.typesafe.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A value that a file gives a kernel variable or a config symbol.
 *
 * @param value the number; yes is 1
 * @param where the place that gives it
 */
record Assigned(long value, String where) {
  /** All assignments of a block, by name. */
  static Map<String, Assigned> all(Section block) {
    Map<String, Assigned> all = new LinkedHashMap<>();
    block
        .entries()
        .forEach((name, value) -> one(name, value, block).ifPresent(it -> all.put(name, it)));
    return all;
  }

  private static Optional<Assigned> one(String name, ConfigValue value, Section block) {
    Optional<Long> number =
        Section.whole(value).or(() -> Section.truth(value).map(truth -> truth ? 1L : 0L));
    if (number.isEmpty()) {
      block.problem(name, name + ": expected a number, yes or no, found " + Shown.of(value));
    }
    return number.map(it -> new Assigned(it, block.at(name)));
  }

  static Map<String, Long> values(Map<String, Assigned> assignments) {
    Map<String, Long> values = new LinkedHashMap<>();
    assignments.forEach((name, assigned) -> values.put(name, assigned.value()));
    return values;
  }
}
