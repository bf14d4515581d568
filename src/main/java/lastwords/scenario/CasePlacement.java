package lastwords.scenario;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.scenario.hocon.Section;

/**
 * Where the parts of a machine go on a cluster, according to a scenario. The parts and nodes are
 * not known before launch.
 *
 * @param spread round robin over all nodes; otherwise all on the launching node
 * @param chosen exceptions: parts or groups of them, and a node's name or {@code role:NAME}
 */
public record CasePlacement(boolean spread, SortedMap<String, String> chosen) {
  /** All parts on the node that launches the machine. */
  public static final CasePlacement USUAL = new CasePlacement(false, Collections.emptySortedMap());

  private static final String SPREAD = "spread";

  public CasePlacement {
    chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
  }

  /** Reads the block {@code place}: parts, as a path or quoted, and {@code spread}. */
  static CasePlacement read(Section section) {
    boolean spread = section.flag(SPREAD).orElse(false);
    SortedMap<String, String> chosen = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> entry : section.entries().entrySet()) {
      if (!entry.getKey().equals(SPREAD)) {
        add(section, entry.getKey(), entry.getKey(), entry.getValue(), chosen);
      }
    }
    return new CasePlacement(spread, chosen);
  }

  /** HOCON reads {@code cpu.1 = node-2} as a block {@code cpu} with a key {@code 1}. */
  private static void add(
      Section section, String key, String part, ConfigValue value, Map<String, String> chosen) {
    if (value instanceof ConfigObject block) {
      block.forEach((rest, inner) -> add(section, key, part + "." + rest, inner, chosen));
    } else if (value.unwrapped() instanceof String node) {
      chosen.put(part, node);
    } else {
      section.problem(key, "place." + part + ": expected a node's name or role:NAME");
    }
  }
}
