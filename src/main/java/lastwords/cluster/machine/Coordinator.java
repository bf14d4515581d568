package lastwords.cluster.machine;

import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.receptionist.Receptionist;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.cluster.agent.Control;
import lastwords.cluster.agent.Estate;
import lastwords.cluster.live.LivePart;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Do;
import lastwords.cluster.live.MachineProtocol.Hosted;
import lastwords.cluster.live.MachineProtocol.Kept;
import lastwords.cluster.live.MachineProtocol.Listed;
import lastwords.cluster.live.MachineProtocol.NodeGone;
import lastwords.cluster.live.MachineProtocol.NotHosted;
import lastwords.cluster.live.MachineProtocol.Notice;
import lastwords.cluster.live.MachineProtocol.Report;
import lastwords.cluster.live.MachineProtocol.Tick;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.spool.EventLog;
import lastwords.engine.recording.RunHeader;

/**
 * Coordinates one machine that runs live: has its parts placed and wired, hands it faults, notices
 * when the run is over, and reads the outcome off the parts that still answer. It orders nothing
 * that happens in between. When its node dies, another one goes on from what the nodes' agents have
 * kept and the parts tell.
 */
public final class Coordinator extends AbstractBehavior<Command> {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final long REPEAT = Duration.ofMillis(300).toNanos();
  private static final Duration BOOT_PATIENCE = Duration.ofSeconds(60);

  private final String self;
  private final LiveRun run;
  private final AgentSearch search;
  private final Surveys surveys;
  private final FaultDesk faults;
  private final EndWatch watch;
  private final Conclusion conclusion;
  private final Losses losses;
  private final UserRequests users;
  private final Set<Long> heard = new TreeSet<>(); // notices: part << 40 | number
  private final long begun = System.nanoTime();
  private long repeated;
  private Optional<Inheritance> inheritance = Optional.empty(); // of a successor

  public static Behavior<Command> create(String id, LaunchOrder order, String self, EventLog log) {
    return Ticking.every(TICK, context -> new Coordinator(context, id, order, 0, self, log));
  }

  /** A successor, which goes on from there. */
  public static Behavior<Command> succeed(Estate estate, String self, EventLog log) {
    RunHeader run = estate.run();
    Control control = estate.read();
    return Ticking.every(
        TICK,
        context -> {
          LaunchOrder order = control.order(run);
          int term = estate.term() + 1;
          Coordinator successor = new Coordinator(context, estate.id(), order, term, self, log);
          successor.inherit(run).take(control, self);
          return successor;
        });
  }

  /** Where coordinators run: booting a machine takes a while. */
  public static DispatcherSelector dispatcher() {
    return DispatcherSelector.blocking();
  }

  private Coordinator(
      ActorContext<Command> context,
      String id,
      LaunchOrder order,
      int term,
      String self,
      EventLog log) {
    super(context);
    this.self = self;
    this.run = new LiveRun(context, id, order, term, self, log, this::control);
    this.surveys = new Surveys(run);
    this.faults = new FaultDesk(run);
    this.watch = new EndWatch(run);
    this.conclusion = new Conclusion(run, watch, faults::counts);
    this.users = new UserRequests(run, surveys, faults, conclusion);
    this.losses = new Losses(run, watch);
    this.search = new AgentSearch(context, run.hosting);
  }

  private Inheritance inherit(RunHeader header) {
    Inheritance all = new Inheritance(run, faults, conclusion, losses, search, header);
    inheritance = Optional.of(all);
    return all;
  }

