package lastwords.cluster.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cluster.spool.Removal;

/** The machines that were removed last, by id: what still comes of them is not kept. */
final class Removals {
  private static final int MOST = 1000; // that are remembered

  private final Map<String, Removal> all = new LinkedHashMap<>(); // in their order

  /** Was that machine removed? */
  boolean has(String machine) {
    return all.containsKey(machine);
  }

  /** Remembers one; false when it was known. */
  boolean add(Removal removal) {
    if (has(removal.machine())) {
      return false;
    }
    all.put(removal.machine(), removal);
    if (all.size() > MOST) {
      all.remove(all.keySet().iterator().next());
    }
    return true;
  }

  List<Removal> all() {
    return List.copyOf(all.values());
  }
}
