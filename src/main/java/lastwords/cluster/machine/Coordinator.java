package lastwords.cluster.machine;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.typed.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.agent.Control;
import lastwords.cluster.live.Heard;
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
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.engine.recording.RunHeader;

/**
 * Coordinates a live machine: has its parts placed and wired, injects faults, notices when the run
 * is over, and derives the outcome from the parts that still answer. It takes no part in what
 * happens in between. If its node dies, a successor continues from what the agents keep and the
 * parts report.
 */
final class Coordinator extends AbstractBehavior<Command> {
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
  private final Heard heard = new Heard();
  private final long begun = System.nanoTime();
  private long repeated;
  private Optional<Inheritance> inheritance = Optional.empty(); // of a successor

  Coordinator(Post post) {
    super(post.context());
    this.self = post.self();
    this.run = new LiveRun(post, this::control);
    this.surveys = new Surveys(run);
    this.faults = new FaultDesk(run);
    this.watch = new EndWatch(run);
    this.conclusion = new Conclusion(run, watch, faults::counts);
    this.users = new UserRequests(run, surveys, faults, conclusion);
    this.losses = new Losses(run, watch);
    this.search = new AgentSearch(post.context(), run.hosting);
  }

  /** Continues from another coordinator's estate. */
  Behavior<Command> inherit(RunHeader header, Control control) {
    Inheritance all = new Inheritance(run, faults, conclusion, losses, search, header);
    inheritance = Optional.of(all);
    all.take(control, self);
    return this;
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
    run.keeping.found(listed.listing(), Cluster.get(getContext().getSystem()));
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
    if (heard.isNew(notice)) {
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
      fail("the nodes were not ready within " + BOOT_PATIENCE.toSeconds() + " s");
    } else if (conclusion.underWay()) {
      conclusion.finish(now);
    } else if (run.status.is(State.RUNNING)
        && inheritance.map(it -> it.settled(now)).orElse(true)) {
      faults.strike();
      watch.look(now).ifPresent(conclusion::begin);
    }
    return this;
  }

  /** Repeats what was not answered. */
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
