package lastwords.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.BootException;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Random;
import lastwords.machine.bus.StepSink;
import lastwords.machine.bus.Timing;
import lastwords.machine.fault.Fault;
import lastwords.scenario.Limits;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.verdict.Ending;
import lastwords.verdict.Ending.Cause;
import lastwords.verdict.FaultCount;

/**
 * The engine that lets the earliest event happen first, in emulated time. What an operation costs
 * varies with the seed; all randomness is a function of seed and step number, so the same seed
 * gives the same run on any host.
 */
public final class Simulator {
  private static final int DELIVER = 0;
  private static final int TIMER = 1;
  private static final int UART = 2;
  private static final int FAULT = 3;
  private static final int RESUME = 4;
  private static final long START_SPREAD = 1_000; // CPUs begin within so many ns
  private static final int CHECK_PERIOD = 1 << 4; // steps between two looks at what grows slowly
  private static final long TEXT_LIMIT = 200_000_000; // characters that a run may bring forth
  private static final long WAIT_NANOS = 50_000; // what a wait for time counts as, at most
  private static final long NEVER = Long.MAX_VALUE;

  private final Setup setup;
  private final Host host;
  private final long seed;
  private final StepSink sink;
  private final Limits limits;
  private final Costs costs;
  private final Timing timing;
  private final EventQueue events = new EventQueue();
  private final Effects effects = new Effects();
  private final StepReport report = new StepReport();
  private final FaultDriver faults;
  private final FaultDriver.LockHolders holders;
  private final List<String> notes = new ArrayList<>();
  private final Map<Integer, Long> began = new TreeMap<>(); // how often, by fault
  private final int cpus;
  private final long[] ready; // when the CPU has done its last step
  private final long[] next; // when it acts next: a step, or the end of its wait
  private final boolean[] acts; // is that a step?
  private final long[] timerSet; // number of each CPU's newest timer, so that older ones do nothing
  private final long[] uartSet; // the same for each serial port
  private long now;
  private long waited; // ns that were nothing but the end of a wait, and do not count as run
  private long steps;
  private final PanicCpu panics = new PanicCpu();
  private long stuckSince = NEVER;
  private long settleAt = NEVER;
  private Cause cause;

