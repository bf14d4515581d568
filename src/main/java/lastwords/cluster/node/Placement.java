package lastwords.cluster.node;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.scenario.CasePlacement;

/**
 * Where a machine's parts are placed.
 *
 * @param spread round robin over all nodes; else all on the node that launches it
 * @param chosen exceptions: a part's name ({@code cpu-1}, {@code lock-3}, {@code lock:logbuf_lock})
 *     or group ({@code cpus}, {@code locks}, {@code uarts}, {@code memory}) and a node's name, or a
 *     role as {@code role:NAME}
 */
public record Placement(boolean spread, SortedMap<String, String> chosen) {
  /** All parts on the node that launches the machine. */
  public static final Placement LOCAL = new Placement(false, Collections.emptySortedMap());

  /** Parts round robin over all nodes. */
  public static final Placement SPREAD = new Placement(true, Collections.emptySortedMap());

  /**
   * Combines the placement of a launch with that of the scenario, which it overrides.
   *
   * @param spread empty: as the scenario has it
   */
  public static Placement of(
      CasePlacement usual, Optional<Boolean> spread, Map<String, String> chosen) {
    TreeMap<String, String> all = new TreeMap<>();
    usual.chosen().forEach((part, node) -> all.put(plain(part), node));
    chosen.forEach((part, node) -> all.put(plain(part), node));
    return new Placement(spread.orElse(usual.spread()), all);
  }

  /** {@code cpu.1} and {@code cpu-1} are one part. */
  private static String plain(String part) {
    return part.replaceFirst("^([a-z]+)\\.(\\d+)$", "$1-$2");
  }

  public Placement {
    chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
  }
}
