package lastwords.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.live.Hlc;
import lastwords.cluster.live.MachineProtocol;
import lastwords.cluster.machine.Coordinator;
import lastwords.cluster.machine.LockStepCoordinator;
import lastwords.cluster.machine.NodeAgent;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.trace.EventLog;
import lastwords.cluster.wire.WireMessage;

/** The top of a node: its agent, and the coordinators of the machines that were launched here. */
final class NodeGuardian extends AbstractBehavior<NodeGuardian.Command> {
  /** What the guardian accepts. */
  sealed interface Command {}

  /** Start a machine. */
  record Launch(String id, LaunchOrder order, ActorRef<Launched> replyTo) implements Command {}

  /** The coordinators that are here, by machine. Any node may ask. */
  record List(ActorRef<Machines> replyTo) implements Command, WireMessage {}

  /** How many machines have parts on this node? */
  record Hosted(ActorRef<Integer> replyTo) implements Command {}

  /** A coordinator has stopped. */
  record Gone(String id) implements Command {}

  /** The coordinator, or nothing when the name is taken. */
  record Launched(Optional<ActorRef<MachineProtocol.Command>> coordinator) {}

  /** The answer to {@link List}. */
  record Machines(SortedMap<String, ActorRef<MachineProtocol.Command>> coordinators)
      implements WireMessage {}

  private final String self;
  private final EventLog log;
  private final ActorRef<NodeAgent.Command> agent;
  private final SortedMap<String, ActorRef<MachineProtocol.Command>> coordinators = new TreeMap<>();

  static Behavior<Command> create(String self, EventLog log, Hlc hlc) {
    return Behaviors.setup(
        context -> {
          ActorRef<NodeAgent.Command> agent = context.spawn(NodeAgent.create(log, hlc), "agent");
          return new NodeGuardian(context, self, log, agent);
        });
  }

  private NodeGuardian(
      ActorContext<Command> context, String self, EventLog log, ActorRef<NodeAgent.Command> agent) {
    super(context);
    this.self = self;
    this.log = log;
    this.agent = agent;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Launch.class, this::onLaunch)
        .onMessage(List.class, this::onList)
        .onMessage(Gone.class, this::onGone)
        .onMessage(Hosted.class, this::onHosted)
        .build();
  }

  private Behavior<Command> onLaunch(Launch launch) {
    if (coordinators.containsKey(launch.id())) {
      launch.replyTo().tell(new Launched(Optional.empty()));
      return this;
    }
    Behavior<MachineProtocol.Command> behavior =
        launch.order().clock() == Clock.LIVE
            ? Coordinator.create(launch.id(), launch.order(), self, log)
            : LockStepCoordinator.create(launch.id(), launch.order(), self, log);
    ActorRef<MachineProtocol.Command> coordinator =
        getContext().spawnAnonymous(behavior, Coordinator.dispatcher());
    getContext().watchWith(coordinator, new Gone(launch.id()));
    coordinators.put(launch.id(), coordinator);
    launch.replyTo().tell(new Launched(Optional.of(coordinator)));
    return this;
  }

  private Behavior<Command> onList(List list) {
    list.replyTo().tell(new Machines(new TreeMap<>(coordinators)));
    return this;
  }

  private Behavior<Command> onHosted(Hosted question) {
    agent.tell(new NodeAgent.Count(question.replyTo()));
    return this;
  }

  private Behavior<Command> onGone(Gone gone) {
    coordinators.remove(gone.id());
    return this;
  }
}
