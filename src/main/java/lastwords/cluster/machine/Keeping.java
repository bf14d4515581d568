package lastwords.cluster.machine;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
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
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Kept;
import lastwords.cluster.wire.Json;

/** Has the agents of all nodes keep what a successor of this coordinator would need. */
final class Keeping {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  private final ActorContext<Command> context;
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

  /** Something that is to be done when a version is kept. */
  private record Waiting(long version, long deadline, Runnable then) {}

  /**
   * @param term which coordinator of the machine in a row this is
   * @param header what the machine is, packed
   * @param control how far it has got
   */
  Keeping(
      ActorContext<Command> context,
      String id,
      int term,
      Supplier<byte[]> header,
      Supplier<Control> control) {
    this.context = context;
    this.id = id;
    this.term = term;
    this.header = header;
    this.control = control;
  }

  /** These agents there are. */
  void found(Receptionist.Listing listing) {
    Cluster cluster = Cluster.get(context.getSystem());
    agents.clear();
    agents.putAll(Members.byName(cluster, listing.getAllServiceInstances(NodeAgent.KEY)));
    reachable.clear();
    reachable.putAll(Members.byName(cluster, listing.getServiceInstances(NodeAgent.KEY)));
    kept.keySet().retainAll(agents.values());
    repeat();
  }

  /** Something has changed. */
  void change() {
    change(() -> {});
  }

  /**
   * Something has changed.
   *
   * @param then runs when every agent that can be reached keeps it; after a second in any case
   */
  void change(Runnable then) {
    if (packed.isEmpty()) {
      packed = Optional.of(header.get());
    }
    long version = estate.map(Estate::version).orElse(0L) + 1;
    String now = Json.of(control.get());
    estate = Optional.of(new Estate(id, term, version, packed, now, context.getSelf()));
    waiting.add(new Waiting(version, System.nanoTime() + PATIENCE, then));
    agents.values().forEach(it -> send(estate.get(), it));
    settle();
  }

  private void send(Estate all, ActorRef<NodeAgent.Command> agent) {
    boolean first = !kept.containsKey(agent);
    Estate rest =
        new Estate(id, term, all.version(), Optional.empty(), all.control(), all.coordinator());
    agent.tell(new NodeAgent.Keep(first ? all : rest));
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

  /** Says again what was not answered. */
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

  /** No node needs the machine's parts any more. */
  void release() {
    agents.values().forEach(it -> it.tell(new NodeAgent.Release(id)));
  }

  /** The machine was removed. */
  void forget() {
    agents.values().forEach(it -> it.tell(new NodeAgent.Forget(id)));
  }
}