  private Control control() {
    return run.control(faults.kept(), conclusion);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Listed.class, this::onListed)
        .onMessage(Hosted.class, this::onHosted)
        .onMessage(NotHosted.class, this::onNotHosted)
        .onMessage(Report.class, this::onReport)
        .onMessage(Notice.class, this::onNotice)
        .onMessage(Kept.class, this::onKept)
        .onMessage(Do.class, this::onDo)
        .onMessage(NodeGone.class, this::onNodeGone)
        .onMessage(Tick.class, this::onTick)
        .build();
  }

  private Behavior<Command> onListed(Listed listed) {
    run.keeping.found(listed.listing());
    inheritance.ifPresent(it -> it.found(listed.listing()));
    if (inheritance.isEmpty()) {
      begin(listed.listing());
    }
    return this;
  }

  private void begin(Receptionist.Listing listing) {
    try {
      if (search.begin(listing, self, run.machine)) {
        repeated = System.nanoTime();
      }
    } catch (NodeException e) {
      fail(e.getMessage());
    }
  }

  private Behavior<Command> onHosted(Hosted hosted) {
    Hosting hosting = run.hosting;
    inheritance.ifPresent(it -> it.take(hosted, getContext().getSelf()));
    if (hosting.complete(hosted.parts()) && run.status.is(State.BOOTING)) {
      run.log.header(run.id, hosting.header());
      List<Integer> origins = List.copyOf(hosting.originsOfParts().values());
      run.keeping.change(
          () -> run.orders.wire(hosting.parts(), origins, getContext().getSelf(), this::start));
    }
    return this;
  }

  private void start() {
    if (!run.status.is(State.BOOTING)) {
      return; // it has failed meanwhile
    }
    run.status.begin();
    if (run.status.is(State.RUNNING)) {
      run.go(OrderKind.START);
    }
    run.keeping.change(run.status::answerLaunchers);
  }

  private Behavior<Command> onNotHosted(NotHosted refused) {
    inheritance.ifPresentOrElse(it -> it.take(refused), () -> fail(refused.reason()));
    return this;
  }

  private void fail(String reason) {
    if (run.status.is(State.BOOTING)) {
      run.fail(reason);
    }
  }

  private Behavior<Command> onKept(Kept kept) {
    run.keeping.take(kept);
    return this;
  }

  private Behavior<Command> onReport(Report report) {
    run.clock.observe(report.nanos());
    run.orders.reported(report);
    return this;
  }

  private Behavior<Command> onNotice(Notice notice) {
    run.clock.observe(notice.nanos());
    notice.from().tell(new LivePart.Ack(notice.number()));
    if (heard.add((long) notice.part() << 40 | notice.number())) {
      take(notice);
    }
    return this;
  }

  private void take(Notice notice) {
    switch (notice.kind()) {
      case FIRED, DROPPED -> faults.take(notice);
      default -> watch.take(notice);
    }
  }

  private Behavior<Command> onDo(Do request) {
    users.take(request);
    return request.verb().equals("remove") ? Behaviors.stopped() : this;
  }

  private Behavior<Command> onNodeGone(NodeGone gone) {
    String why = Losses.why(gone.node());
    if (run.status.is(State.BOOTING)) {
      run.hosting.forget(gone.node());
      fail(why);
    } else {
      losses.lose(gone.node(), why);
    }
    return this;
  }

  private Behavior<Command> onTick(Tick tick) {
    repeat();
    surveys.tell();
    long now = System.nanoTime();
    if (run.status.is(State.BOOTING) && now - begun > BOOT_PATIENCE.toNanos()) {
      fail("the nodes did not get ready within " + BOOT_PATIENCE.toSeconds() + " s");
    } else if (conclusion.underWay()) {
      conclusion.finish(now);
    } else if (run.status.is(State.RUNNING)
        && inheritance.map(it -> it.settled(now)).orElse(true)) {
      faults.strike();
      watch.look(now).ifPresent(conclusion::begin);
    }
    return this;
  }

  /** Says again what was not answered. */
  private void repeat() {
    if (System.nanoTime() - repeated < REPEAT) {
      return;
    }
    repeated = System.nanoTime();
    run.orders.repeat();
    run.keeping.repeat();
    if (run.status.is(State.BOOTING) || inheritance.map(Inheritance::searching).orElse(false)) {
      search.again();
    }
  }
}
