package lastwords.cluster.agent;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import lastwords.cluster.live.Hlc;
import lastwords.cluster.live.MachineProtocol;
import lastwords.cluster.live.MachineProtocol.NotHosted;
import lastwords.cluster.live.MachineProtocol.Said;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.spool.EventLog;
import lastwords.cluster.wire.WireMessage;

/**
 * Hosts parts of machines on this node, in one child per machine, and keeps what is needed to
 * control any machine of the cluster. When a coordinator is gone, its parts continue, and the
 * {@link Succession} is notified until there is a new one.
 */
public final class NodeAgent extends AbstractBehavior<NodeAgent.Command> {
  /** Agents are registered under this key. */
  public static final ServiceKey<Command> KEY = ServiceKey.create(Command.class, "node-agent");

  private static final Duration TICK = Duration.ofMillis(500);

  /** A message to an agent. */
  public sealed interface Command {}

  /**
   * Host these parts. Repeated until answered.
   *
   * @param machine its id
   * @param bundle gzipped JSON
   * @param parts their numbers
   * @param origin number of this node in the machine, from 1 on
   * @param live whether they run live; else in lock-step
   * @param term above 0 for a successor, for which lost parts are not created again
   */
  public record Host(
      String machine,
      byte[] bundle,
      int[] parts,
      int origin,
      boolean live,
      double speed,
      long seed,
      int term,
      ActorRef<MachineProtocol.Command> replyTo)
      implements Command, WireMessage {}

  /** Keep this instead of anything older. Repeated until answered. */
  public record Keep(Estate estate) implements Command, WireMessage {}

  /** The machine's parts are no longer needed. */
  public record Release(String machine) implements Command, WireMessage {}

  /** The machine is removed. */
  public record Forget(String machine) implements Command, WireMessage {}

  /** From the succession: what do you know of a machine? */
  public record Inquire(String machine, ActorRef<Succession.Command> replyTo)
      implements Command, WireMessage {}

  /** From the succession: send that agent what you keep of a machine. */
  public record Share(String machine, ActorRef<Command> heir) implements Command, WireMessage {}

  /** From the succession, to the agent on its own node: start a coordinator. */
  public record Adopt(String machine) implements Command, WireMessage {}

  /** Cut or restore the network between this node and the one at that address. */
  public record Cut(String address, boolean cut, ActorRef<Said> replyTo)
      implements Command, WireMessage {}

  /** How many machines have parts here? */
  public record Count(ActorRef<Integer> replyTo) implements Command {}

  /** Which machines are known here, and which have been removed? */
  public record Machines(BiConsumer<List<MachineInfo>, List<String>> then) implements Command {}

  /** A machine's child has stopped. */
  record Gone(String machine, ActorRef<Host> child) implements Command {}

  /** A machine's coordinator has stopped, or its node is gone. */
  record CoordinatorGone(String machine, ActorRef<MachineProtocol.Command> coordinator)
      implements Command {}

  /** Time to notify the succession again of machines without a coordinator. */
  private enum Tick implements Command {
    TICK
  }

  private final String self;
  private final EventLog log;
  private final Hlc hlc;
  private final ActorRef<Succession.Command> succession;
  private final ActorRef<Estate> heir;
  private final Tenants tenants;

