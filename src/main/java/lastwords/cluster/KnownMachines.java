package lastwords.cluster;

import akka.actor.typed.ActorRef;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.node.MachineInfo;

/** What the nodes of a cluster know of its machines, merged, by id. */
final class KnownMachines {
  private final SortedMap<String, String> names = new TreeMap<>();
  private final SortedMap<String, ActorRef<Command>> coordinators = new TreeMap<>();
  private final SortedMap<String, MachineInfo> infos = new TreeMap<>();
  private final Set<String> removed = new TreeSet<>();

  /** What one node knows. */
  void add(NodeGuardian.Machines node) {
    removed.addAll(node.removed());
    for (NodeGuardian.Controlled it : node.controlled()) {
      names.put(it.id(), it.name());
      coordinators.put(it.id(), it.coordinator());
    }
    for (MachineInfo it : node.known()) {
      names.put(it.id(), it.name());
      infos.merge(it.id(), it, (a, b) -> a.nanos() < b.nanos() ? b : a);
    }
    names.keySet().removeAll(removed);
    coordinators.keySet().removeAll(removed);
    infos.keySet().removeAll(removed);
  }

  /** Adds a machine's current state. */
  void now(MachineInfo info) {
    infos.put(info.id(), info);
  }

  SortedMap<String, ActorRef<Command>> coordinators() {
    return Collections.unmodifiableSortedMap(coordinators);
  }

  /** A machine's last recorded state. */
  Optional<MachineInfo> info(String id) {
    return Optional.ofNullable(infos.get(id));
  }

  /** All machines of which more is known than the name. */
  List<MachineInfo> infos() {
    return List.copyOf(infos.values());
  }

  Set<String> names() {
    return new TreeSet<>(names.values());
  }

  String nameOf(String id) {
    return names.getOrDefault(id, id);
  }

  /** The node that controls a machine, as far as is known. */
  String nodeOf(String id) {
    return infos.containsKey(id) ? infos.get(id).node() : "its node";
  }

  /** The ids that a word can mean: a machine with that id, or all with that name. */
  List<String> meant(String word) {
    if (names.containsKey(word)) {
      return List.of(word);
    }
    return names.keySet().stream().filter(it -> names.get(it).equals(word)).toList();
  }
}
