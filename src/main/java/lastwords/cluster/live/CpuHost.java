package lastwords.cluster.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import lastwords.cluster.live.LivePart.Answer;
import lastwords.cluster.live.LivePart.Ask;
import lastwords.cluster.live.LivePart.LocalRequest;
import lastwords.cluster.live.LivePart.Order;
import lastwords.cluster.live.LivePart.Signal;
import lastwords.cluster.live.MachineProtocol.NoticeKind;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.PartState;
import lastwords.machine.Stuck;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.cpu.Cpu;
import lastwords.trace.PartEvent;

/**
 * Runs a CPU. It steps whenever it can; whatever arrives while it waits for another part's answer
 * is handled after that step, so that steps are atomic.
 */
final class CpuHost implements LivePart.Host {
  private static final long SHORT_WAIT = 1_000_000; // wall ns: too short for a timer
  private static final long LONG_WAIT = 1_000_000; // emulated ns: reported to the coordinator
  private static final long PATIENCE = 1_000_000_000; // wall ns without an answer: report it

  private final PartLink link;
  private final Machine machine;
  private final Cpu cpu;
  private final long[] slice;
  private final Event step;
  private final Effects nothing = new Effects(); // a CPU affects others only by its requests
  private final CpuEvents events;
  private final CpuFaults faults;
  private final LocalRequest local;
  private final Deque<Runnable> waiting = new ArrayDeque<>(); // run at the end of the step
  private long asked; // number of the outstanding request, or 0
  private long askedAt; // wall ns; for requests to other nodes
  private long timer; // number of the newest timer for the deadline
  private int credit; // steps it may make while the machine is paused
  private boolean runs;
  private boolean frozen;
  private long toldDeadline; // of the last long wait that was reported
  private boolean blocked; // as last reported to the coordinator

  CpuHost(Site site, int part, PartLink link) {
    this.link = link;
    this.machine = site.machine();
    this.slice = machine.detach(part);
    this.cpu = machine.cpu(part);
    this.step = new Event.Step(cpu.number());
    this.local = new LocalRequest(cpu.request());
    this.events = new CpuEvents(link, cpu.number());
    this.faults = new CpuFaults(this, link, cpu, events);
  }

