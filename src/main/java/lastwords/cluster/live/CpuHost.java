package lastwords.cluster.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lastwords.cluster.live.LiveMachine.NoticeKind;
import lastwords.cluster.live.LivePart.Answer;
import lastwords.cluster.live.LivePart.Ask;
import lastwords.cluster.live.LivePart.Order;
import lastwords.cluster.live.LivePart.Signal;
import lastwords.cluster.live.LivePart.SignalKind;
import lastwords.engine.FaultDriver;
import lastwords.engine.StepReport;
import lastwords.kernelc.Builtin;
import lastwords.machine.Cpu;
import lastwords.machine.FaultRule;
import lastwords.machine.FaultRule.Kind;
import lastwords.machine.Machine.PartState;
import lastwords.machine.Operation;
import lastwords.machine.Random;
import lastwords.machine.Request;
import lastwords.machine.Stuck;
import lastwords.trace.PartEvent;

/**
 * A CPU at work. It steps whenever it can; what reaches it while it waits for another part's answer
 * is taken after that step, so that a step is one thing.
 */
final class CpuHost implements LivePart.Host {
  private static final long SHORT_WAIT = 1_000_000; // wall ns: not worth a timer
  private static final long PATIENCE = 1_000_000_000; // wall ns without an answer: tell somebody
  private static final int NOTE = Operation.NOTE.ordinal();

  private final Wires wires;
  private final Cpu cpu;
  private final long[] slice;
  private final StepReport report = new StepReport();
  private final Deque<Runnable> waiting = new ArrayDeque<>(); // for the end of the step
  private final List<FaultDriver> placed = new ArrayList<>();
  private final FaultDriver.LockHolders holders;
  private long asked; // number of the request that is under way, 0 when none is
  private long askedAt; // wall ns
  private long timer; // number of the newest timer for the deadline
  private int credit; // steps that may be made while the machine is held
  private boolean runs;
  private boolean frozen;
  private boolean blocked; // as the coordinator knows it
  private boolean stopping; // the port stops, then the CPU is stalled

  CpuHost(Site site, int part, Wires wires) {
    this.wires = wires;
    this.slice = site.machine().detach(part);
    this.cpu = site.machine().cpu(part);
    this.holders =
        new FaultDriver.LockHolders(site.machine().wiring().locks(), site.machine()::lockName);
    site.faults().forEach(this::place);
  }

  private void place(FaultRule rule) {
    if (FaultDriver.placed(rule) && rule.cpu() == cpu.number()) {
      placed.add(new FaultDriver(wires.site.machine().image(), List.of(rule)));
    }
  }

  @Override
  public void go() {
    boolean may = runs || credit > 0;
    if (frozen || asked != 0 || !may) {
      return;
    }
    if (cpu.runnable()) {
      tell(false);
      step();
    } else {
      rest();
    }
  }

  private void step() {
    credit = Math.max(0, credit - 1);
    long now = wires.nanos();
    if (cpu.step(now)) {
      request(now, 0);
    } else {
      report.take(cpu);
      record(PartEvent.Kind.STEP, now);
      stepped(now);
    }
  }

  /** Asks the part that the CPU's request names. */
  private void request(long now, long stop) {
    Request request = cpu.request();
    int to = request.part;
    asked = wires.nextNumber();
    askedAt = System.nanoTime();
    long clock =
        wires.record(
            PartEvent.Kind.ASK,
            now,
            0,
            cpu.number(),
            request.context,
            request.pc,
            request.operation,
            to,
            0,
            stop,
            "");
    if (wires.here(to)) {
      wires.send(to, new Ask(cpu.number(), asked, request, clock, now, List.of()));
    } else {
      Request copy = request.copy();
      Ask ask = new Ask(cpu.number(), asked, copy, clock, now, wires.texts(to, copy.words()));
      wires.sendUntilAcknowledged(to, asked, ask);
      wires.later(PATIENCE, this::worry);
    }
  }

