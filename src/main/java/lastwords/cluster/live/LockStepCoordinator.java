package lastwords.cluster.live;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.typed.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.live.LiveMachine.Command;
import lastwords.cluster.live.LiveMachine.Do;
import lastwords.cluster.live.LiveMachine.Hosted;
import lastwords.cluster.live.LiveMachine.NotHosted;
import lastwords.cluster.lockstep.Conducted;
import lastwords.cluster.lockstep.PartActor;
import lastwords.cluster.lockstep.RunVoidException;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.RunReport;
import lastwords.cluster.trace.EventLog;
import lastwords.engine.RunResult;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.Machine;

/**
 * Coordinates one machine that runs in lock-step: the simulate engine conducts the parts, wherever
 * they live. A part that is lost makes the run void.
 */
public final class LockStepCoordinator extends AbstractBehavior<Command> {
  private static final Duration TICK = Duration.ofMillis(500);

  /** The engine has come to its end. */
  record Over(Optional<RunResult> result, String failure) implements Command {}

  private final String id;
  private final LaunchOrder order;
  private final String self;
  private final EventLog log;
  private final Machine machine;
  private final Hosting hosting;
  private final Runnable find; // asks who could host parts
  private final Gate gate;
  private final List<Do> launchers = new ArrayList<>();
  private State state = State.BOOTING;
  private String failure = "";
  private Optional<RunResult> result = Optional.empty();
  private Optional<Thread> engine = Optional.empty();

