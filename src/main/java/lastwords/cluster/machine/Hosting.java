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
import lastwords.cluster.agent.Members;
import lastwords.cluster.agent.NodeAgent;
import lastwords.cluster.agent.Placing;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.PartRef;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.wire.Gzip;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.Machine;

/** Has the parts of one machine created on their nodes. */
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
  private final Set<Integer> absent = new TreeSet<>(); // parts that are gone
  private final int term;
  private boolean begun; // are the agents asked?
  private SortedMap<Integer, String> places = Collections.emptySortedMap();

  /**
   * @param live whether the parts run live; else in lock-step
   * @param parts how many there are
   * @param term number of the machine's coordinator
   */
  Hosting(
      String id,
      LaunchOrder order,
      boolean live,
      int parts,
      int term,
      ActorRef<Command> coordinator) {
    this.id = id;
    this.term = term;
    this.order = order;
    this.live = live;
    this.count = parts;
    this.coordinator = coordinator;
    this.bundle = Gzip.of(order.bundle().toJson());
  }

  /**
   * Are the agents of all members known? New members' agents become known a little later; after a
   * few seconds the known ones have to suffice.
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
   * @throws NodeException if the placement is impossible
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
    begun = true;
    ask();
  }

  /**
   * Asks for parts that already exist.
   *
   * @return the nodes that are gone
   */
  Set<String> rejoin(Receptionist.Listing listing, Cluster cluster, RunHeader run) {
    places(run);
    agents.putAll(Members.byName(cluster, listing.getAllServiceInstances(NodeAgent.KEY)));
    agents.keySet().retainAll(origins.keySet());
    begun = true;
    Set<String> gone = new TreeSet<>(origins.keySet());
    gone.removeAll(agents.keySet());
    ask();
    return gone;
  }

  /** Sets the parts' places, as chosen by another coordinator. */
  void places(RunHeader run) {
    places = run.places();
    run.places().forEach((part, node) -> origins.put(node, run.origins().get(part)));
  }

  /** Repeats requests that were not answered. */
  void ask() {
    origins.forEach(
        (node, origin) -> {
          boolean there = agents.containsKey(node);
          if (there && !parts.keySet().containsAll(partsOf(node))) {
            agents.get(node).tell(host(node, origin));
          }
        });
  }

  private NodeAgent.Host host(String node, int origin) {
    int[] own = partsOf(node).stream().mapToInt(Integer::intValue).toArray();
    return new NodeAgent.Host(
        id, bundle, own, origin, live, order.speed(), order.seed(), term, coordinator);
  }

  /** Takes an agent's reply; returns true if it was the last one. */
  boolean complete(List<PartRef> made) {
    boolean before = complete();
    made.forEach(it -> parts.put(it.part(), it));
    return !before && complete();
  }

  boolean begun() {
    return begun;
  }

  boolean complete() {
    Set<Integer> all = new TreeSet<>(parts.keySet());
    all.addAll(absent);
    return all.size() == count;
  }

  /** Is that part's address known? */
  boolean has(int part) {
    return parts.containsKey(part);
  }

  /** The node with that number in the machine. */
  String node(int origin) {
    return origins.entrySet().stream()
        .filter(it -> it.getValue() == origin)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The parts' actors, by number. */
  List<PartRef> parts() {
    return List.copyOf(parts.values());
  }

  /** Each part's node. */
  SortedMap<Integer, String> places() {
    return places;
  }

  /** The parts' names and places. */
  List<PartInfo> infos(Machine machine) {
    return places.entrySet().stream()
        .map(
            it ->
                new PartInfo(
                    it.getKey(), Whereabouts.name(machine, it.getKey()), it.getValue(), "", ""))
        .toList();
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

  /** The header of this machine's recording. */
  RunHeader header() {
    String clock = live ? RunHeader.LIVE : RunHeader.LOCK_STEP;
    return new RunHeader(
        id,
        order.name(),
        order.bundle(),
        places,
        originsOfParts(),
        clock,
        order.speed(),
        order.seed());
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
    absent.addAll(partsOf(node));
  }

  /** The parts are not needed any more. */
  void release() {
    agents.values().forEach(it -> it.tell(new NodeAgent.Release(id)));
  }
}
