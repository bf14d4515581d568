package lastwords.cluster.machine;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.typed.Cluster;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.PartRef;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.wire.Gzip;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.Machine;

/** Has the parts of one machine made on the nodes where they are to live. */
final class Hosting {
  private static final long PATIENCE = 5_000_000_000L;

  private final long created = System.nanoTime();
  private final String id;
  private final LaunchOrder order;
  private final boolean live;
  private final int count;
  private final ActorRef<Command> coordinator;
  private final byte[] bundle;
  private final SortedMap<String, ActorRef<NodeAgent.Command>> agents = new TreeMap<>();
  private final SortedMap<String, Integer> origins = new TreeMap<>();
  private final SortedMap<Integer, PartRef> parts = new TreeMap<>();
  private SortedMap<Integer, String> places = Collections.emptySortedMap();

  Hosting(String id, LaunchOrder order, boolean live, int parts, ActorRef<Command> coordinator) {
    this.id = id;
    this.order = order;
    this.live = live;
    this.count = parts;
    this.coordinator = coordinator;
    this.bundle = Gzip.of(order.bundle().toJson());
  }

  /**
   * Are the agents of all members known? Who has just come up gets known a little later; after some
   * seconds those that are known have to do.
   */
  boolean ready(Receptionist.Listing listing, Cluster cluster) {
    Set<String> known = new TreeSet<>();
    listing
        .getServiceInstances(NodeAgent.KEY)
        .forEach(it -> Members.of(cluster, it).map(Members::name).ifPresent(known::add));
    return known.containsAll(Members.up(cluster)) || System.nanoTime() - created > PATIENCE;
  }

  /**
   * Chooses nodes and asks their agents.
   *
   * @throws NodeException when the placement cannot be had
   */
  void begin(Receptionist.Listing listing, Cluster cluster, String self, Machine machine) {
    SortedMap<String, Set<String>> nodes = new TreeMap<>();
    for (ActorRef<NodeAgent.Command> agent : listing.getServiceInstances(NodeAgent.KEY)) {
      Members.of(cluster, agent)
          .ifPresent(
              member -> {
                agents.put(Members.name(member), agent);
                nodes.put(Members.name(member), member.getRoles());
              });
    }
    places = new Placing(machine, order.placement(), self, nodes).places();
    new TreeSet<>(places.values()).forEach(node -> origins.put(node, origins.size() + 1));
    ask();
  }

  /** Asks again those that have not answered. */
  void ask() {
    origins.forEach(
        (node, origin) -> {
          if (!parts.keySet().containsAll(partsOf(node))) {
            agents.get(node).tell(host(node, origin));
          }
        });
  }

  private NodeAgent.Host host(String node, int origin) {
    int[] own = partsOf(node).stream().mapToInt(Integer::intValue).toArray();
    return new NodeAgent.Host(
        id, bundle, own, origin, live, order.speed(), order.seed(), coordinator);
  }

  /** Takes what an agent has made; true when that was the last. */
  boolean complete(List<PartRef> made) {
    boolean before = complete();
    made.forEach(it -> parts.put(it.part(), it));
    return !before && complete();
  }

  boolean begun() {
    return !origins.isEmpty();
  }

  boolean complete() {
    return parts.size() == count;
  }

  /** The parts' actors, by number. */
  List<PartRef> parts() {
    return List.copyOf(parts.values());
  }

  /** Each part's node. */
  SortedMap<Integer, String> places() {
    return places;
  }

  /** Each node's number in the machine. */
  SortedMap<String, Integer> origins() {
    return origins;
  }

  /** Each part's node by its number. */
  SortedMap<Integer, Integer> originsOfParts() {
    SortedMap<Integer, Integer> numbers = new TreeMap<>();
    places.forEach((part, node) -> numbers.put(part, origins.get(node)));
    return numbers;
  }

  /** What a recording of this machine begins with. */
  RunHeader header() {
    String clock = live ? RunHeader.LIVE : RunHeader.LOCK_STEP;
    return new RunHeader(
        id, order.bundle(), places, originsOfParts(), clock, order.speed(), order.seed());
  }

  ActorRef<NodeAgent.Command> agent(String node) {
    return agents.get(node);
  }

  List<Integer> partsOf(String node) {
    return places.entrySet().stream()
        .filter(it -> it.getValue().equals(node))
        .map(Map.Entry::getKey)
        .toList();
  }

  void forget(String node) {
    agents.remove(node);
  }

  /** The parts are not needed any more. */
  void release() {
    agents.values().forEach(it -> it.tell(new NodeAgent.Release(id)));
  }
}
