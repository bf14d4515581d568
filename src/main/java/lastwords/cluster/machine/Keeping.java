package lastwords.cluster.machine;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.typed.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lastwords.cluster.agent.Control;
import lastwords.cluster.agent.Estate;
import lastwords.cluster.agent.Members;
import lastwords.cluster.agent.NodeAgent;
import lastwords.cluster.agent.NodeAgent.Keep;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Kept;
import lastwords.json.Json;

/** Has the agents of all nodes keep what a successor would need. */
final class Keeping {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  private final ActorRef<Command> self;
  private final String id;
  private final int term;
  private final Supplier<byte[]> header;
  private final Supplier<Control> control;
  private final SortedMap<String, ActorRef<NodeAgent.Command>> agents = new TreeMap<>();
  private final SortedMap<String, ActorRef<NodeAgent.Command>> reachable = new TreeMap<>();
  private final Map<ActorRef<NodeAgent.Command>, Long> kept = new TreeMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private Optional<Estate> estate = Optional.empty();
  private Optional<byte[]> packed = Optional.empty();

  /** An action to run once a version is kept. */
  private record Waiting(long version, long deadline, Runnable then) {}

  /**
   * @param term number of this coordinator of the machine
   * @param header what the machine is, packed
   * @param control supplies the current state
   */
  Keeping(
      ActorRef<Command> self,
      String id,
      int term,
      Supplier<byte[]> header,
      Supplier<Control> control) {
    this.self = self;
    this.id = id;
    this.term = term;
    this.header = header;
    this.control = control;
  }

  /** Sets the agents. */
  void found(Receptionist.Listing listing, Cluster cluster) {
    found(
        Members.byName(cluster, listing.getAllServiceInstances(NodeAgent.KEY)),
        Members.byName(cluster, listing.getServiceInstances(NodeAgent.KEY)));
  }

  /** Sets the agents, by node name. */
  void found(
      Map<String, ActorRef<NodeAgent.Command>> all,
      Map<String, ActorRef<NodeAgent.Command>> thatCanBeReached) {
    agents.clear();
    agents.putAll(all);
    reachable.clear();
    reachable.putAll(thatCanBeReached);
    kept.keySet().retainAll(agents.values());
    repeat();
  }

  /** Sends out a change. */
  void change() {
    change(() -> {});
  }

  /**
   * Sends out a change.
   *
   * @param then runs once every reachable agent keeps it, or after a second
   */
  void change(Runnable then) {
    if (packed.isEmpty()) {
      packed = Optional.of(header.get());
    }
    String now = Json.of(control.get());
    Optional<Estate> change = estate.map(it -> it.next(now));
    long version = change.map(Estate::version).orElse(1L);
    Estate whole = new Estate(id, term, version, packed, now, Optional.empty(), self);
    estate = Optional.of(whole);
    waiting.add(new Waiting(version, System.nanoTime() + PATIENCE, then));
    agents
        .values()
        .forEach(it -> it.tell(new Keep(kept.containsKey(it) ? change.orElse(whole) : whole)));
    settle();
  }

  /** The complete estate; with the header only for agents that keep nothing yet. */
  private void send(Estate all, ActorRef<NodeAgent.Command> agent) {
    Optional<byte[]> head = kept.containsKey(agent) ? Optional.empty() : packed;
    agent.tell(
        new Keep(new Estate(id, term, all.version(), head, all.control(), Optional.empty(), self)));
  }

  void take(Kept answer) {
    ActorRef<NodeAgent.Command> agent = agents.get(answer.node());
    if (agent == null) {
      return;
    }
    if (answer.version() < 0) {
      kept.remove(agent);
      estate.ifPresent(it -> send(it, agent));
    } else {
      kept.merge(agent, answer.version(), Math::max);
    }
    settle();
  }

  /** Repeats what was not answered. */
  void repeat() {
    estate.ifPresent(
        all ->
            agents.values().stream()
                .filter(it -> kept.getOrDefault(it, 0L) < all.version())
                .forEach(it -> send(all, it)));
    settle();
  }

  private void settle() {
    long least =
        reachable.values().stream().mapToLong(it -> kept.getOrDefault(it, 0L)).min().orElse(0);
    long now = System.nanoTime();
    List<Waiting> due =
        waiting.stream().filter(it -> it.version() <= least || now - it.deadline() > 0).toList();
    waiting.removeAll(due);
    due.forEach(it -> it.then().run());
  }

  /** Tells all agents that the machine's parts are no longer needed. */
  void release() {
    agents.values().forEach(it -> it.tell(new NodeAgent.Release(id)));
  }

  /** The machine is removed. */
  void forget() {
    agents.values().forEach(it -> it.tell(new NodeAgent.Forget(id)));
  }
}
