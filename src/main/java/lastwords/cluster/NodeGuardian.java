package lastwords.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.SingletonActor;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import lastwords.cluster.agent.Estate;
import lastwords.cluster.agent.NodeAgent;
import lastwords.cluster.agent.Succession;
import lastwords.cluster.live.Hlc;
import lastwords.cluster.live.MachineProtocol;
import lastwords.cluster.machine.Coordination;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.TraceNotice;
import lastwords.cluster.spool.EventLog;
import lastwords.cluster.wire.WireMessage;
import lastwords.engine.recording.RunHeader;

/** A node's guardian: parent of its agent, and of the coordinators of machines controlled here. */
final class NodeGuardian extends AbstractBehavior<NodeGuardian.Command> {
  /** A message to the guardian. */
  sealed interface Command {}

  /** Start a machine. */
  record Launch(String id, LaunchOrder order, ActorRef<Launched> replyTo) implements Command {}

  /** Take over a machine whose coordinator is gone. */
  record Succeed(Estate estate) implements Command {}

  /**
   * List the coordinators on this node. Any node may ask.
   *
   * @param all include all machines known here, which may not fit into a message
   */
  record List(boolean all, ActorRef<Machines> replyTo) implements Command, WireMessage {}

  /** How many machines have parts on this node? */
  record Hosted(ActorRef<Integer> replyTo) implements Command {}

  /** Report notices about the traces recorded or collected here. Any node may ask. */
  record Traces(ActorRef<Notices> replyTo) implements Command, WireMessage {}

  /** A coordinator has stopped. */
  record Gone(String id) implements Command {}

  /** The coordinator; empty if the name is taken. */
  record Launched(Optional<ActorRef<MachineProtocol.Command>> coordinator) {}

  /**
   * The answer to {@link List}.
   *
   * @param controlled machines controlled here
   * @param known machines known here, wherever they are controlled, in their last recorded state
   * @param removed ids of removed machines, which others may not know yet
   */
  record Machines(
      java.util.List<Controlled> controlled,
      java.util.List<MachineInfo> known,
      java.util.List<String> removed)
      implements WireMessage {}

  /** A machine controlled here. */
  record Controlled(String id, String name, ActorRef<MachineProtocol.Command> coordinator) {}

  /** The answer to {@link Traces}. */
  record Notices(java.util.List<TraceNotice> notices) implements WireMessage {}

  private final String self;
  private final EventLog log;
  private final Supplier<java.util.List<TraceNotice>> notices;
  private final ActorRef<NodeAgent.Command> agent;
  private final SortedMap<String, Controlled> controlled = new TreeMap<>(); // by id

  /**
   * @param notices supplies the notices about the node's traces
   */
  static Behavior<Command> create(
      String self, EventLog log, Supplier<java.util.List<TraceNotice>> notices, Hlc hlc) {
    return Behaviors.setup(
        context -> {
          ActorRef<Succession.Command> succession =
              ClusterSingleton.get(context.getSystem())
                  .init(SingletonActor.of(Succession.create(), "succession"));
          ActorRef<Estate> heir = context.messageAdapter(Estate.class, Succeed::new);
          ActorRef<NodeAgent.Command> agent =
              context.spawn(NodeAgent.create(self, log, hlc, succession, heir), "agent");
          return new NodeGuardian(context, self, log, notices, agent);
        });
  }

  private NodeGuardian(
      ActorContext<Command> context,
      String self,
      EventLog log,
      Supplier<java.util.List<TraceNotice>> notices,
      ActorRef<NodeAgent.Command> agent) {
    super(context);
    this.self = self;
    this.log = log;
    this.notices = notices;
    this.agent = agent;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Launch.class, this::onLaunch)
        .onMessage(Succeed.class, this::onSucceed)
        .onMessage(List.class, this::onList)
        .onMessage(Traces.class, this::onTraces)
        .onMessage(Gone.class, this::onGone)
        .onMessage(Hosted.class, this::onHosted)
        .build();
  }

  private Behavior<Command> onLaunch(Launch launch) {
    String name = launch.order().name();
    if (controlled.values().stream().anyMatch(it -> it.name().equals(name))) {
      launch.replyTo().tell(new Launched(Optional.empty()));
      return this;
    }
    Behavior<MachineProtocol.Command> behavior =
        Coordination.create(launch.id(), launch.order(), self, log);
    ActorRef<MachineProtocol.Command> coordinator = control(launch.id(), name, behavior);
    launch.replyTo().tell(new Launched(Optional.of(coordinator)));
    return this;
  }

  private ActorRef<MachineProtocol.Command> control(
      String id, String name, Behavior<MachineProtocol.Command> behavior) {
    ActorRef<MachineProtocol.Command> coordinator =
        getContext().spawnAnonymous(behavior, Coordination.dispatcher());
    getContext().watchWith(coordinator, new Gone(id));
    controlled.put(id, new Controlled(id, name, coordinator));
    return coordinator;
  }

  private Behavior<Command> onSucceed(Succeed succeed) {
    Estate estate = succeed.estate();
    if (!controlled.containsKey(estate.id())) {
      RunHeader run = estate.run();
      Behavior<MachineProtocol.Command> successor = Coordination.succeed(estate, self, log);
      control(estate.id(), run.machine(), successor);
    }
    return this;
  }

  private Behavior<Command> onList(List list) {
    java.util.List<Controlled> here = java.util.List.copyOf(controlled.values());
    agent.tell(
        new NodeAgent.Machines(
            (known, removed) ->
                list.replyTo()
                    .tell(new Machines(here, list.all() ? known : java.util.List.of(), removed))));
    return this;
  }

  private Behavior<Command> onTraces(Traces question) {
    question.replyTo().tell(new Notices(notices.get()));
    return this;
  }

  private Behavior<Command> onHosted(Hosted question) {
    agent.tell(new NodeAgent.Count(question.replyTo()));
    return this;
  }

  private Behavior<Command> onGone(Gone gone) {
    controlled.remove(gone.id());
    return this;
  }
}
