package lastwords.cluster.live;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import lastwords.cluster.live.LiveMachine.Command;
import lastwords.cluster.live.LiveMachine.Do;
import lastwords.cluster.live.LiveMachine.Hosted;
import lastwords.cluster.live.LiveMachine.NotHosted;
import lastwords.cluster.live.LiveMachine.Notice;
import lastwords.cluster.live.LiveMachine.Report;
import lastwords.cluster.live.LivePart.Order;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.RunReport;
import lastwords.cluster.trace.EventLog;
import lastwords.engine.FaultDriver;
import lastwords.engine.RunResult;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.FaultRule;
import lastwords.machine.Firmware;
import lastwords.machine.Machine;
import lastwords.scenario.Bundle;
import lastwords.verdict.Ending;
import lastwords.verdict.Ending.Cause;

/**
 * Coordinates one machine that runs live: has its parts placed and wired, hands it faults, notices
 * when the run is over, and reads the outcome off the parts that still answer. It orders nothing
 * that happens in between.
 */
public final class Coordinator extends AbstractBehavior<Command> {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final long REPEAT = Duration.ofMillis(300).toNanos();
  private static final long BOOT_PATIENCE = Duration.ofSeconds(60).toNanos();
  private static final long FREEZE_PATIENCE = Duration.ofSeconds(3).toNanos();
  private static final long LOOK_PATIENCE = Duration.ofSeconds(1).toNanos();
  private static final long LEAST_SETTLE = Duration.ofMillis(500).toNanos(); // wall

  /** The agents that there are. */
  record Listed(Receptionist.Listing listing) implements Command {}

  /** A node has left the cluster, or was declared dead. */
  record NodeGone(String node) implements Command {}

  /** Time to look around. */
  record Tick() implements Command {}

  /** An order that was not reported on yet. */
  private record Pending(int part, Order order, Consumer<Report> then) {}

  private final String id;
  private final LaunchOrder order;
  private final Bundle bundle;
  private final EventLog log;
  private final String self;
  private final Machine machine;
  private final LiveClock clock;
  private final Cluster cluster;
  private final Hosting hosting;
  private final Runnable find; // asks who could host parts
  private final SortedMap<Integer, ActorRef<LivePart.Command>> parts = new TreeMap<>();
  private final SortedMap<Integer, String> lost = new TreeMap<>(); // parts, and why
  private final SortedMap<Integer, Integer> unanswered = new TreeMap<>();
  private final TreeMap<Long, Pending> pending = new TreeMap<>();
  private final TreeSet<Long> heard = new TreeSet<>(); // notices: part << 40 | number
  private final SortedMap<Integer, Machine.PartState> states = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Do> launchers = new ArrayList<>();
  private final List<Survey> surveys = new ArrayList<>();
  private final Faults faults;
  private final List<FaultRule> timed = new ArrayList<>();
  private State state = State.BOOTING;
  private String failure = "";
  private long numbers;
  private long repeated;
  private long begun = System.nanoTime();
  private final BlockedCpus blocked;
  private int panicCpu = -1;
  private long settleAt = Long.MAX_VALUE; // wall
  private Optional<Cause> cause = Optional.empty();
  private long endNanos;
  private long frozenAt;
  private RunResult result;

