package lastwords.cli.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.ScenarioException;

/**
 * A scenario as a command line names it, and the variant that {@code SCENARIO:VARIANT} names.
 *
 * @param scenario its name, or its file
 * @param variant empty when the name has none
 */
public record CaseName(String scenario, Optional<String> variant) {
  public static CaseName of(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0 || Files.exists(Path.of(text))) {
      return new CaseName(text, Optional.empty());
    }
    return new CaseName(text.substring(0, colon), Optional.of(text.substring(colon + 1)));
  }

  /** The variant, when the option --variant has this value. */
  public String variantOr(String option) {
    if (variant.isPresent() && !option.equals(Scenario.DEFAULT) && !option.equals(variant.get())) {
      throw new ScenarioException(
          List.of(
              "two variants: '" + variant.get() + "' of the name, '" + option + "' of --variant"));
    }
    return variant.orElse(option);
  }
}
