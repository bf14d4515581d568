package lastwords.cluster.machine;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.cluster.typed.Cluster;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.agent.Control;
import lastwords.cluster.agent.FaultLog;
import lastwords.cluster.agent.HostedMachine;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Do;
import lastwords.cluster.live.MachineProtocol.Hosted;
import lastwords.cluster.live.MachineProtocol.Kept;
import lastwords.cluster.live.MachineProtocol.Listed;
import lastwords.cluster.live.MachineProtocol.NodeGone;
import lastwords.cluster.live.MachineProtocol.NotHosted;
import lastwords.cluster.live.MachineProtocol.Over;
import lastwords.cluster.live.MachineProtocol.Tick;
import lastwords.cluster.live.PartRef;
import lastwords.cluster.lockstep.Conducted;
import lastwords.cluster.lockstep.Gate;
import lastwords.cluster.lockstep.PartActor;
import lastwords.cluster.lockstep.RunVoidException;
import lastwords.cluster.lockstep.StepEvents;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.spool.EventLog;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.machine.Machine;

/**
 * Coordinates a machine in lock-step: the simulate engine conducts the parts on their nodes. Losing
 * a part makes the run void, and so does losing the coordinator: its successor does not have the
 * engine, and only reports what is known.
 */
final class LockStepCoordinator extends AbstractBehavior<Command> {
  private final String id;
  private final LaunchOrder order;
  private final String self;
  private final EventLog log;
  private final Machine machine;
  private final Hosting hosting;
  private final AgentSearch search;
  private final Gate gate;
  private final MachineStatus status;
  private final Keeping keeping;
  private Optional<Thread> engine = Optional.empty();
  private boolean inherited; // is it a successor?

  LockStepCoordinator(Post post) {
    super(post.context());
    this.id = post.id();
    this.order = post.order();
    this.self = post.self();
    this.log = post.log();
    this.machine = HostedMachine.booted(order.bundle().setup()).copy(0);
    this.hosting =
        new Hosting(
            id, order, false, machine.wiring().parts(), post.term(), post.context().getSelf());
    this.gate = new Gate(order.paused());
    this.status = new MachineStatus(id, order, self, hosting, gate::nanos);
    this.keeping =
        new Keeping(
            post.context().getSelf(),
            id,
            post.term(),
            () -> RunTexts.pack(hosting.header()),
            this::control);
    this.search = new AgentSearch(post.context(), hosting);
  }

  private Control control() {
    return new Control(
        status.info(),
        order.settleNanos(),
        order.hangNanos(),
        List.of(),
        List.of(),
        Optional.empty(),
        0,
        status.result().map(it -> RunTexts.pack(new RunFooter(it))));
  }