  /** Has it waited for an answer for long? */
  private void worry() {
    if (asked != 0 && System.nanoTime() - askedAt >= PATIENCE) {
      tell(true);
    }
  }

  @Override
  public void answer(Answer answer) {
    if (answer.number() != asked || frozen) {
      return;
    }
    wires.acknowledged(asked);
    asked = 0;
    cpu.request().result = answer.result();
    cpu.request().text = answer.text();
    long now = wires.nanos();
    cpu.complete(now);
    report.take(cpu);
    record(PartEvent.Kind.ANSWER, now);
    stepped(now);
  }

  private void record(PartEvent.Kind kind, long now) {
    wires.record(
        kind,
        now,
        0,
        cpu.number(),
        report.context,
        report.pc,
        report.operation,
        report.target,
        report.argument,
        report.result,
        "");
  }

  private void stepped(long now) {
    if (report.operation == NOTE) {
      note();
    }
    if (!placed.isEmpty()) {
      holders.take(cpu.number(), report);
      List.copyOf(placed).forEach(driver -> strike(driver, now));
    }
    while (asked == 0 && !waiting.isEmpty()) {
      waiting.poll().run();
    }
    wires.go();
  }

  private void note() {
    if (report.target == Builtin.PANIC_BEGINS.ordinal()) {
      wires.notice(NoticeKind.PANICS, cpu.number(), 0, 0);
    } else if (report.target == Builtin.FINAL_LOOP.ordinal()) {
      wires.notice(NoticeKind.FINAL_LOOP, cpu.number(), 0, 0);
    }
  }

  private void strike(FaultDriver driver, long now) {
    long draw = Random.mix(wires.site.seed(), wires.count());
    if (driver.fires(0, cpu.number(), report, holders, now, draw)) {
      FaultRule rule = driver.rule(0);
      wires.notice(NoticeKind.FIRED, rule.id(), 0, 0);
      waiting.add(() -> fault(rule, true));
    }
  }

  /** Nothing to step: waits for its deadline, or for whatever may come. */
  private void rest() {
    long deadline = cpu.deadline();
    if (deadline == Long.MAX_VALUE) {
      tell(true);
      return;
    }
    tell(false);
    long wall = wires.site.clock().wallUntil(deadline);
    if (wall == 0) {
      wires.record(PartEvent.Kind.TIMEOUT, wires.nanos(), 0, cpu.number(), 0, -1, 0, 0, 0, 0, "");
      cpu.timeout();
      wires.go();
    } else if (wall < SHORT_WAIT) {
      wires.go();
    } else if (wall != Long.MAX_VALUE) {
      long number = ++timer;
      wires.later(wall, () -> due(number));
    }
  }

  private void due(long number) {
    if (number == timer) {
      wires.go();
    }
  }

  /** Tells the coordinator whether this CPU waits for something without an end of its own. */
  private void tell(boolean waits) {
    if (waits != blocked) {
      blocked = waits;
      boolean stuck = asked != 0 || Stuck.is(cpu);
      wires.notice(waits ? NoticeKind.BLOCKED : NoticeKind.GOES_ON, cpu.number(), stuck ? 1 : 0, 0);
    }
  }

  @Override
  public void signal(Signal signal) {
    betweenSteps(() -> take(signal));
  }

  private void betweenSteps(Runnable what) {
    if (asked != 0) {
      waiting.add(what);
    } else if (!frozen) {
      what.run();
    }
  }

  private void take(Signal signal) {
    boolean noticed = true;
    if (signal.kind() == SignalKind.DELIVER) {
      noticed = cpu.deliver((int) signal.value());
      record(PartEvent.Kind.DELIVER, signal.value(), signal.source(), noticed ? 1 : 0);
    } else if (signal.kind() == SignalKind.WAKE) {
      record(PartEvent.Kind.WAKE, 0, 0, 0);
      cpu.wake();
    } else {
      record(PartEvent.Kind.UART_DONE, 0, signal.value(), 0);
      cpu.uartDone(signal.value());
    }
    wires.go();
  }

