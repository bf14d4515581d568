package lastwords.engine;

import java.util.Arrays;
import java.util.List;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.BootException;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.Carrier;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Random;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.machine.bus.Timing;
import lastwords.machine.fault.Fault;
import lastwords.outcome.Ending;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;

/**
 * The engine that applies the earliest event first, in emulated time. The cost of an operation
 * varies with the seed; all randomness is a function of seed and step number, so the same seed
 * gives the same run on any host.
 */
public final class Simulator {
  private static final int DELIVER = 0;
  private static final int TIMER = 1;
  private static final int UART = 2;
  private static final int FAULT = 3;
  private static final int RESUME = 4;
  private static final long START_SPREAD = 1_000; // CPUs start within this many ns
  private static final long NEVER = CpuTimes.NEVER;

  private final Setup setup;
  private final Host host;
  private final long seed;
  private final StepSink sink;
  private final Costs costs;
  private final Timing timing;
  private final EventQueue events = new EventQueue();
  private final Effects effects = new Effects();
  private final Carrier carrier = new InTime();
  private final FaultDriver faults;
  private final FaultDriver.LockHolders holders;
  private final int cpus;
  private final CpuTimes times;
  private final RunEnd end;
  private final Event[] steps; // by CPU
  private final Event[] timeouts; // by CPU
  private final long[]
      timerSet; // number of each CPU's latest timer, so that earlier ones are ignored
  private final long[] uartSet; // the same for each serial port
  private final PanicCpu panics = new PanicCpu();
  private long now;
  private long made; // number of steps

  private Simulator(Setup setup, Host host, long seed, StepSink sink) {
    this.setup = setup;
    this.host = host;
    this.seed = seed;
    this.sink = sink;
    this.timing = setup.machine().timing();
    this.costs = new Costs(timing);
    this.cpus = setup.machine().cpus();
    this.times = new CpuTimes(host, cpus);
    this.end = new RunEnd(setup.limits());
    this.steps = new Event[cpus];
    this.timeouts = new Event[cpus];
    Arrays.setAll(steps, Event.Step::new);
    Arrays.setAll(timeouts, Event.Timeout::new);
    this.timerSet = new long[cpus];
    this.uartSet = new long[setup.machine().uarts().size()];
    this.faults = new FaultDriver(setup.image(), setup.faults());
    Machine machine = host.machine();
    this.holders = new FaultDriver.LockHolders(machine.wiring().locks(), machine::lockName);
  }

  /** Runs a setup in this process. */
  public static RunResult run(Setup setup, long seed, StepSink sink) {
    return run(setup, seed, sink, new LocalHost(booted(setup)));
  }

  /** Runs a setup on the parts of a host, whose machine has been booted. */
  public static RunResult run(Setup setup, long seed, StepSink sink, Host host) {
    return new Simulator(setup, host, seed, sink).run();
  }

  /** The setup's machine, booted. A kernel whose initcalls do not return is a user error. */
  public static Machine booted(Setup setup) {
    return booted(setup, 0);
  }

  /**
   * As above, with room for interrupt faults that are added during the run.
   *
   * @param spare how many
   */
  public static Machine booted(Setup setup, int spare) {
    Machine machine = new Machine(setup.image(), setup.machine(), setup.faults(), spare);
    try {
      machine.boot(setup.entries());
    } catch (BootException e) {
      throw new ScenarioException(List.of(e.getMessage()));
    }
    return machine;
  }

  /** As above, if only the machine's final state is of interest. */
  static Ending end(Setup setup, long seed, StepSink sink, Host host) {
    Simulator run = new Simulator(setup, host, seed, sink);
    Ending ending = run.end();
    return ending.with(run.end.counts(setup.faults(), host.machine()));
  }

  private RunResult run() {
    Ending ending = end();
    Machine machine = host.finished();
    return RunResult.of(setup, machine, ending.with(end.counts(setup.faults(), machine)), made);
  }

  private Ending end() {
    start();
    while (!end.reached()) {
      turn();
    }
    return end.ending(now);
  }

  private void start() {
    host.begin();
    effects.addAll(host.machine().atStart());
    effects.carryOut(carrier);
    for (int cpu = 0; cpu < cpus; cpu++) {
      times.ready(cpu, Long.remainderUnsigned(Random.mix(seed, -1L - cpu), START_SPREAD));
      refresh(cpu);
    }
    for (int i = 0; i < setup.faults().size(); i++) {
      Fault fault = setup.faults().get(i);
      if (fault.timed()) {
        events.add(fault.trigger().atNanos(), FAULT, i, 0, 0);
      }
    }
  }

  /** Applies the earliest event. */
  private void turn() {
    int cpu = times.first();
    long next = times.next(cpu);
    boolean event = events.time() <= next;
    long time = event ? events.time() : next;
    if (time != NEVER && (event ? events.kind() == TIMER : !times.steps(cpu))) {
      end.waits(time - now);
    }
    if (end.over(time, now, made, host.machine())) {
      return;
    }
    now = time;
    if (event) {
      happen();
    } else if (times.steps(cpu)) {
      step(cpu);
    } else {
      host.apply(timeouts[cpu], now, 0, effects);
      times.ready(cpu, now);
      refresh(cpu);
    }
  }

