package lastwords.cli.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.ScenarioException;

/**
 * A scenario and variant as named on a command line: {@code SCENARIO:VARIANT}.
 *
 * @param scenario its name, or its file
 * @param variant empty if none is named
 */
public record CaseName(String scenario, Optional<String> variant) {
  public static CaseName of(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0 || Files.exists(Path.of(text))) {
      return new CaseName(text, Optional.empty());
    }
    return new CaseName(text.substring(0, colon), Optional.of(text.substring(colon + 1)));
  }

  /** The variant, given the value of the option --variant. */
  public String variantOr(String option) {
    if (variant.isPresent() && !option.equals(Scenario.DEFAULT) && !option.equals(variant.get())) {
      throw new ScenarioException(
          List.of(
              "two variants: '" + variant.get() + "' of the name, '" + option + "' of --variant"));
    }
    return variant.orElse(option);
  }
}