  // ---- steps ----

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
    long now = link.nanos();
    if (step.begin(machine, now, 0, nothing) == Event.Progress.ASKS) {
      request(now, 0);
    } else {
      stepped(PartEvent.Kind.STEP, now);
    }
  }

  /** Sends the CPU's request to the part that it names. */
  private void request(long now, long stop) {
    Request request = cpu.request();
    int to = request.part;
    asked = link.nextNumber();
    if (link.here(to)) {
      events.asks(local, cpu.last(), now, stop);
      link.send(to, local);
    } else {
      Request copy = request.copy();
      long clock = events.asks(request, now, stop);
      Ask ask = new Ask(cpu.number(), asked, copy, clock, now, link.texts(to, copy.words()));
      askedAt = System.nanoTime();
      link.sendUntilAcknowledged(to, asked, ask);
      link.later(PATIENCE, this::worry);
    }
  }

  @Override
  public void localRequest(LocalRequest answered) {
    if (frozen) {
      return;
    }
    asked = 0;
    step.end(machine, answered.nanos, 0, nothing);
    events.answered();
    dealWith(answered.nanos);
  }

  /** Reports a CPU that has waited too long for an answer. */
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
    link.acknowledged(asked);
    asked = 0;
    cpu.request().result = answer.result();
    cpu.request().text = answer.text();
    long now = link.nanos();
    step.end(machine, now, 0, nothing);
    stepped(PartEvent.Kind.ANSWER, now);
  }

  private void stepped(PartEvent.Kind kind, long now) {
    events.stepped(kind, cpu.last(), now);
    dealWith(now);
  }

  /** Handles the consequences of a step that has been recorded. */
  private void dealWith(long now) {
    if (cpu.last().lastOperation() == Operation.NOTE) {
      note();
    }
    faults.stepped(cpu.last(), now);
    while (asked == 0 && !waiting.isEmpty()) {
      waiting.poll().run();
    }
    link.go();
  }

  private void note() {
    boolean oops = cpu.last().lastTarget() == Builtin.OOPS_BEGINS.ordinal();
    if (oops || cpu.last().lastTarget() == Builtin.PANIC_BEGINS.ordinal()) {
      link.notice(NoticeKind.PANICS, cpu.number(), cpu.last().lastTarget(), 0);
    } else if (cpu.last().lastTarget() == Builtin.FINAL_LOOP.ordinal()) {
      link.notice(NoticeKind.FINAL_LOOP, cpu.number(), 0, 0);
    }
  }

  /** Runs something once the current step, or the one just made, has been handled. */
  void afterStep(Runnable what) {
    waiting.add(what);
  }

  /** Runs something now, or after the current step. */
  void betweenSteps(Runnable what) {
    if (asked != 0) {
      waiting.add(what);
    } else if (!frozen) {
      what.run();
    }
  }

  /** Stops the port that the CPU sends to, and then runs something before anything else. */
  void stopSending(Runnable then) {
    waiting.addFirst(then);
    request(link.nanos(), 1);
  }

  // ---- waiting ----

  /** The CPU cannot step: waits for its deadline, or for an event. */
  private void rest() {
    long deadline = cpu.deadline();
    if (deadline == Long.MAX_VALUE) {
      tell(true);
      return;
    }
    tell(false);
    waits(deadline);
    long wall = link.site.clock().wallUntil(deadline);
    if (wall == 0) {
      happens(new Event.Timeout(cpu.number()));
    } else if (wall < SHORT_WAIT) {
      link.go();
    } else if (wall != Long.MAX_VALUE) {
      long number = ++timer;
      link.later(wall, () -> due(number));
    }
  }

  /** Reports a long wait for a deadline to the coordinator, once. */
  private void waits(long deadline) {
    long nanos = deadline - link.nanos();
    if (deadline != toldDeadline && nanos >= LONG_WAIT) {
      toldDeadline = deadline;
      link.notice(NoticeKind.WAITS, cpu.number(), nanos, 0);
    }
  }

  private void due(long number) {
    if (number == timer) {
      link.go();
    }
  }

  /** Reports to the coordinator whether this CPU waits for something that need not ever happen. */
  private void tell(boolean waits) {
    if (waits != blocked) {
      blocked = waits;
      boolean stuck = asked != 0 || Stuck.is(cpu);
      link.notice(waits ? NoticeKind.BLOCKED : NoticeKind.GOES_ON, cpu.number(), stuck ? 1 : 0, 0);
    }
  }

  // ---- messages from others ----

  @Override
  public void signal(Signal signal) {
    betweenSteps(() -> happens(signal.event()));
  }

  private void happens(Event event) {
    events.happened(event, machine.apply(event, link.nanos(), 0, nothing));
    link.go();
  }

  @Override
  public String order(Order order) {
    switch (order.kind()) {
      case START, RESUME -> {
        link.site.clock().observe(order.b());
        runs(true);
      }
      case PAUSE -> runs(false);
      case STEP -> {
        return step((int) order.a());
      }
      case FAULT_BEGINS -> faults.begin(order.fault().orElseThrow());
      case FAULT_ENDS -> faults.end(order.fault().orElseThrow());
      case LOST -> lost(order.a());
      default -> throw new IllegalStateException("no order for a CPU: " + order.kind());
    }
    return "";
  }

  private void runs(boolean now) {
    runs = now;
    if (now) {
      link.site.clock().run();
    } else {
      link.site.clock().hold();
    }
    link.go();
  }

  private String step(int steps) {
    if (!cpu.runnable()) {
      return "cpu" + cpu.number() + " " + describe();
    }
    credit += steps;
    link.go();
    return "";
  }

  private void lost(long origin) {
    link.lost(origin);
    if (asked != 0 && link.livesAt(unanswered(), origin)) {
      tell(true);
    }
  }

  @Override
  public void ask(Ask ask) {
    throw new IllegalStateException("a CPU is asked for nothing: " + ask);
  }

  // ---- what it reports ----

  @Override
  public int unanswered() {
    return asked == 0 ? -1 : cpu.request().part;
  }

  @Override
  public String describe() {
    String mode = cpu.stalled() ? "stalled" : cpu.mode().name().toLowerCase(Locale.ROOT);
    String where = cpu.pc() < 0 ? "" : " in " + machine.image().functionAt(cpu.pc()).name() + "()";
    String waits = asked == 0 ? "" : ", waits for the answer of " + machine.partName(unanswered());
    return mode + where + waits;
  }

  /** Completes the current step if the operation has been performed; else withdraws the request. */
  private void settle() {
    boolean asksHere = asked != 0 && link.here(unanswered());
    if (asksHere && local.performed) {
      localRequest(local);
      settle(); // what waited for the end of the step may have sent another request
    } else if (asksHere) {
      events.withdraws(local);
    }
  }

  @Override
  public PartState freeze() {
    if (!frozen) {
      settle();
      frozen = true;
      events.end();
    }
    return machine.export(cpu.number(), slice);
  }
}