  private void record(PartEvent.Kind kind, long target, long argument, long result) {
    Operation operation =
        kind == PartEvent.Kind.DELIVER
            ? result == 1 ? Operation.DELIVER : Operation.DROP
            : Operation.WAKE;
    wires.record(
        kind,
        wires.nanos(),
        0,
        cpu.number(),
        0,
        -1,
        operation.ordinal(),
        target,
        argument,
        result,
        "");
  }

  @Override
  public String order(Order order) {
    switch (order.kind()) {
      case START, RESUME -> {
        wires.site.clock().observe(order.b());
        runs(true);
      }
      case PAUSE -> runs(false);
      case STEP -> {
        if (!cpu.runnable()) {
          return "cpu" + cpu.number() + " " + describe();
        }
        credit += (int) order.a();
        wires.go();
      }
      case FAULT_BEGINS -> begin(order.rule().orElseThrow());
      case FAULT_ENDS -> end(order.rule().orElseThrow());
      case LOST -> lost(order.a());
      default -> throw new IllegalStateException("no order for a CPU: " + order.kind());
    }
    return "";
  }

  private void lost(long origin) {
    wires.lost(origin);
    if (asked != 0 && wires.livesAt(unanswered(), origin)) {
      tell(true);
    }
  }

  private void runs(boolean now) {
    runs = now;
    if (now) {
      wires.site.clock().run();
    } else {
      wires.site.clock().hold();
    }
    wires.go();
  }

  /** A fault from outside: at a place in the code, or now. */
  private void begin(FaultRule rule) {
    if (FaultDriver.placed(rule)) {
      place(rule);
    } else {
      betweenSteps(() -> fault(rule, true));
    }
  }

  private void end(FaultRule rule) {
    placed.removeIf(driver -> driver.rule(0).id() == rule.id());
    betweenSteps(() -> fault(rule, false));
  }

  private void fault(FaultRule rule, boolean begins) {
    boolean stall = rule.kind() == Kind.STALL_CPU;
    if (stall && begins && !stopping && cpu.stopSending()) {
      stopping = true;
      waiting.addFirst(() -> fault(rule, true));
      request(wires.nanos(), 1);
      return;
    }
    stopping = false;
    Operation operation = !stall ? Operation.FAULT : begins ? Operation.STALL : Operation.RESUME;
    wires.record(
        PartEvent.Kind.FAULT,
        wires.nanos(),
        0,
        cpu.number(),
        0,
        -1,
        operation.ordinal(),
        rule.id(),
        begins ? 1 : 0,
        0,
        Json.of(rule));
    wires.site.machine().fault(rule, begins);
    if (stall && begins && rule.nanos() >= 0) {
      long wall = wires.site.clock().wallUntil(wires.nanos() + rule.nanos());
      wires.later(wall, () -> betweenSteps(() -> fault(rule, false)));
    }
    wires.go();
  }

  @Override
  public void ask(Ask ask) {
    throw new IllegalStateException("a CPU is asked for nothing: " + ask);
  }

  @Override
  public int unanswered() {
    return asked == 0 ? -1 : cpu.request().part;
  }

  @Override
  public String describe() {
    String mode = cpu.mode().name().toLowerCase(java.util.Locale.ROOT);
    String where =
        cpu.pc() < 0
            ? ""
            : " in " + wires.site.machine().image().functionAt(cpu.pc()).name() + "()";
    String waits =
        asked == 0
            ? ""
            : ", waits for the answer of " + wires.site.machine().partName(unanswered());
    return (cpu.stalled() ? "stalled" : mode) + where + waits;
  }

  @Override
  public PartState freeze() {
    if (!frozen) {
      frozen = true;
      wires.record(PartEvent.Kind.END, wires.nanos(), 0, cpu.number(), 0, -1, 0, 0, 0, 0, "");
    }
    return wires.site.machine().export(cpu.number(), slice);
  }
}
