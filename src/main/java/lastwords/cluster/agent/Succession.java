package lastwords.cluster.agent;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.actor.typed.receptionist.Receptionist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.cluster.wire.WireMessage;

/**
 * A cluster singleton that replaces lost coordinators. It asks all agents what they keep of the
 * machine, has the newest version sent to its own node, and starts a coordinator there from it. A
 * machine that any agent knows to be removed stays removed.
 */
public final class Succession extends AbstractBehavior<Succession.Command> {
  private static final Duration TICK = Duration.ofMillis(200);
  private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

  /** A message to the succession. */
  public sealed interface Command {}

  /** From an agent, repeatedly: the machine has no coordinator. */
  public record Orphan(String machine) implements Command, WireMessage {}

  /**
   * From an agent: what it knows of a machine.
   *
   * @param removed whether the machine was removed
   * @param orphan whether it has no coordinator, as far as the agent knows
   * @param term of the version kept there; -1 if none is
   * @param version of it
   */
  public record Testimony(
      String machine,
      boolean removed,
      boolean orphan,
      int term,
      long version,
      ActorRef<NodeAgent.Command> agent)
      implements Command, WireMessage {}

  /** To itself: the agents that there are. */
  record Listed(Receptionist.Listing listing) implements Command {}

  /** To itself: time to check whether all have answered. */
  enum Tick implements Command {
    TICK
  }

  /** The inquiry about one machine. */
  private static final class Inquiry {
    final long deadline = System.nanoTime() + PATIENCE;
    final Set<ActorRef<NodeAgent.Command>> asked;
    final List<Testimony> heard = new ArrayList<>();

    Inquiry(Set<ActorRef<NodeAgent.Command>> asked) {
      this.asked = asked;
    }

    boolean done() {
      return heard.size() >= asked.size() || System.nanoTime() - deadline > 0;
    }
  }

  private final Map<String, Inquiry> open = new TreeMap<>();
  private Set<ActorRef<NodeAgent.Command>> agents = new TreeSet<>();

  public static Behavior<Command> create() {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new Succession(context, timers)));
  }

  private Succession(ActorContext<Command> context, TimerScheduler<Command> timers) {
    super(context);
    timers.startTimerWithFixedDelay(Tick.TICK, TICK);
    context
        .getSystem()
        .receptionist()
        .tell(
            Receptionist.subscribe(
                NodeAgent.KEY, context.messageAdapter(Receptionist.Listing.class, Listed::new)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Listed.class, this::onListed)
        .onMessage(Orphan.class, this::onOrphan)
        .onMessage(Testimony.class, this::onTestimony)
        .onMessageEquals(Tick.TICK, this::onTick)
        .build();
  }

  private Behavior<Command> onListed(Listed listed) {
    agents = new TreeSet<>(listed.listing().getServiceInstances(NodeAgent.KEY));
    return this;
  }

  private Behavior<Command> onOrphan(Orphan orphan) {
    if (!open.containsKey(orphan.machine()) && local().isPresent()) {
      open.put(orphan.machine(), new Inquiry(agents));
      agents.forEach(
          it -> it.tell(new NodeAgent.Inquire(orphan.machine(), getContext().getSelf())));
    }
    return this;
  }

  private Optional<ActorRef<NodeAgent.Command>> local() {
    return agents.stream().filter(it -> it.path().address().hasLocalScope()).findFirst();
  }

  private Behavior<Command> onTestimony(Testimony testimony) {
    Inquiry inquiry = open.get(testimony.machine());
    if (inquiry != null) {
      inquiry.heard.add(testimony);
    }
    return this;
  }

  private Behavior<Command> onTick() {
    for (String machine : List.copyOf(open.keySet())) {
      if (open.get(machine).done()) {
        decide(machine, open.remove(machine).heard); // agents repeat it
      }
    }
    return this;
  }

  private void decide(String machine, List<Testimony> heard) {
    if (heard.stream().anyMatch(Testimony::removed)) {
      agents.forEach(it -> it.tell(new NodeAgent.Forget(machine)));
      return;
    }
    Optional<Testimony> newest =
        heard.stream()
            .filter(it -> it.term() >= 0)
            .max(Comparator.comparing(Testimony::term).thenComparing(Testimony::version));
    newest.filter(Testimony::orphan).ifPresent(it -> succeed(machine, it, heard));
  }

  private void succeed(String machine, Testimony newest, List<Testimony> heard) {
    ActorRef<NodeAgent.Command> own = local().orElseThrow();
    boolean here =
        heard.stream()
            .anyMatch(
                it ->
                    it.agent().equals(own)
                        && it.term() == newest.term()
                        && it.version() == newest.version());
    if (here) {
      getContext().getLog().info("machine {} is controlled from here now", machine);
      own.tell(new NodeAgent.Adopt(machine));
    } else {
      newest.agent().tell(new NodeAgent.Share(machine, own));
    }
  }
}