  private void step(int cpu) {
    long draw = Random.mix(seed, made);
    host.apply(steps[cpu], now, draw, effects);
    LastStep step = host.last(cpu);
    long cost = costs.of(step.lastOperation()) + step.lastInstructions() * timing.instruction();
    times.ready(cpu, now + Random.cost(Math.max(1, cost), timing, draw));
    if (sink != StepSink.NONE) {
      sink.step(step.record(made, now, cpu));
    }
    made++;
    if (step.lastOperation() == Operation.NOTE) {
      note(step.lastTarget(), cpu);
    }
    if (!effects.isEmpty()) {
      effects.carryOut(carrier);
    }
    if (!faults.isEmpty()) {
      holders.take(cpu, step);
      placeFaults(cpu, step, draw);
    }
    refresh(cpu);
  }

  private void note(long builtin, int cpu) {
    int before = panics.number();
    panics.note(builtin, cpu);
    if (panics.number() != before) {
      end.unstuck();
    } else if (builtin == Builtin.FINAL_LOOP.ordinal() && !end.settles()) {
      end.settle(now + setup.limits().settleNanos());
    }
  }

  /** Recomputes when the CPU acts next, after a change. */
  private void refresh(int cpu) {
    times.refresh(cpu);
    if (cpu == panics.number()) {
      end.stuck(times.stuck(cpu), now);
    }
  }

  /** Queues an event's effects on other parts, or applies them at once. */
  private final class InTime implements Carrier {
    @Override
    public void wake(int cpu) {
      host.apply(new Event.Wake(cpu), now, 0, effects);
      long phase = Long.remainderUnsigned(Random.mix(seed, ~made), Math.max(1, timing.spin()));
      times.notBefore(cpu, now + 1 + phase); // it is at some point of its loop's iteration
      refresh(cpu);
    }

    @Override
    public void deliver(int cpu, int vector, long nanos, int from) {
      events.add(now + nanos, DELIVER, cpu, vector, from);
    }

    /** A negative time, taken as unsigned, is far beyond the end of any run. */
    @Override
    public void timer(int cpu, int vector, long nanos) {
      timerSet[cpu]++;
      if (nanos > 0 && nanos < NEVER - now) {
        events.add(now + nanos, TIMER, cpu, vector, timerSet[cpu]);
      }
    }

    @Override
    public void uartNews(int port, long nanos) {
      events.add(Math.max(now, nanos), UART, port, ++uartSet[port], 0);
    }

    @Override
    public void uartDone(int cpu, long characters) {
      host.apply(new Event.UartDone(cpu, characters), now, 0, effects);
      times.notBefore(cpu, now);
      refresh(cpu);
    }

    @Override
    public void end(int how, int cpu) {
      end.firmware();
    }

    @Override
    public void dropped(int cpu, int vector, int fault, int from) {
      record(Operation.DROP, cpu, vector, fault, from);
      String sender = from < 0 ? "" : " from cpu" + from;
      String what = "interrupt " + vector + sender + " to cpu" + cpu;
      end.note("fault " + fault + ": " + what + " was lost at " + now + " ns");
    }
  }

  private void happen() {
    int kind = events.kind();
    int a = (int) events.a();
    long b = events.b();
    long c = events.c();
    events.remove();
    switch (kind) {
      case DELIVER -> deliver(new Event.Deliver(a, (int) b, (int) c));
      case TIMER -> {
        if (timerSet[a] == c) {
          deliver(new Event.Deliver(a, (int) b, a));
        }
      }
      case UART -> {
        if (uartSet[a] == b) {
          host.apply(new Event.UartNews(a), now, 0, effects);
          effects.carryOut(carrier);
        }
      }
      case FAULT -> begin(setup.faults().get(a));
      case RESUME -> resume(setup.faults().get(a));
      default -> throw new IllegalStateException("no such event: " + kind);
    }
  }

  private void deliver(Event.Deliver event) {
    boolean noticed = host.apply(event, now, 0, effects);
    if (sink != StepSink.NONE) {
      sink.step(event.record(noticed, made, now));
    }
    made++;
    if (host.runnable(event.cpu())) {
      times.notBefore(event.cpu(), now);
    }
    refresh(event.cpu());
  }

  private void placeFaults(int cpu, LastStep step, long draw) {
    for (int i = 0; i < faults.size(); i++) {
      if (faults.fires(i, cpu, step, holders, now, draw)) {
        begin(faults.fault(i));
      }
    }
  }

  private void begin(Fault fault) {
    end.began(fault);
    strike(fault, true);
    end.note(FaultDriver.describe(fault) + " at " + now + " ns");
    record(fault.operation(true), fault.cpu().orElse(-1), fault.id(), 0, 0);
    if (fault.nanos().isPresent()) {
      long over = now + fault.nanos().getAsLong();
      events.add(over, RESUME, setup.faults().indexOf(fault), 0, 0);
    }
    struck();
  }

  private void resume(Fault fault) {
    int cpu = fault.cpu().orElseThrow();
    strike(fault, false);
    record(fault.operation(false), cpu, fault.id(), 0, 0);
    times.notBefore(cpu, now);
    struck();
  }

  private void strike(Fault fault, boolean begins) {
    long draw = Random.mix(seed, fault.id());
    for (int part : fault.parts(host.machine().wiring())) {
      host.apply(new Event.FaultStrikes(fault, part, begins), now, draw, effects);
    }
  }

  private void struck() {
    effects.carryOut(carrier);
    for (int cpu = 0; cpu < cpus; cpu++) {
      refresh(cpu);
    }
  }

  private void record(Operation operation, int cpu, long target, long argument, long result) {
    if (sink != StepSink.NONE) {
      sink.step(StepRecord.of(made, now, cpu, operation, target, argument, result));
    }
    made++;
  }
}
