package lastwords.cluster.agent;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.cluster.agent.NodeAgent.Command;
import lastwords.cluster.agent.NodeAgent.CoordinatorGone;
import lastwords.cluster.agent.NodeAgent.Host;
import lastwords.cluster.live.MachineProtocol;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.spool.EventLog;
import lastwords.engine.recording.RunHeader;

/** The machines known to a node's agent, by id: their parts here, and what it keeps of them. */
final class Tenants {
  private static final int MOST_REMOVED = 1000; // remembered

  private final ActorContext<Command> context;
  private final EventLog log;
  private final Map<String, Tenant> all = new TreeMap<>();
  private final Deque<String> removed = new ArrayDeque<>();

  /** A stream. */
  private static final class Tenant {
    Optional<ActorRef<Host>> child = Optional.empty();
    Optional<Estate> estate = Optional.empty();
    Optional<MachineInfo> info = Optional.empty(); // of the estate
    Optional<ActorRef<MachineProtocol.Command>> coordinator = Optional.empty();
    boolean orphan; // has it no coordinator?
    boolean begun; // was its header written down here?
    boolean live; // its clock, once begun
    boolean over; // was its footer?
  }

  Tenants(ActorContext<Command> context, EventLog log) {
    this.context = context;
    this.log = log;
  }

  private Optional<Tenant> of(String id) {
    return Optional.ofNullable(all.get(id));
  }

  // ---- coordinators ----

  /** Sets a machine's coordinator. */
  void follow(String id, ActorRef<MachineProtocol.Command> coordinator) {
    Tenant tenant = all.computeIfAbsent(id, it -> new Tenant());
    if (tenant.coordinator.equals(Optional.of(coordinator))) {
      return;
    }
    tenant.coordinator.ifPresent(context::unwatch);
    tenant.coordinator = Optional.of(coordinator);
    tenant.orphan = false;
    context.watchWith(coordinator, new CoordinatorGone(id, coordinator));
  }

  /** A coordinator is gone; a machine that it had not started yet is forgotten. */
  void orphan(String id, ActorRef<MachineProtocol.Command> coordinator) {
    of(id)
        .filter(it -> it.coordinator.equals(Optional.of(coordinator)))
        .ifPresent(
            tenant -> {
              tenant.orphan = true;
              if (tenant.estate.isEmpty()) {
                stop(id);
                all.remove(id);
              }
            });
  }

  /** The machines without a coordinator. */
  List<String> orphans() {
    return all.entrySet().stream()
        .filter(it -> it.getValue().orphan)
        .map(Map.Entry::getKey)
        .toList();
  }

  // ---- parts ----

  Optional<ActorRef<Host>> child(String id) {
    return of(id).flatMap(it -> it.child);
  }

  void hosts(String id, ActorRef<Host> child) {
    all.get(id).child = Optional.of(child);
  }

  /** How many machines have parts here? */
  int hosted() {
    return (int) all.values().stream().filter(it -> it.child.isPresent()).count();
  }

  void stop(String id) {
    child(id).ifPresent(context::stop);
    of(id).ifPresent(it -> it.child = Optional.empty());
  }

  /** A child has stopped. */
  void stopped(String id, ActorRef<Host> child) {
    of(id)
        .filter(it -> it.child.equals(Optional.of(child)))
        .ifPresent(it -> it.child = Optional.empty());
  }

  // ---- what is kept ----

  /**
   * Keeps a coordinator's estate.
   *
   * @return the version kept; -1 if the complete estate is needed; empty if the machine was removed
   *     or has a newer coordinator
   */
  Optional<Long> keep(Estate estate) {
    Optional<Estate> known = estate(estate.id());
    if (removed(estate.id()) || known.isPresent() && known.get().term() > estate.term()) {
      return Optional.empty();
    }
    boolean later = known.isEmpty() || estate.after(known.get());
    Optional<Estate> whole = later ? estate.over(known) : known;
    if (whole.isEmpty()) {
      return Optional.of(-1L);
    }
    follow(estate.id(), estate.coordinator());
    if (later) {
      keepWhole(whole.get());
    }
    return Optional.of(whole.get().version());
  }

  private void keepWhole(Estate whole) {
    Tenant tenant = all.get(whole.id());
    Control control = whole.read();
    tenant.estate = Optional.of(whole);
    tenant.info = Optional.of(control.info());
    writeDown(tenant, whole, control);
  }

  /**
   * Appends header and footer here, so that this node's records can be read whatever happens to
   * others.
   */
  private void writeDown(Tenant tenant, Estate estate, Control control) {
    boolean elsewhere = !estate.coordinator().path().address().hasLocalScope();
    if (tenant.child.isEmpty() || !elsewhere) {
      return; // a coordinator records them on its own node
    }
    if (!tenant.begun) {
      RunHeader run = estate.run();
      tenant.begun = true;
      tenant.live = run.clock().equals(RunHeader.LIVE);
      log.header(estate.id(), run);
    }
    if (!tenant.over && tenant.live) { // else after the events
      control.result().ifPresent(it -> log.footer(estate.id(), it));
      tenant.over = control.footer().isPresent();
    }
  }

  Optional<Estate> estate(String id) {
    return of(id).flatMap(it -> it.estate);
  }

  /** Removes a machine permanently. */
  void remove(String id) {
    if (!removed(id)) {
      removed.add(id);
      if (removed.size() > MOST_REMOVED) {
        removed.poll();
      }
    }
    stop(id);
    of(id).flatMap(it -> it.coordinator).ifPresent(context::unwatch);
    all.remove(id);
  }

  /** The most recently removed machines. */
  List<String> removed() {
    return List.copyOf(removed);
  }

  boolean removed(String id) {
    return removed.contains(id);
  }

  /** The machines' last recorded states. */
  List<MachineInfo> machines() {
    return all.values().stream().flatMap(it -> it.info.stream()).toList();
  }

  /** What is known here, to choose a successor. */
  Succession.Testimony testify(String id, ActorRef<Command> self) {
    Optional<Estate> estate = estate(id);
    return new Succession.Testimony(
        id,
        removed(id),
        of(id).map(it -> it.orphan).orElse(false),
        estate.map(Estate::term).orElse(-1),
        estate.map(Estate::version).orElse(-1L),
        self);
  }
}
