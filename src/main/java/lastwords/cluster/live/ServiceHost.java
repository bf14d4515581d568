package lastwords.cluster.live;

import java.util.Map;
import java.util.TreeMap;
import lastwords.cluster.live.LivePart.Answer;
import lastwords.cluster.live.LivePart.Ask;
import lastwords.cluster.live.LivePart.Order;
import lastwords.cluster.live.LivePart.Signal;
import lastwords.cluster.live.LivePart.SignalKind;
import lastwords.cluster.live.MachineProtocol.NoticeKind;
import lastwords.json.Json;
import lastwords.machine.Machine;
import lastwords.machine.Machine.PartState;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.InterruptRule;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Random;
import lastwords.machine.bus.Request;
import lastwords.machine.fault.Fault;
import lastwords.trace.PartEvent;

/**
 * Any part but a CPU at work: it does what CPUs ask for, one after the other, once each however
 * often the question comes, and tells others what that means for them.
 */
final class ServiceHost implements LivePart.Host {
  private static final long SHORT_DELAY = 500_000; // wall ns: an interrupt's way, not worth a timer

  private final Map<Integer, Long> toldFired = new TreeMap<>(); // how often, by rule
  private final PartLink link;
  private final Machine machine;
  private final int part;
  private final long[] slice;
  private final Answer[] answers; // by CPU: the newest
  private final Effects effects = new Effects();
  private final TreeMap<Long, Long> timers = new TreeMap<>(); // by CPU: the newest one's number
  private long timerNumbers;
  private long elapseNumber;
  private boolean frozen;

  ServiceHost(Site site, int part, PartLink link) {
    this.link = link;
    this.machine = site.machine();
    this.part = part;
    this.slice = machine.detach(part);
    this.answers = new Answer[machine.cpus()];
  }

  @Override
  public void ask(Ask ask) {
    Answer before = answers[ask.cpu()];
    if (frozen || before != null && ask.number() < before.number()) {
      return;
    }
    if (before == null || ask.number() > before.number()) {
      answers[ask.cpu()] = perform(ask);
    }
    link.send(ask.cpu(), answers[ask.cpu()]);
    carryOut();
  }

  private Answer perform(Ask ask) {
    Request request = ask.request();
    long now = link.nanos();
    long draw = Random.mix(link.site.seed() ^ part, link.count());
    machine.perform(request, now, draw, effects);
    long clock =
        link.record(
            PartEvent.Kind.PERFORM,
            now,
            draw,
            ask.cpu(),
            request.context,
            request.pc,
            request.operation,
            request.target,
            request.a,
            request.result,
            "");
    return new Answer(
        part,
        ask.number(),
        request.result,
        request.text,
        clock,
        now,
        link.texts(ask.cpu(), request.result, request.text));
  }

  private void carryOut() {
    for (int i = 0; i < effects.size(); i++) {
      int a = (int) effects.a(i);
      long b = effects.b(i);
      long c = effects.c(i);
      long d = effects.d(i);
      switch (effects.kind(i)) {
        case Effects.WAKE -> signal(SignalKind.WAKE, a, 0, 0);
        case Effects.DELIVER -> deliver(a, b, c, d);
        case Effects.TIMER -> timer(a, b, c);
        case Effects.UART -> elapseAt(c);
        case Effects.UART_DONE -> signal(SignalKind.UART_DONE, (int) c, b, 0);
        case Effects.END -> link.notice(NoticeKind.ENDED, a, b, 0);
        case Effects.DROPPED -> dropped(a, b, c, d);
        default -> throw new IllegalStateException("no such effect: " + effects.kind(i));
      }
    }
    effects.clear();
    if (part == machine.wiring().interrupts()) {
      machine.interrupts().rules().forEach(this::tellFired);
    }
  }

  /** That an interrupt was lost is told with what was lost; else that a rule has changed one. */
  private void tellFired(InterruptRule rule) {
    long fired = machine.interrupts().fired(rule.id());
    long told = toldFired.getOrDefault(rule.id(), 0L);
    boolean loses = rule.arrivals(0).length == 0;
    if (!loses && fired > told) {
      toldFired.put(rule.id(), fired);
      for (long i = told; i < fired; i++) {
        link.notice(NoticeKind.FIRED, rule.id(), 0, 0);
      }
    }
  }

  private void signal(SignalKind kind, int cpu, long value, long source) {
    link.signal(kind, cpu, value, source, link.tick());
  }