  public static Behavior<Command> create(String id, LaunchOrder order, String self, EventLog log) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Coordinator.Tick(), TICK);
                  return new LockStepCoordinator(context, id, order, self, log);
                }));
  }

  private LockStepCoordinator(
      ActorContext<Command> context, String id, LaunchOrder order, String self, EventLog log) {
    super(context);
    this.id = id;
    this.order = order;
    this.self = self;
    this.log = log;
    this.machine = HostedMachine.booted(order.bundle().setup()).copy(0);
    this.hosting = new Hosting(id, order, false, machine.wiring().parts(), context.getSelf());
    this.gate = new Gate(order.paused());
    ActorRef<Receptionist.Listing> listed =
        context.messageAdapter(Receptionist.Listing.class, Coordinator.Listed::new);
    var receptionist = context.getSystem().receptionist();
    receptionist.tell(Receptionist.register(LiveMachine.KEY, context.getSelf()));
    this.find = () -> receptionist.tell(Receptionist.find(NodeAgent.KEY, listed));
    find.run();
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Coordinator.Listed.class, this::onListed)
        .onMessage(Hosted.class, this::onHosted)
        .onMessage(NotHosted.class, this::onNotHosted)
        .onMessage(Coordinator.NodeGone.class, this::onNodeGone)
        .onMessage(Coordinator.Tick.class, this::onTick)
        .onMessage(Over.class, this::onOver)
        .onMessage(Do.class, this::onDo)
        .onSignal(akka.actor.typed.PostStop.class, this::onPostStop)
        .build();
  }

  private Behavior<Command> onListed(Coordinator.Listed listed) {
    Cluster cluster = Cluster.get(getContext().getSystem());
    if (hosting.begun() || !hosting.ready(listed.listing(), cluster)) {
      return this; // the next tick asks again
    }
    try {
      hosting.begin(listed.listing(), cluster, self, machine);
    } catch (NodeException e) {
      fail(e.getMessage());
      return this;
    }
    for (String node : hosting.origins().keySet()) {
      getContext().watchWith(hosting.agent(node), new Coordinator.NodeGone(node));
    }
    return this;
  }

  private Behavior<Command> onTick(Coordinator.Tick tick) {
    if (state == State.BOOTING && !hosting.begun()) {
      find.run();
    } else if (state == State.BOOTING && !hosting.complete()) {
      hosting.ask();
    }
    return this;
  }

  private Behavior<Command> onHosted(Hosted hosted) {
    if (hosting.complete(hosted.parts()) && state == State.BOOTING) {
      begin();
    }
    return this;
  }

  private void begin() {
    state = order.paused() ? State.PAUSED : State.RUNNING;
    log.header(
        id,
        new RunHeader(
            id,
            order.bundle(),
            hosting.places(),
            hosting.originsOfParts(),
            RunHeader.LOCK_STEP,
            order.speed(),
            order.seed()));
    List<ActorRef<PartActor.Command>> parts =
        hosting.parts().stream().map(NodeAgent.PartRef::lockStep).toList();
    Conducted conducted = new Conducted(getContext(), machine, parts);
    ActorRef<Command> me = getContext().getSelf();
    StepEvents sink = new StepEvents(id, machine, log, gate);
    Thread thread = new Thread(() -> me.tell(run(conducted, sink)), "lock-step-" + id);
    thread.setDaemon(true);
    thread.start();
    engine = Optional.of(thread);
    answerLaunchers();
  }

  private Over run(Conducted conducted, StepEvents sink) {
    try {
      return new Over(Optional.of(conducted.run(order.bundle().setup(), order.seed(), sink)), "");
    } catch (RunVoidException e) {
      return new Over(Optional.empty(), "the run is void: " + e.getMessage());
    }
  }

  private Behavior<Command> onOver(Over over) {
    result = over.result();
    state = result.isPresent() ? State.ENDED : State.FAILED;
    failure = over.failure();
    result.ifPresent(it -> log.footer(id, new RunFooter(it)));
    hosting.release();
    return this;
  }

  private Behavior<Command> onNotHosted(NotHosted refused) {
    fail(refused.reason());
    return this;
  }

  private Behavior<Command> onNodeGone(Coordinator.NodeGone gone) {
    hosting.forget(gone.node());
    if (!state.over()) {
      fail("the run is void: " + gone.node() + " is gone");
      engine.ifPresent(Thread::interrupt);
    }
    return this;
  }

  private void fail(String reason) {
    state = State.FAILED;
    failure = reason;
    hosting.release();
    answerLaunchers();
  }

  private void answerLaunchers() {
    launchers.forEach(this::launched);
    launchers.clear();
  }

  private void launched(Do request) {
    if (state == State.FAILED) {
      refuse(request, Kind.REFUSED, failure);
    } else {
      say(request, info());
    }
  }

  private Behavior<Command> onDo(Do request) {
    try {
      return serve(request);
    } catch (NodeException e) {
      refuse(request, e.kind(), e.getMessage());
    }
    return this;
  }

  private Behavior<Command> serve(Do request) {
    switch (request.verb()) {
      case "info" -> say(request, info());
      case "launched" -> {
        launchers.add(request);
        if (state != State.BOOTING) {
          answerLaunchers();
        }
      }
      case "pause" -> hold(request, State.RUNNING, State.PAUSED);
      case "resume" -> hold(request, State.PAUSED, State.RUNNING);
      case "step" -> step(request);
      case "stop" -> {
        engine.ifPresent(Thread::interrupt);
        gate.open();
        say(request, info());
      }
      case "parts" -> say(request, parts());
      case "faults" -> say(request, new Faults(order.bundle().faults()).infos());
      case "inject", "withdraw" ->
          throw new NodeException(
              Kind.CONFLICT,
              id + " runs in lock-step: its faults are those of its scenario; launch it live");
      case "report" -> report(request);
      case "remove" -> {
        engine.ifPresent(Thread::interrupt);
        hosting.release();
        say(request, info());
        return Behaviors.stopped();
      }
      default -> refuse(request, Kind.REFUSED, "no such verb: " + request.verb());
    }
    return this;
  }

  private void hold(Do request, State from, State to) {
    need(from, request.verb());
    state = to;
    if (to == State.PAUSED) {
      gate.close();
    } else {
      gate.open();
    }
    say(request, info());
  }

  private void step(Do request) {
    need(State.PAUSED, "step");
    gate.pass((int) request.b()); // in lock-step the engine says whose turn it is
    say(request, info());
  }

  private void need(State needed, String verb) {
    if (state != needed) {
      throw new NodeException(
          Kind.CONFLICT, "cannot " + verb + " " + id + ": it is " + state.word());
    }
  }

  private List<PartInfo> parts() {
    List<PartInfo> infos = new ArrayList<>();
    hosting
        .places()
        .forEach(
            (part, node) -> {
              int lock = machine.wiring().lockOf(part);
              String name =
                  lock >= 0 ? "lock:" + machine.lockName(lock) : machine.wiring().name(part);
              infos.add(new PartInfo(part, name, node, "", ""));
            });
    return infos;
  }

  private void report(Do request) {
    if (state == State.FAILED) {
      throw new NodeException(Kind.CONFLICT, id + " has failed: " + failure);
    }
    RunResult made =
        result.orElseThrow(
            () ->
                new NodeException(Kind.CONFLICT, id + " has not ended yet: it is " + state.word()));
    say(request, new RunReport(info(), made, ""));
  }

  private MachineInfo info() {
    String outcome = result.map(it -> it.outcome().summary()).orElse(failure);
    return new MachineInfo(
        id,
        order.bundle().scenario(),
        order.bundle().variant(),
        order.bundle().kernel(),
        order.bundle().machine().name(),
        Clock.LOCK_STEP,
        state,
        self,
        order.seed(),
        order.speed(),
        gate.nanos(),
        outcome,
        hosting.places());
  }

  private Behavior<Command> onPostStop(akka.actor.typed.PostStop signal) {
    engine.ifPresent(Thread::interrupt);
    gate.open();
    return this;
  }

  private static void say(Do request, Object answer) {
    request.replyTo().tell(new LiveMachine.Said("", Json.of(answer)));
  }

  private static void refuse(Do request, Kind kind, String message) {
    request.replyTo().tell(new LiveMachine.Said(kind.name(), message));
  }
}