  public static Behavior<Command> create(String id, LaunchOrder order, String self, EventLog log) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Tick(), TICK);
                  return new Coordinator(context, id, order, self, log);
                }));
  }

  private Coordinator(
      ActorContext<Command> context, String id, LaunchOrder order, String self, EventLog log) {
    super(context);
    this.id = id;
    this.order = order;
    this.bundle = order.bundle();
    this.self = self;
    this.log = log;
    this.machine = HostedMachine.booted(bundle.setup());
    this.clock = new LiveClock(order.speed(), System::nanoTime);
    this.cluster = Cluster.get(context.getSystem());
    this.faults = new Faults(bundle.faults());
    this.blocked = new BlockedCpus(machine.cpus());
    this.hosting = new Hosting(id, order, true, machine.wiring().parts(), context.getSelf());
    bundle.faults().stream().filter(FaultDriver::timed).forEach(timed::add);
    ActorRef<Receptionist.Listing> listed =
        context.messageAdapter(Receptionist.Listing.class, Listed::new);
    var receptionist = context.getSystem().receptionist();
    receptionist.tell(Receptionist.register(LiveMachine.KEY, context.getSelf()));
    this.find = () -> receptionist.tell(Receptionist.find(NodeAgent.KEY, listed));
    find.run();
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

  // ---- starting ----

  private Behavior<Command> onListed(Listed listed) {
    if (!hosting.ready(listed.listing(), cluster)) {
      return this; // the next tick asks again
    }
    if (hosting.begun()) {
      return this;
    }
    try {
      hosting.begin(listed.listing(), cluster, self, machine);
    } catch (NodeException e) {
      return fail(e.getMessage());
    }
    for (String node : hosting.origins().keySet()) {
      getContext().watchWith(hosting.agent(node), new NodeGone(node));
    }
    repeated = System.nanoTime();
    return this;
  }

  private Behavior<Command> onHosted(Hosted hosted) {
    if (hosting.complete(hosted.parts())) {
      hosting.parts().forEach(it -> parts.put(it.part(), it.live()));
      wire();
    }
    return this;
  }

  private Behavior<Command> onNotHosted(NotHosted refused) {
    return fail(refused.reason());
  }

  private void wire() {
    log.header(id, header());
    List<ActorRef<LivePart.Command>> all = List.copyOf(parts.values());
    List<Integer> nodes = List.copyOf(hosting.originsOfParts().values());
    for (int part : parts.keySet()) {
      long number = ++numbers;
      wires.put(number, new LivePart.Wire(number, all, nodes, getContext().getSelf()));
      parts.get(part).tell(wires.get(number));
      wirePart.put(number, part);
    }
  }

  private final TreeMap<Long, LivePart.Wire> wires = new TreeMap<>();
  private final TreeMap<Long, Integer> wirePart = new TreeMap<>();

  private RunHeader header() {
    return new RunHeader(
        id,
        bundle,
        hosting.places(),
        hosting.originsOfParts(),
        RunHeader.LIVE,
        order.speed(),
        order.seed());
  }

  private void start() {
    state = order.paused() ? State.PAUSED : State.RUNNING;
    if (state == State.RUNNING) {
      run(OrderKind.START);
    }
    answerLaunchers();
  }

  private void run(OrderKind kind) {
    clock.run();
    orderAll(kind, 0);
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

  private Behavior<Command> fail(String reason) {
    if (state == State.BOOTING) {
      state = State.FAILED;
      failure = reason;
      release();
      answerLaunchers();
    }
    return this;
  }

  // ---- orders ----

  private void order(
      int part, OrderKind kind, long a, long b, Optional<FaultRule> rule, Consumer<Report> then) {
    long number = ++numbers;
    Order made = new Order(number, kind, a, b, rule);
    pending.put(number, new Pending(part, made, then));
    parts.get(part).tell(made);
  }

  private void orderAll(OrderKind kind, long a) {
    for (int part : parts.keySet()) {
      if (!lost.containsKey(part)) {
        order(part, kind, a, clock.nanos(), Optional.empty(), report -> {});
      }
    }
  }

  private Behavior<Command> onReport(Report report) {
    clock.observe(report.nanos());
    if (wires.remove(report.number()) != null && wires.isEmpty()) {
      start();
    }
    Pending done = pending.remove(report.number());
    if (done != null) {
      done.then().accept(report);
    }
    return this;
  }

  private void repeat() {
    if (System.nanoTime() - repeated < REPEAT) {
      return;
    }
    repeated = System.nanoTime();
    pending.values().forEach(it -> parts.get(it.part()).tell(it.order()));
    wires.forEach((number, wire) -> parts.get(wirePart.get(number)).tell(wire));
    if (state == State.BOOTING && !hosting.begun()) {
      find.run();
    } else if (state == State.BOOTING && !hosting.complete()) {
      hosting.ask();
    }
  }

  // ---- what the machine tells ----

  private Behavior<Command> onNotice(Notice notice) {
    clock.observe(notice.nanos());
    notice.from().tell(new LivePart.Ack(notice.number()));
    if (heard.add((long) notice.part() << 40 | notice.number())) {
      take(notice);
    }
    return this;
  }

  private void take(Notice notice) {
    switch (notice.kind()) {
      case PANICS -> panicCpu = panicCpu < 0 ? (int) notice.a() : panicCpu;
      case FINAL_LOOP ->
          settle(
              order.settleNanos() > 0 ? order.settleNanos() : bundle.limits().settleNanos(),
              Cause.SETTLED);
      case ENDED -> settle(notice.a() == Firmware.END_CRASH_KERNEL ? 1_000_000 : 0, Cause.FIRMWARE);
      case BLOCKED -> blocked.waits((int) notice.a(), notice.b() != 0, notice.nanos());
      case GOES_ON -> blocked.goesOn((int) notice.a());
      case FIRED -> fired((int) notice.a(), notice.nanos());
      case DROPPED -> dropped(notice);
      default -> throw new IllegalStateException("unknown notice " + notice.kind());
    }
  }

  private void settle(long nanos, Cause why) {
    long wall = (long) (nanos / order.speed());
    long wait = why == Cause.FIRMWARE && nanos == 0 ? 0 : Math.max(LEAST_SETTLE, wall);
    if (cause.isEmpty() || why == Cause.FIRMWARE) {
      settleAt = Math.min(settleAt, System.nanoTime() + wait);
      cause = Optional.of(why);
    }
  }

  private void fired(int id, long nanos) {
    faults.fired(id);
    faults.rule(id).ifPresent(it -> notes.add(FaultDriver.describe(it) + " at " + nanos + " ns"));
  }

  private void dropped(Notice notice) {
    int rule = (int) notice.b();
    faults.fired(rule);
    String sender = notice.c() < 0 ? "" : " from cpu" + notice.c();
    notes.add(
        "fault "
            + rule
            + ": interrupt "
            + (notice.b() >>> 32)
            + sender
            + " to cpu"
            + notice.a()
            + " was lost at "
            + notice.nanos()
            + " ns");
  }

  private Behavior<Command> onNodeGone(NodeGone gone) {
    String why = gone.node() + " is gone: it has left, has died or was cut off for too long";
    hosting.forget(gone.node());
    if (state == State.BOOTING) {
      return fail(why);
    }
    int origin = hosting.origins().getOrDefault(gone.node(), 0);
    for (int part : hosting.partsOf(gone.node())) {
      lost.put(part, why);
      if (part < machine.cpus()) {
        blocked.waits(part, true, clock.nanos());
      }
    }
    pending.values().removeIf(it -> lost.containsKey(it.part()));
    if (!state.over()) {
      notes.add(why + ", at " + clock.nanos() + " ns");
      orderAll(OrderKind.LOST, origin);
    }
    return this;
  }

  // ---- time ----

  private Behavior<Command> onTick(Tick tick) {
    repeat();
    tellSurveys();
    long now = System.nanoTime();
    if (state == State.BOOTING && now - begun > BOOT_PATIENCE) {
      fail("the nodes did not get ready within " + BOOT_PATIENCE / 1_000_000_000 + " s");
    } else if (frozenAt != 0 && state != State.ENDED) {
      conclude(now);
    } else if (state == State.RUNNING) {
      strike();
      look(now);
    }
    return this;
  }

  /** Faults whose time has come. */
  private void strike() {
    for (FaultRule rule : List.copyOf(timed)) {
      if (clock.nanos() >= rule.atNanos()) {
        timed.remove(rule);
        begin(rule, report -> {});
      }
    }
  }

  private void look(long now) {
    if (now >= settleAt) {
      freeze(cause.orElseThrow());
    } else if (clock.nanos() > bundle.limits().runNanos()) {
      notes.add(
          "the run was given up after "
              + bundle.limits().runNanos() / 1_000_000
              + " ms of emulated time (limits.run)");
      freeze(Cause.LIMIT);
    } else if (cause.isEmpty()) {
      long limit = order.hangNanos() > 0 ? order.hangNanos() : bundle.limits().hangNanos();
      long since = clock.nanos() - limit;
      if (panicCpu >= 0 && blocked.stuckBefore(panicCpu, since)) {
        freeze(Cause.STUCK);
      } else if (blocked.allBefore(since)) {
        freeze(Cause.QUIET);
      }
    }
  }

  // ---- the end ----

  private void freeze(Cause why) {
    if (frozenAt != 0) {
      return;
    }
    cause = Optional.of(why);
    endNanos = clock.nanos();
    frozenAt = System.nanoTime();
    pending.clear();
    for (int part : parts.keySet()) {
      if (!lost.containsKey(part)) {
        order(part, OrderKind.FREEZE, 0, 0, Optional.empty(), this::frozen);
      }
    }
  }

  private void frozen(Report report) {
    if (state != State.ENDED) {
      report.state().ifPresent(it -> states.put(report.part(), it));
      if (report.unanswered() >= 0) {
        unanswered.put(report.part(), report.unanswered());
      }
    } else if (pending.isEmpty()) {
      release(); // who did not answer in time has answered now
    }
  }

  private void conclude(long now) {
    if (!pending.isEmpty() && now - frozenAt < FREEZE_PATIENCE) {
      return;
    }
    pending.values().forEach(it -> lost.put(it.part(), silent(it.part())));
    states.values().forEach(machine::restore);
    lost.keySet().stream().filter(it -> it < machine.cpus()).forEach(it -> machine.cpu(it).lose());
    unanswered.entrySet().removeIf(it -> lost.containsKey(it.getKey()));
    Ending ending = new Ending(cause.orElseThrow(), endNanos, notes, lost, unanswered);
    result = RunResult.of(machine, ending, 0);
    state = State.ENDED;
    log.footer(id, new RunFooter(result));
    if (pending.isEmpty()) {
      release();
    }
  }

  private String silent(int part) {
    return hosting.places().get(part) + " does not answer: it is stopped or cut off";
  }

  private void release() {
    hosting.release();
  }

  // ---- what users ask for ----

  private Behavior<Command> onDo(Do request) {
    try {
      return serve(request);
    } catch (NodeException e) {
      refuse(request, e.kind(), e.getMessage());
    } catch (lastwords.scenario.ScenarioException e) {
      refuse(request, Kind.REFUSED, e.getMessage());
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
      case "pause" -> pause(request);
      case "resume" -> resume(request);
      case "step" -> step(request);
      case "stop" -> stop(request);
      case "parts" -> parts(request);
      case "faults" -> say(request, faults.infos());
      case "inject" -> inject(request);
      case "withdraw" -> withdraw(request);
      case "report" -> report(request);
      case "remove" -> {
        return remove(request);
      }
      default -> refuse(request, Kind.REFUSED, "no such verb: " + request.verb());
    }
    return this;
  }

  private void pause(Do request) {
    need(State.RUNNING, "pause");
    state = State.PAUSED;
    clock.hold();
    orderAll(OrderKind.PAUSE, 0);
    say(request, info());
  }

  private void resume(Do request) {
    need(State.PAUSED, "resume");
    state = State.RUNNING;
    run(OrderKind.RESUME);
    say(request, info());
  }

  private void step(Do request) {
    need(State.PAUSED, "step");
    int cpu = (int) request.a();
    if (cpu < 0 || cpu >= machine.cpus()) {
      throw new NodeException(Kind.REFUSED, "no cpu" + cpu + "; there are " + machine.cpus());
    }
    there(cpu);
    order(
        cpu,
        OrderKind.STEP,
        request.b(),
        0,
        Optional.empty(),
        report -> {
          if (report.refusal().isEmpty()) {
            say(request, info());
          } else {
            refuse(request, Kind.CONFLICT, report.refusal());
          }
        });
  }

  private void stop(Do request) {
    if (state == State.RUNNING || state == State.PAUSED) {
      notes.add("the run was stopped by its user at " + clock.nanos() + " ns");
      freeze(Cause.INTERRUPTED);
    }
    say(request, info());
  }

  private void parts(Do request) {
    Survey survey = new Survey(request, System.nanoTime() + LOOK_PATIENCE);
    for (int part = 0; part < machine.wiring().parts(); part++) {
      survey.infos.put(part, part(part, ""));
      boolean asks = parts.containsKey(part) && !lost.containsKey(part) && !state.over();
      boolean tells = part < machine.cpus() || machine.wiring().lockOf(part) >= 0;
      if (asks && tells && reachable(hosting.places().get(part))) {
        survey.open.add(part);
      }
    }
    surveys.add(survey);
    List.copyOf(survey.open).forEach(part -> look(part, survey));
    tellSurveys();
  }

  /** What a part does now; a node that has just stopped does not say. */
  private void look(int part, Survey survey) {
    order(
        part,
        OrderKind.LOOK,
        0,
        0,
        Optional.empty(),
        report -> {
          survey.infos.put(part, part(part, report.text()));
          survey.open.remove((Integer) part);
          tellSurveys();
        });
  }

  private void tellSurveys() {
    for (Survey survey : List.copyOf(surveys)) {
      if (survey.open.isEmpty() || System.nanoTime() > survey.deadline) {
        surveys.remove(survey);
        pending
            .values()
            .removeIf(it -> it.order().kind() == OrderKind.LOOK && survey.open.contains(it.part()));
        say(survey.request, List.copyOf(survey.infos.values()));
      }
    }
  }

  /** Somebody wants to know what the parts do. */
  private static final class Survey {
    final Do request;
    final long deadline; // wall
    final SortedMap<Integer, PartInfo> infos = new TreeMap<>();
    final TreeSet<Integer> open = new TreeSet<>();

    Survey(Do request, long deadline) {
      this.request = request;
      this.deadline = deadline;
    }
  }

  private boolean reachable(String node) {
    return cluster.state().getUnreachable().stream().noneMatch(it -> Members.name(it).equals(node));
  }

  private PartInfo part(int part, String text) {
    String node = hosting.places().getOrDefault(part, "");
    String away = lost.getOrDefault(part, "");
    String gone = away.isEmpty() && !node.isEmpty() && !reachable(node) ? silent(part) : away;
    int lock = machine.wiring().lockOf(part);
    String name = lock >= 0 ? "lock:" + machine.lockName(lock) : machine.wiring().name(part);
    return new PartInfo(part, name, node, text, gone);
  }

  // ---- faults ----

  private void inject(Do request) {
    if (state != State.RUNNING && state != State.PAUSED) {
      throw new NodeException(Kind.CONFLICT, id + " is " + state.word() + ": it takes no faults");
    }
    FaultRule rule = Rules.after(bundle.fault(request.text(), faults.next()), clock.nanos());
    int part = machine.partOf(rule);
    there(part);
    faults.add(rule, request.text());
    if (rule.atNanos() > clock.nanos() && FaultDriver.timed(rule)) {
      timed.add(rule);
      say(request, faults.info(rule.id()).orElseThrow());
      return;
    }
    begin(rule, report -> injected(request, rule, report));
  }

  private void injected(Do request, FaultRule rule, Report report) {
    if (report.refusal().isEmpty()) {
      say(request, faults.info(rule.id()).orElseThrow());
    } else {
      faults.remove(rule.id());
      refuse(request, Kind.REFUSED, report.refusal());
    }
  }

  private void begin(FaultRule rule, Consumer<Report> then) {
    boolean counts = !FaultDriver.placed(rule) && FaultDriver.timed(rule);
    if (counts) {
      fired(rule.id(), clock.nanos());
    }
    if (rule.kind() == FaultRule.Kind.NMI_BUTTON) {
      int cpu = Math.max(0, rule.cpu());
      order(
          machine.wiring().firmware(),
          OrderKind.PRESS,
          cpu,
          rule.factor(),
          Optional.empty(),
          pressed ->
              order(
                  machine.wiring().interrupts(),
                  OrderKind.PRESS,
                  cpu,
                  rule.factor(),
                  Optional.empty(),
                  then));
    } else {
      order(machine.partOf(rule), OrderKind.FAULT_BEGINS, 0, 0, Optional.of(rule), then);
    }
  }

  private void withdraw(Do request) {
    int number = (int) request.a();
    FaultInfo fault =
        faults
            .info(number)
            .orElseThrow(() -> new NodeException(Kind.NOT_FOUND, "no fault " + number));
    FaultRule rule = faults.rule(number).orElseThrow();
    if (fault.state() == FaultInfo.State.WITHDRAWN || rule.kind() == FaultRule.Kind.NMI_BUTTON) {
      throw new NodeException(Kind.CONFLICT, "fault " + number + " cannot be withdrawn any more");
    }
    if (state.over()) {
      throw new NodeException(Kind.CONFLICT, id + " has ended");
    }
    there(machine.partOf(rule));
    timed.remove(rule);
    order(
        machine.partOf(rule),
        OrderKind.FAULT_ENDS,
        0,
        0,
        Optional.of(rule),
        report -> {
          faults.withdrawn(number);
          say(request, faults.info(number).orElseThrow());
        });
  }

  /** A part that is to be told something must be there. */
  private void there(int part) {
    if (lost.containsKey(part)) {
      throw new NodeException(Kind.REFUSED, machine.partName(part) + ": " + lost.get(part));
    }
    if (!reachable(hosting.places().get(part))) {
      throw new NodeException(Kind.UNAVAILABLE, machine.partName(part) + ": " + silent(part));
    }
  }

  private void need(State needed, String verb) {
    if (state != needed || frozenAt != 0) {
      throw new NodeException(Kind.CONFLICT, "cannot " + verb + " " + id + ": it is " + shown());
    }
  }

  private String shown() {
    return state.over() || frozenAt == 0 ? state.word() : "about to end";
  }

  private void report(Do request) {
    if (state == State.FAILED) {
      throw new NodeException(Kind.CONFLICT, id + " has failed: " + failure);
    }
    if (state != State.ENDED) {
      throw new NodeException(Kind.CONFLICT, id + " has not ended yet: it is " + state.word());
    }
    String lacks =
        lost.isEmpty()
            ? ""
            : "the recording lacks what happened to "
                + String.join(", ", lost.keySet().stream().map(machine::partName).toList());
    say(request, new RunReport(info(), result, lacks));
  }

  private Behavior<Command> remove(Do request) {
    release();
    say(request, info());
    return Behaviors.stopped();
  }

  private MachineInfo info() {
    String outcome =
        state == State.ENDED ? result.outcome().summary() : state == State.FAILED ? failure : "";
    return new MachineInfo(
        id,
        bundle.scenario(),
        bundle.variant(),
        bundle.kernel(),
        bundle.machine().name(),
        Clock.LIVE,
        state,
        self,
        order.seed(),
        order.speed(),
        frozenAt == 0 ? clock.nanos() : endNanos,
        outcome,
        hosting.places());
  }

  private static void say(Do request, Object answer) {
    request.replyTo().tell(new LiveMachine.Said("", Json.of(answer)));
  }

  private static void refuse(Do request, Kind kind, String message) {
    request.replyTo().tell(new LiveMachine.Said(kind.name(), message));
  }

  /** Where coordinators run: booting a machine takes a while. */
  public static DispatcherSelector dispatcher() {
    return DispatcherSelector.blocking();
  }
}
