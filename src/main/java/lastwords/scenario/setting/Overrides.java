package lastwords.scenario.setting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line changes in a scenario.
 *
 * @param kernel another kernel: {@code 5.2+panic-lock-safe}
 * @param machine another machine; it gets the scenario's adjustments too
 * @param set a setting, a CONFIG_ symbol or a place in the scenario ({@code machine.cpus}), and its
 *     value
 */
public record Overrides(
    Optional<String> kernel, Optional<String> machine, Map<String, String> set) {
  /** The scenario as it is. */
  public static final Overrides NONE = new Overrides(Optional.empty(), Optional.empty(), Map.of());

  public Overrides {
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  /** Is the scenario left as it is? */
  public boolean isEmpty() {
    return kernel.isEmpty() && machine.isEmpty() && set.isEmpty();
  }
}
