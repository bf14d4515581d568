package lastwords.cluster.node;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a machine's parts go.
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

  public Placement {
    chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
  }
}
