package lastwords.cluster.live;

import java.util.Map;
import java.util.TreeMap;
import lastwords.cluster.live.LivePart.Answer;
import lastwords.cluster.live.LivePart.Ask;
import lastwords.cluster.live.LivePart.LocalRequest;
import lastwords.cluster.live.LivePart.Order;
import lastwords.cluster.live.LivePart.Signal;
import lastwords.cluster.live.MachineProtocol.NoticeKind;
import lastwords.engine.recording.RecordedEvent;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.PartState;
import lastwords.machine.bus.Carrier;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.InterruptRule;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Random;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.fault.Fault;
import lastwords.trace.PartEvent;

/**
 * Runs any part but a CPU: performs requests one at a time, each once even if it arrives
 * repeatedly, and sends the effects to the parts concerned.
 */
final class ServiceHost implements LivePart.Host {
  private static final int NO_CPU = -1;
  private static final long SHORT_DELAY = 500_000; // wall ns: too short for a timer

  private final Map<Integer, Long> toldFired = new TreeMap<>(); // how often, by rule
  private final PartLink link;
  private final Machine machine;
  private final int part;
  private final long[] slice;
  private final Answer[] answers; // by CPU: the newest
  private final Effects effects = new Effects();
  private final Carrier carrier = new Messages();
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

  @Override
  public void localRequest(LocalRequest asked) {
    if (frozen || asked.withdrawn) {
      return;
    }
    long draw = draw();
    asked.nanos = link.nanos();
    machine.perform(asked.request, asked.nanos, draw, effects);
    asked.performed = true;
    link.record(asked, draw);
    link.send(asked.request.cpu, asked);
    carryOut();
  }

  private long draw() {
    return Random.mix(link.site.seed() ^ part, link.count());
  }

  private Answer perform(Ask ask) {
    Request request = ask.request();
    long now = link.nanos();
    long draw = draw();
    machine.perform(request, now, draw, effects);
    StepRecord step =
        new StepRecord(
            link.count(),
            now,
            ask.cpu(),
            request.context,
            request.pc,
            Operation.of(request.operation),
            request.target,
            request.a,
            request.result);
    long clock = link.record(PartEvent.Kind.PERFORM, draw, step, "");
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
    effects.carryOut(carrier);
    if (part == machine.wiring().interrupts()) {
      machine.interrupts().rules().forEach(this::tellFired);
    }
  }

  /**
   * Reports rules that have changed interrupts; a lost interrupt is reported where it is dropped.
   */
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

  /** Sends the effects of an operation to the parts concerned. */
  private final class Messages implements Carrier {
    @Override
    public void wake(int cpu) {
      link.signal(new Event.Wake(cpu), true);
    }

    /** Sends an interrupt once; whether it arrives is up to the network. */
    @Override
    public void deliver(int cpu, int vector, long nanos, int from) {
      Event event = new Event.Deliver(cpu, vector, from);
      long wall = link.site.clock().wallUntil(link.nanos() + nanos);
      if (wall < SHORT_DELAY) {
        link.signal(event, false);
      } else {
        after(link.nanos() + nanos, () -> link.signal(event, false));
      }
    }

    @Override
    public void timer(int cpu, int vector, long nanos) {
      long number = ++timerNumbers;
      timers.put((long) cpu, number);
      if (nanos > 0 && nanos < Long.MAX_VALUE - link.nanos()) {
        after(link.nanos() + nanos, () -> ring(cpu, vector, number));
      }
    }

    private void ring(int cpu, int vector, long number) {
      if (timers.get((long) cpu) == number) {
        link.signal(new Event.Deliver(cpu, vector, cpu), false);
      }
    }

    @Override
    public void uartNews(int port, long nanos) {
      elapseAt(nanos);
    }

    @Override
    public void uartDone(int cpu, long characters) {
      link.signal(new Event.UartDone(cpu, characters), true);
    }

    @Override
    public void end(int how, int cpu) {
      link.notice(NoticeKind.ENDED, how, cpu, 0);
    }

    @Override
    public void dropped(int cpu, int vector, int fault, int from) {
      long now = link.nanos();
      StepRecord step = StepRecord.of(link.count(), now, cpu, Operation.DROP, vector, fault, from);
      link.record(PartEvent.Kind.DROPPED, 0, step, "");
      link.notice(NoticeKind.DROPPED, cpu, (long) vector << 32 | fault & 0xffffffffL, from);
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
    apply(new Event.UartNews(part - machine.wiring().uart(0)), 0);
  }

  private boolean apply(Event event, long draw) {
    boolean noticed = machine.apply(event, link.nanos(), draw, effects);
    if (noticed) {
      link.record(RecordedEvent.of(event, true), draw, NO_CPU);
      carryOut();
    }
    return noticed;
  }

  /** Runs something at an emulated time, or later if time is held. */
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

  /** Delivers what was in flight when booting ended. */
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
    long draw = draw();
    if (!apply(new Event.FaultStrikes(fault, part, begins), draw)) {
      return "this machine has the maximum number of interrupt faults; withdraw one";
    }
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
      StepRecord step = StepRecord.of(link.count(), link.nanos(), NO_CPU, Operation.END, 0, 0, 0);
      link.record(PartEvent.Kind.END, 0, step, "");
    }
    return machine.export(part, slice);
  }
}