  /** Continues from another coordinator's estate. */
  Behavior<Command> inherit(RunHeader run, Control control) {
    inherited = true;
    hosting.places(run);
    status.restore(control);
    control.result().ifPresent(it -> log.footer(id, it));
    if (!status.over()) {
      status.fail("the run is void: " + control.info().node() + ", which ran the engine, is gone");
    }
    keeping.change();
    return this;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Listed.class, this::onListed)
        .onMessage(Hosted.class, this::onHosted)
        .onMessage(NotHosted.class, this::onNotHosted)
        .onMessage(Kept.class, this::onKept)
        .onMessage(NodeGone.class, this::onNodeGone)
        .onMessage(Tick.class, this::onTick)
        .onMessage(Over.class, this::onOver)
        .onMessage(Do.class, this::onDo)
        .onSignal(PostStop.class, this::onPostStop)
        .build();
  }

  private Behavior<Command> onKept(Kept kept) {
    keeping.take(kept);
    return this;
  }

  private Behavior<Command> onListed(Listed listed) {
    keeping.found(listed.listing(), Cluster.get(getContext().getSystem()));
    if (inherited) {
      keeping.release();
      return this;
    }
    try {
      search.begin(listed.listing(), self, machine);
    } catch (NodeException e) {
      fail(e.getMessage());
    }
    return this;
  }

  private Behavior<Command> onHosted(Hosted hosted) {
    if (hosting.complete(hosted.parts()) && status.is(State.BOOTING)) {
      keeping.change(this::begin);
    }
    return this;
  }

  private void begin() {
    if (!status.is(State.BOOTING)) {
      return; // it has failed meanwhile
    }
    status.begin();
    log.header(id, hosting.header());
    List<ActorRef<PartActor.Command>> parts =
        hosting.parts().stream().map(PartRef::lockStep).toList();
    Conducted conducted = new Conducted(getContext(), machine, parts);
    ActorRef<Command> me = getContext().getSelf();
    StepEvents sink = new StepEvents(id, machine, log, gate);
    Thread thread = new Thread(() -> me.tell(run(conducted, sink)), "lock-step-" + id);
    thread.setDaemon(true);
    thread.start();
    engine = Optional.of(thread);
    keeping.change(status::answerLaunchers);
  }

  private Over run(Conducted conducted, StepEvents sink) {
    try {
      return new Over(Optional.of(conducted.run(order.bundle().setup(), order.seed(), sink)), "");
    } catch (RunVoidException e) {
      return new Over(Optional.empty(), "the run is void: " + e.getMessage());
    }
  }

  private Behavior<Command> onNotHosted(NotHosted refused) {
    fail(refused.reason());
    return this;
  }

  private Behavior<Command> onNodeGone(NodeGone gone) {
    hosting.forget(gone.node());
    if (!status.over()) {
      fail("the run is void: " + gone.node() + " is gone");
      interrupt();
    }
    return this;
  }

  private void fail(String reason) {
    hosting.release();
    status.fail(reason);
    keeping.change();
  }

  private void interrupt() {
    engine.ifPresent(Thread::interrupt);
  }

  private Behavior<Command> onTick(Tick tick) {
    keeping.repeat();
    if (status.is(State.BOOTING)) {
      search.again();
    }
    return this;
  }

  private Behavior<Command> onOver(Over over) {
    status.end(over.result(), over.failure());
    over.result().ifPresent(it -> log.footer(id, new RunFooter(it)));
    keeping.change();
    hosting.release();
    return this;
  }

  private Behavior<Command> onDo(Do request) {
    try {
      serve(request);
    } catch (NodeException e) {
      request.refuse(e.kind(), e.getMessage());
    }
    return request.verb().equals("remove") ? Behaviors.stopped() : this;
  }

  private void serve(Do request) {
    switch (request.verb()) {
      case "info" -> request.answer(status.info());
      case "launched" -> status.launched(request);
      case "pause" -> hold(request, State.RUNNING, State.PAUSED);
      case "resume" -> hold(request, State.PAUSED, State.RUNNING);
      case "step" -> step(request);
      case "stop" -> stop(request);
      case "parts" -> request.answer(hosting.infos(machine));
      case "faults" -> request.answer(faults().infos());
      case "inject", "withdraw" -> throw faultsAreFixed();
      case "report" -> request.answer(status.report(""));
      case "remove" -> remove(request);
      default -> request.refuse(Kind.REFUSED, "no such verb: " + request.verb());
    }
  }

  private void hold(Do request, State from, State to) {
    status.need(from, request.verb());
    status.become(to);
    if (to == State.PAUSED) {
      gate.close();
    } else {
      gate.open();
    }
    keeping.change(() -> request.answer(status.info()));
  }

  private void step(Do request) {
    status.need(State.PAUSED, "step");
    gate.pass((int) request.b()); // in lock-step the engine decides whose turn it is
    request.answer(status.info());
  }

  private void stop(Do request) {
    interrupt();
    gate.open();
    request.answer(status.info());
  }

  /** Its faults; the engine reports at the end how often each has fired. */
  private FaultLog faults() {
    FaultLog faults = new FaultLog(order.bundle().faults());
    faults.counted(status.result().map(it -> it.ending().faults()).orElse(List.of()));
    return faults;
  }

  private NodeException faultsAreFixed() {
    return new NodeException(
        Kind.CONFLICT,
        order.name() + " runs in lock-step: its faults are those of its scenario; launch it live");
  }

  private void remove(Do request) {
    interrupt();
    hosting.release();
    keeping.forget();
    request.answer(status.info());
  }

  private Behavior<Command> onPostStop(PostStop signal) {
    interrupt();
    gate.open();
    return this;
  }
}