  /** An interrupt goes its way: once, and whether it arrives is up to the network. */
  private void deliver(int cpu, long vector, long nanos, long from) {
    long wall = link.site.clock().wallUntil(link.nanos() + nanos);
    if (wall < SHORT_DELAY) {
      signal(SignalKind.DELIVER, cpu, vector, from);
    } else {
      after(link.nanos() + nanos, () -> signal(SignalKind.DELIVER, cpu, vector, from));
    }
  }

  private void timer(int cpu, long vector, long nanos) {
    long number = ++timerNumbers;
    timers.put((long) cpu, number);
    if (nanos > 0 && nanos < Long.MAX_VALUE - link.nanos()) {
      after(
          link.nanos() + nanos,
          () -> {
            if (timers.get((long) cpu) == number) {
              signal(SignalKind.DELIVER, cpu, vector, cpu);
            }
          });
    }
  }

  private void elapseAt(long nanos) {
    long number = ++elapseNumber;
    after(
        nanos,
        () -> {
          if (number == elapseNumber) {
            elapse();
          }
        });
  }

  private void elapse() {
    if (frozen) {
      return;
    }
    long now = link.nanos();
    record(PartEvent.Kind.ELAPSE, now);
    machine.uart(part - machine.wiring().uart(0)).elapsed(now, effects);
    carryOut();
  }

  /** Does something at an emulated time, or later when time is held. */
  private void after(long nanos, Runnable what) {
    long wall = link.site.clock().wallUntil(nanos);
    long most = 100_000_000;
    link.later(
        Math.min(wall, most),
        () -> {
          if (link.nanos() >= nanos) {
            what.run();
          } else if (!frozen) {
            after(nanos, what);
          }
        });
  }

  private void dropped(int to, long vector, long rule, long from) {
    link.record(
        PartEvent.Kind.DROPPED,
        link.nanos(),
        0,
        to,
        0,
        -1,
        Operation.DROP.ordinal(),
        vector,
        rule,
        from,
        "");
    link.notice(NoticeKind.DROPPED, to, vector << 32 | rule & 0xffffffffL, from);
  }

  private void record(PartEvent.Kind kind, long now) {
    link.record(kind, now, 0, -1, 0, -1, Operation.FAULT.ordinal(), 0, 0, 0, "");
  }

  @Override
  public String order(Order order) {
    switch (order.kind()) {
      case START, RESUME -> {
        link.site.clock().observe(order.b());
        link.site.clock().run();
        begin(order.kind());
      }
      case PAUSE -> link.site.clock().hold();
      case FAULT_BEGINS -> {
        return fault(order.fault().orElseThrow(), true);
      }
      case FAULT_ENDS -> {
        return fault(order.fault().orElseThrow(), false);
      }
      case LOST -> link.lost(order.a());
      default -> throw new IllegalStateException("no order for this part: " + order.kind());
    }
    return "";
  }

  /** What booting has brought on its way arrives from now on. */
  private void begin(LivePart.OrderKind order) {
    if (order == LivePart.OrderKind.START && part == machine.wiring().interrupts()) {
      effects.addAll(machine.atStart());
      carryOut();
    }
  }

  private String fault(Fault fault, boolean begins) {
    boolean port = part >= machine.wiring().uart(0) && machine.wiring().lockOf(part) < 0;
    if (port) {
      elapse();
    }
    long now = link.nanos();
    long draw = Random.mix(link.site.seed() ^ part, link.count());
    if (!fault.strike(machine, part, begins, now, draw, effects)) {
      return "this machine has as many interrupt faults as it can take; withdraw one";
    }
    link.record(
        fault.momentary() ? PartEvent.Kind.PRESS : PartEvent.Kind.FAULT,
        now,
        draw,
        -1,
        0,
        -1,
        Operation.FAULT.ordinal(),
        fault.id(),
        begins ? 1 : 0,
        0,
        Json.of(fault));
    carryOut();
    if (port) {
      elapse();
    }
    return "";
  }

  @Override
  public void go() {}

  @Override
  public void answer(Answer answer) {
    throw new IllegalStateException("only CPUs ask: " + answer);
  }

  @Override
  public void signal(Signal signal) {
    throw new IllegalStateException("only CPUs are told: " + signal);
  }

  @Override
  public int unanswered() {
    return -1;
  }

  @Override
  public String describe() {
    int lock = machine.wiring().lockOf(part);
    if (lock < 0) {
      return "";
    }
    int holder = machine.lock(lock).holder();
    return holder < 0 ? "free" : "held by cpu" + holder;
  }

  @Override
  public PartState freeze() {
    if (!frozen) {
      frozen = true;
      record(PartEvent.Kind.END, link.nanos());
    }
    return machine.export(part, slice);
  }
}