  /**
   * @param self this node's name
   * @param log takes the records of live parts
   * @param succession is notified of machines without a coordinator
   * @param heir takes the estate that a new coordinator on this node continues from
   */
  public static Behavior<Command> create(
      String self,
      EventLog log,
      Hlc hlc,
      ActorRef<Succession.Command> succession,
      ActorRef<Estate> heir) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  context
                      .getSystem()
                      .receptionist()
                      .tell(Receptionist.register(KEY, context.getSelf()));
                  return new NodeAgent(context, timers, self, log, hlc, succession, heir);
                }));
  }

  private NodeAgent(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      String self,
      EventLog log,
      Hlc hlc,
      ActorRef<Succession.Command> succession,
      ActorRef<Estate> heir) {
    super(context);
    this.self = self;
    this.log = log;
    this.hlc = hlc;
    this.succession = succession;
    this.heir = heir;
    this.tenants = new Tenants(context, log);
    timers.startTimerWithFixedDelay(Tick.TICK, TICK);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Host.class, this::onHost)
        .onMessage(Keep.class, this::onKeep)
        .onMessage(Release.class, this::onRelease)
        .onMessage(Forget.class, this::onForget)
        .onMessage(Gone.class, this::onGone)
        .onMessage(CoordinatorGone.class, this::onCoordinatorGone)
        .onMessageEquals(Tick.TICK, this::onTick)
        .onMessage(Inquire.class, this::onInquire)
        .onMessage(Share.class, this::onShare)
        .onMessage(Adopt.class, this::onAdopt)
        .onMessage(Cut.class, this::onCut)
        .onMessage(Count.class, this::onCount)
        .onMessage(Machines.class, this::onMachines)
        .build();
  }

  // ---- parts ----

  private Behavior<Command> onHost(Host host) {
    if (tenants.removed(host.machine())) {
      return this;
    }
    if (tenants.child(host.machine()).isEmpty() && host.term() > 0) {
      String why = "their process on " + self + " has ended";
      host.replyTo().tell(new NotHosted(host.origin(), why));
      return this;
    }
    tenants.follow(host.machine(), host.replyTo());
    tenants.child(host.machine()).orElseGet(() -> spawn(host)).tell(host);
    return this;
  }

  private ActorRef<Host> spawn(Host host) {
    ActorRef<Host> child =
        getContext()
            .spawnAnonymous(HostedMachine.create(host, log, hlc), DispatcherSelector.blocking());
    getContext().watchWith(child, new Gone(host.machine(), child));
    tenants.hosts(host.machine(), child);
    return child;
  }

  private Behavior<Command> onRelease(Release release) {
    tenants.stop(release.machine());
    return this;
  }

  private Behavior<Command> onGone(Gone gone) {
    tenants.stopped(gone.machine(), gone.child());
    return this;
  }

  private Behavior<Command> onCount(Count count) {
    count.replyTo().tell(tenants.hosted());
    return this;
  }

  // ---- what is kept ----

  private Behavior<Command> onKeep(Keep keep) {
    tenants
        .keep(keep.estate())
        .ifPresent(
            version -> keep.estate().coordinator().tell(new MachineProtocol.Kept(self, version)));
    return this;
  }

  private Behavior<Command> onForget(Forget forget) {
    tenants.remove(forget.machine());
    return this;
  }

  private Behavior<Command> onMachines(Machines question) {
    question.then().accept(tenants.machines(), tenants.removed());
    return this;
  }

  // ---- succession ----

  private Behavior<Command> onCoordinatorGone(CoordinatorGone gone) {
    tenants.orphan(gone.machine(), gone.coordinator());
    return this;
  }

  private Behavior<Command> onTick() {
    tenants.orphans().forEach(id -> succession.tell(new Succession.Orphan(id)));
    return this;
  }

  private Behavior<Command> onInquire(Inquire inquiry) {
    inquiry.replyTo().tell(tenants.testify(inquiry.machine(), getContext().getSelf()));
    return this;
  }

  private Behavior<Command> onShare(Share share) {
    tenants.estate(share.machine()).ifPresent(it -> share.heir().tell(new Keep(it)));
    return this;
  }

  private Behavior<Command> onAdopt(Adopt adopt) {
    tenants.estate(adopt.machine()).ifPresent(heir::tell);
    return this;
  }

  // ---- the network ----

  private Behavior<Command> onCut(Cut cut) {
    Network network = new Network(getContext().getSystem());
    if (network.cuttable()) {
      network.cut(cut.address(), cut.cut());
      cut.replyTo().tell(Said.of(true));
    } else {
      String why = "the network of this node cannot be cut: start it with --partitions";
      cut.replyTo().tell(Said.refusal(NodeException.Kind.REFUSED, why));
    }
    return this;
  }
}