  private Simulator(Setup setup, Host host, long seed, StepSink sink) {
    this.setup = setup;
    this.host = host;
    this.seed = seed;
    this.sink = sink;
    this.limits = setup.limits();
    this.timing = setup.machine().timing();
    this.costs = new Costs(timing);
    this.cpus = setup.machine().cpus();
    this.ready = new long[cpus];
    this.next = new long[cpus];
    this.acts = new boolean[cpus];
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

  /** The setup's machine, booted. A kernel whose initcalls do not return is wrong input. */
  public static Machine booted(Setup setup) {
    return booted(setup, 0);
  }

  /**
   * The same with room for interrupt faults that come while it runs.
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

  /** The same, when only the state is of interest that the machine is in at the end. */
  static Ending end(Setup setup, long seed, StepSink sink, Host host) {
    Simulator run = new Simulator(setup, host, seed, sink);
    Ending ending = run.end();
    return ending.with(run.counted(host.machine()));
  }

  private RunResult run() {
    Ending ending = end();
    Machine machine = host.finished();
    return RunResult.of(setup, machine, ending.with(counted(machine)), steps);
  }

  private List<FaultCount> counted(Machine machine) {
    List<FaultCount> counts = new ArrayList<>();
    for (Fault fault : setup.faults()) {
      long times =
          fault.rule().isPresent()
              ? machine.interrupts().fired(fault.id())
              : began.getOrDefault(fault.id(), 0L);
      counts.add(new FaultCount(fault.id(), FaultDescription.of(fault), times));
    }
    return counts;
  }

  private Ending end() {
    start();
    while (cause == null) {
      turn();
    }
    return new Ending(cause, now, notes);
  }

  private void start() {
    host.begin();
    effects.addAll(host.machine().atStart());
    carryOut();
    for (int cpu = 0; cpu < cpus; cpu++) {
      ready[cpu] = Long.remainderUnsigned(Random.mix(seed, -1L - cpu), START_SPREAD);
      refresh(cpu);
    }
    for (int i = 0; i < setup.faults().size(); i++) {
      Fault fault = setup.faults().get(i);
      if (fault.timed()) {
        events.add(fault.trigger().atNanos(), FAULT, i, 0, 0);
      }
    }
  }

  /** Lets the earliest thing happen. */
  private void turn() {
    int cpu = 0;
    long time = next[0];
    for (int i = 1; i < cpus; i++) {
      if (next[i] < time) {
        time = next[i];
        cpu = i;
      }
    }
    boolean event = events.time() <= time;
    time = event ? events.time() : time;
    if (time != NEVER && (event ? events.kind() == TIMER : !acts[cpu])) {
      waited += Math.max(0, time - now - WAIT_NANOS);
    }
    if (over(time)) {
      return;
    }
    now = time;
    if (event) {
      happen();
    } else if (acts[cpu]) {
      step(cpu);
    } else {
      host.timeout(cpu);
      ready[cpu] = now;
      refresh(cpu);
    }
  }

  private boolean over(long time) {
    if (time == NEVER) {
      cause = settleAt == NEVER ? Cause.QUIESCENT : Cause.SETTLED;
    } else if (time > settleAt) {
      cause = Cause.SETTLED;
    } else if (stuckSince != NEVER && time - stuckSince > limits.hangNanos()) {
      cause = Cause.STUCK;
    } else if (time - waited > limits.runNanos() || steps >= limits.steps()) {
      cause = Cause.LIMIT;
      notes.add(
          time - waited > limits.runNanos()
              ? "the run was given up after "
                  + limits.runNanos() / 1_000_000
                  + " ms of emulated time, beside plain waits (limits.run)"
              : "the run was given up after " + limits.steps() + " steps (limits.steps)");
    } else if ((steps & (CHECK_PERIOD - 1)) == 0) {
      check();
    }
    return cause != null;
  }

  /** What is looked at only now and then. */
  private void check() {
    if (Thread.currentThread().isInterrupted()) {
      cause = Cause.INTERRUPTED;
      notes.add("the run was interrupted at " + now + " ns");
    } else if (host.machine().texts().characters() > TEXT_LIMIT) {
      cause = Cause.LIMIT;
      notes.add(
          "the run was given up after " + TEXT_LIMIT + " characters of text, at " + now + " ns");
    }
  }

  private void step(int cpu) {
    long draw = Random.mix(seed, steps);
    host.step(cpu, now, draw, report, effects);
    long cost = costs.of(report.operation) + report.instructions * timing.instruction();
    ready[cpu] = now + Random.cost(Math.max(1, cost), timing, draw);
    if (sink != StepSink.NONE) {
      sink.step(
          steps,
          now,
          cpu,
          report.context,
          report.pc,
          report.operation,
          report.target,
          report.argument,
          report.result);
    }
    steps++;
    if (report.operation == NOTE) {
      note(cpu);
    }
    if (!effects.isEmpty()) {
      carryOut();
    }
    if (!faults.isEmpty()) {
      holders.take(cpu, report);
      placeFaults(cpu, draw);
    }
    refresh(cpu);
  }

  private static final int NOTE = Operation.NOTE.ordinal();

  private void note(int cpu) {
    int before = panics.number();
    panics.note(report.target, cpu);
    if (panics.number() != before) {
      stuckSince = NEVER;
    } else if (report.target == Builtin.FINAL_LOOP.ordinal() && settleAt == NEVER) {
      settleAt = now + limits.settleNanos();
    }
  }

  /** When the CPU acts next, after something about it has changed. */
  private void refresh(int cpu) {
    acts[cpu] = host.runnable(cpu);
    if (acts[cpu]) {
      next[cpu] = ready[cpu];
    } else {
      long deadline = host.deadline(cpu);
      next[cpu] = deadline == NEVER ? NEVER : Math.max(deadline, ready[cpu]);
    }
    if (cpu == panics.number()) {
      boolean stuck = next[cpu] == NEVER && host.stuck(cpu);
      stuckSince = stuck ? Math.min(stuckSince, now) : NEVER;
    }
  }

  private void carryOut() {
    for (int i = 0; i < effects.size(); i++) {
      int a = (int) effects.a(i);
      switch (effects.kind(i)) {
        case Effects.WAKE -> wake(a);
        case Effects.DELIVER ->
            events.add(now + effects.c(i), DELIVER, a, effects.b(i), effects.d(i));
        case Effects.TIMER -> timer(a, effects.b(i), effects.c(i));
        case Effects.UART -> events.add(Math.max(now, effects.c(i)), UART, a, ++uartSet[a], 0);
        case Effects.UART_DONE -> uartDone((int) effects.c(i), effects.b(i));
        case Effects.END -> cause = Cause.FIRMWARE;
        case Effects.DROPPED -> dropped(a, effects.b(i), effects.c(i), effects.d(i));
        default -> throw new IllegalStateException("no such effect: " + effects.kind(i));
      }
    }
    effects.clear();
  }

  private void wake(int cpu) {
    host.wake(cpu);
    long phase = Long.remainderUnsigned(Random.mix(seed, ~steps), Math.max(1, timing.spin()));
    ready[cpu] = Math.max(ready[cpu], now + 1 + phase); // it is somewhere in a turn of its loop
    refresh(cpu);
  }

  private void timer(int cpu, long vector, long nanos) {
    timerSet[cpu]++;
    boolean comes =
        nanos > 0
            && nanos < NEVER - now; // as an unsigned number: a negative one is far beyond any run
    if (comes) {
      events.add(now + nanos, TIMER, cpu, vector, timerSet[cpu]);
    }
  }

  private void uartDone(int cpu, long characters) {
    host.uartDone(cpu, characters);
    ready[cpu] = Math.max(ready[cpu], now);
    refresh(cpu);
  }

  private void dropped(int to, long vector, long rule, long from) {
    record(Operation.DROP, to, vector, rule, from);
    String sender = from < 0 ? "" : " from cpu" + from;
    notes.add(
        "fault "
            + rule
            + ": interrupt "
            + vector
            + sender
            + " to cpu"
            + to
            + " was lost at "
            + now
            + " ns");
  }

  private void happen() {
    int kind = events.kind();
    int a = (int) events.a();
    long b = events.b();
    long c = events.c();
    events.remove();
    switch (kind) {
      case DELIVER -> deliver(a, (int) b, c);
      case TIMER -> {
        if (timerSet[a] == c) {
          deliver(a, (int) b, a);
        }
      }
      case UART -> {
        if (uartSet[a] == b) {
          host.uartElapsed(a, now, effects);
          carryOut();
        }
      }
      case FAULT -> begin(setup.faults().get(a));
      default -> resume(setup.faults().get(a));
    }
  }

  private void deliver(int cpu, int vector, long from) {
    record(host.deliver(cpu, vector) ? Operation.DELIVER : Operation.DROP, cpu, vector, from, 0);
    if (host.runnable(cpu)) {
      ready[cpu] = Math.max(ready[cpu], now);
    }
    refresh(cpu);
  }

  private void placeFaults(int cpu, long draw) {
    for (int i = 0; i < faults.size(); i++) {
      if (faults.fires(i, cpu, report, holders, now, draw)) {
        begin(faults.fault(i));
      }
    }
  }

  private void begin(Fault fault) {
    began.merge(fault.id(), 1L, Long::sum);
    host.fault(fault, true, now, Random.mix(seed, fault.id()), effects);
    notes.add(FaultDriver.describe(fault) + " at " + now + " ns");
    record(fault.operation(true), fault.cpu().orElse(-1), fault.id(), 0, 0);
    if (fault.nanos().isPresent()) {
      long end = now + fault.nanos().getAsLong();
      events.add(end, RESUME, setup.faults().indexOf(fault), 0, 0);
    }
    carryOut();
    refreshAll();
  }

  private void resume(Fault fault) {
    int cpu = fault.cpu().orElseThrow();
    host.fault(fault, false, now, 0, effects);
    record(fault.operation(false), cpu, fault.id(), 0, 0);
    ready[cpu] = Math.max(ready[cpu], now);
    carryOut();
    refreshAll();
  }

  private void refreshAll() {
    for (int cpu = 0; cpu < cpus; cpu++) {
      refresh(cpu);
    }
  }

  private void record(Operation operation, int cpu, long target, long argument, long result) {
    if (sink != StepSink.NONE) {
      sink.step(steps, now, cpu, 0, -1, operation.ordinal(), target, argument, result);
    }
    steps++;
  }
}
