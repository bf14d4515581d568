package lastwords.cluster.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cluster.spool.Removal;

/** The most recently removed machines, by id: their late records are discarded. */
final class Removals {
  private static final int MOST = 1000; // remembered

  private final Map<String, Removal> all = new LinkedHashMap<>(); // in order of removal

  /** Was that machine removed? */
  boolean has(String machine) {
    return all.containsKey(machine);
  }

  /** Remembers a removal; returns false if it was known. */
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
