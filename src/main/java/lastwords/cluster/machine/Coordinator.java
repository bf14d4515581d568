package lastwords.cluster.machine;

import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lastwords.cluster.live.LivePart;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Do;
import lastwords.cluster.live.MachineProtocol.Hosted;
import lastwords.cluster.live.MachineProtocol.Listed;
import lastwords.cluster.live.MachineProtocol.NodeGone;
import lastwords.cluster.live.MachineProtocol.NotHosted;
import lastwords.cluster.live.MachineProtocol.Notice;
import lastwords.cluster.live.MachineProtocol.Report;
import lastwords.cluster.live.MachineProtocol.Tick;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.trace.EventLog;

/**
 * Coordinates one machine that runs live: has its parts placed and wired, hands it faults, notices
 * when the run is over, and reads the outcome off the parts that still answer. It orders nothing
 * that happens in between.
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
  private final UserRequests users;
  private final Set<Long> heard = new TreeSet<>(); // notices: part << 40 | number
  private final long begun = System.nanoTime();
  private long repeated;

  public static Behavior<Command> create(String id, LaunchOrder order, String self, EventLog log) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Tick(), TICK);
                  return new Coordinator(context, id, order, self, log);
                }));
  }

  /** Where coordinators run: booting a machine takes a while. */
  public static DispatcherSelector dispatcher() {
    return DispatcherSelector.blocking();
  }

  private Coordinator(
      ActorContext<Command> context, String id, LaunchOrder order, String self, EventLog log) {
    super(context);
    this.self = self;
    this.run = new LiveRun(context, id, order, self, log);
    this.surveys = new Surveys(run);
    this.faults = new FaultDesk(run);
    this.watch = new EndWatch(run);
    this.conclusion = new Conclusion(run, watch);
    this.users = new UserRequests(run, surveys, faults, conclusion);
    this.search = new AgentSearch(context, run.hosting);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Listed.class, this::onListed)
        .onMessage(Hosted.class, this::onHosted)
        .onMessage(NotHosted.class, this::onNotHosted)
        .onMessage(Report.class, this::onReport)
        .onMessage(Notice.class, this::onNotice)
        .onMessage(Do.class, this::onDo)
        .onMessage(NodeGone.class, this::onNodeGone)
        .onMessage(Tick.class, this::onTick)
        .build();
  }

  private Behavior<Command> onListed(Listed listed) {
    try {
      if (search.begin(listed.listing(), self, run.machine)) {
        repeated = System.nanoTime();
      }
    } catch (NodeException e) {
      fail(e.getMessage());
    }
    return this;
  }

  private Behavior<Command> onHosted(Hosted hosted) {
    Hosting hosting = run.hosting;
    if (hosting.complete(hosted.parts()) && run.status.is(State.BOOTING)) {
      run.log.header(run.id, hosting.header());
      List<Integer> origins = List.copyOf(hosting.originsOfParts().values());
      run.orders.wire(hosting.parts(), origins, getContext().getSelf(), this::start);
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
    run.status.answerLaunchers();
  }

  private Behavior<Command> onNotHosted(NotHosted refused) {
    fail(refused.reason());
    return this;
  }

  private void fail(String reason) {
    if (run.status.is(State.BOOTING)) {
      run.hosting.release();
      run.status.fail(reason);
    }
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
    String why = gone.node() + " is gone: it has left, has died or was cut off for too long";
    run.hosting.forget(gone.node());
    if (run.status.is(State.BOOTING)) {
      fail(why);
      return this;
    }
    run.hosting.partsOf(gone.node()).forEach(part -> lose(part, why));
    run.orders.forgetLost();
    if (!run.status.over()) {
      run.note(why + ", at " + run.clock.nanos() + " ns");
      run.orders.all(OrderKind.LOST, run.hosting.origins().getOrDefault(gone.node(), 0));
    }
    return this;
  }

  private void lose(int part, String why) {
    run.whereabouts.lose(part, why);
    if (part < run.machine.cpus()) {
      watch.lost(part);
    }
  }

  private Behavior<Command> onTick(Tick tick) {
    repeat();
    surveys.tell();
    long now = System.nanoTime();
    if (run.status.is(State.BOOTING) && now - begun > BOOT_PATIENCE.toNanos()) {
      fail("the nodes did not get ready within " + BOOT_PATIENCE.toSeconds() + " s");
    } else if (conclusion.underWay()) {
      conclusion.finish(now);
    } else if (run.status.is(State.RUNNING)) {
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
    if (run.status.is(State.BOOTING)) {
      search.again();
    }
  }
}
