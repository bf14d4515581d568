package lastwords.cluster.agent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.Placement;
import lastwords.machine.Machine;
import lastwords.machine.bus.Wiring;

/** Decides on which node each part of a machine is placed. */
public final class Placing {
  private static final String ROLE = "role:";

  private final Machine machine;
  private final Placement placement;
  private final String self;
  private final SortedMap<String, Set<String>> nodes;

  /**
   * @param self the node that launches
   * @param nodes the roles of each node that can host parts, by name
   */
  public Placing(
      Machine machine, Placement placement, String self, SortedMap<String, Set<String>> nodes) {
    this.machine = machine;
    this.placement = placement;
    this.self = self;
    this.nodes = nodes;
  }

  /** The node of each part, by number. REFUSED if a name is unknown. */
  public SortedMap<Integer, String> places() {
    Wiring wiring = machine.wiring();
    List<String> all = new ArrayList<>(nodes.keySet());
    SortedMap<Integer, String> places = new TreeMap<>();
    for (int part = 0; part < wiring.parts(); part++) {
      places.put(part, placement.spread() ? all.get(part % all.size()) : self);
    }
    List<Map.Entry<String, String>> chosen = new ArrayList<>(placement.chosen().entrySet());
    chosen.sort((a, b) -> parts(b.getKey()).size() - parts(a.getKey()).size());
    chosen.forEach(it -> choose(it.getKey(), it.getValue(), places));
    return places;
  }

  private void choose(String what, String where, SortedMap<Integer, String> places) {
    List<String> candidates = candidates(where);
    int i = 0;
    for (int part : parts(what)) {
      places.put(part, candidates.get(i++ % candidates.size()));
    }
  }

  private List<String> candidates(String where) {
    List<String> candidates = new ArrayList<>();
    nodes.forEach(
        (name, roles) -> {
          boolean meant =
              where.startsWith(ROLE)
                  ? roles.contains(where.substring(ROLE.length()))
                  : name.equals(where);
          if (meant) {
            candidates.add(name);
          }
        });
    if (candidates.isEmpty()) {
      String what = where.startsWith(ROLE) ? "node with role '" : "node '";
      String name = where.startsWith(ROLE) ? where.substring(ROLE.length()) : where;
      throw refused("no " + what + name + "' is up; known: " + String.join(", ", nodes.keySet()));
    }
    return candidates;
  }

  /** The parts with a name, or of a group. */
  private List<Integer> parts(String what) {
    Set<Integer> parts = new LinkedHashSet<>();
    Wiring wiring = machine.wiring();
    String name = what.replaceFirst("^(cpu|lock|uart)\\.", "$1-").replaceFirst("^pstore$", "pram");
    for (int part = 0; part < wiring.parts(); part++) {
      int lock = wiring.lockOf(part);
      boolean byLock = lock >= 0 && name.equals("lock:" + machine.lockName(lock));
      boolean byPort = lock < 0 && name.equals(machine.partName(part));
      if (wiring.name(part).equals(name) || byLock || byPort || group(part).equals(name)) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      throw refused(
          "the machine has no part '"
              + what
              + "'; parts are cpu.N, lock:NAME, uart.N, memory, interrupts, pstore, firmware, and"
              + " the groups cpus, locks, uarts");
    }
    return List.copyOf(parts);
  }

  private String group(int part) {
    String name = machine.wiring().name(part);
    return name.contains("-") ? name.replaceFirst("-.*", "s") : name;
  }

  private static NodeException refused(String message) {
    return new NodeException(Kind.REFUSED, message);
  }
}
