package lastwords.cluster.machine;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import java.util.Map;
import java.util.TreeMap;
import lastwords.cluster.live.Hlc;
import lastwords.cluster.live.MachineProtocol;
import lastwords.cluster.live.MachineProtocol.Said;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.trace.EventLog;
import lastwords.cluster.wire.WireMessage;

/**
 * Lets parts of machines live on this node: one child a machine, which is removed when its
 * coordinator says so or is gone.
 */
public final class NodeAgent extends AbstractBehavior<NodeAgent.Command> {
  /** Under which agents are found. */
  public static final ServiceKey<Command> KEY = ServiceKey.create(Command.class, "node-agent");

  /** What an agent accepts. */
  public sealed interface Command {}

  /**
   * Let these parts live here. Repeated until it is answered.
   *
   * @param machine its name
   * @param bundle gzipped JSON
   * @param parts their numbers
   * @param origin number of this node in the machine, from 1 on
   * @param live do they go their own way? Else in lock-step
   */
  public record Host(
      String machine,
      byte[] bundle,
      int[] parts,
      int origin,
      boolean live,
      double speed,
      long seed,
      ActorRef<MachineProtocol.Command> replyTo)
      implements Command, WireMessage {}

  /** The machine's parts are not needed any more. */
  public record Release(String machine) implements Command, WireMessage {}

  /** Cut or mend the network between this node and the one at that address. */
  public record Cut(String address, boolean cut, ActorRef<Said> replyTo)
      implements Command, WireMessage {}

  /** How many machines live here? */
  public record Count(ActorRef<Integer> replyTo) implements Command {}

  /** A machine's child has stopped. */
  record Gone(String machine) implements Command {}

  private final EventLog log;
  private final Hlc hlc;
  private final Map<String, ActorRef<Host>> machines = new TreeMap<>();

  /**
   * @param log takes what happens to live parts
   */
  public static Behavior<Command> create(EventLog log, Hlc hlc) {
    return Behaviors.setup(
        context -> {
          context.getSystem().receptionist().tell(Receptionist.register(KEY, context.getSelf()));
          return new NodeAgent(context, log, hlc);
        });
  }

  private NodeAgent(ActorContext<Command> context, EventLog log, Hlc hlc) {
    super(context);
    this.log = log;
    this.hlc = hlc;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Host.class, this::onHost)
        .onMessage(Release.class, this::onRelease)
        .onMessage(Gone.class, this::onGone)
        .onMessage(Cut.class, this::onCut)
        .onMessage(Count.class, this::onCount)
        .build();
  }

  private Behavior<Command> onHost(Host host) {
    machines.computeIfAbsent(host.machine(), it -> spawn(host)).tell(host);
    return this;
  }

  private ActorRef<Host> spawn(Host host) {
    ActorRef<Host> child =
        getContext()
            .spawnAnonymous(HostedMachine.create(host, log, hlc), DispatcherSelector.blocking());
    getContext().watchWith(child, new Gone(host.machine()));
    return child;
  }

  private Behavior<Command> onRelease(Release release) {
    ActorRef<Host> child = machines.remove(release.machine());
    if (child != null) {
      getContext().stop(child);
    }
    return this;
  }

  private Behavior<Command> onCount(Count count) {
    count.replyTo().tell(machines.size());
    return this;
  }

  private Behavior<Command> onCut(Cut cut) {
    Network network = new Network(getContext().getSystem());
    if (network.cuttable()) {
      network.cut(cut.address(), cut.cut());
      cut.replyTo().tell(Said.of(true));
    } else {
      String why = "this node's network cannot be cut: it was not started for that";
      cut.replyTo().tell(Said.refusal(NodeException.Kind.REFUSED, why));
    }
    return this;
  }

  private Behavior<Command> onGone(Gone gone) {
    machines.remove(gone.machine());
    return this;
  }
}
