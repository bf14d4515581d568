package lastwords.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.Carrier;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.machine.fault.Fault;

/**
 * Makes actions happen in a machine without a clock, whose time is always 0: the events that an
 * action stands for, and what is in flight afterwards.
 */
final class Taking {
  private static final long NEVER = Long.MAX_VALUE;
  private static final int UNKNOWN = -1; // sender of an interrupt in flight
  private static final int SECTION = 10_000; // operations per section

  private final Machine machine;
  private final InFlight inFlight;
  private final PlannedFaults planned;
  private final PlannedFaults.Steps places;
  private final Firings firings;
  private final Touched touched;
  private final StepSink sink;
  private final Effects effects = new Effects();
  private final Carrier carrier = new OnItsWay();
  private final List<Fault> beginning = new ArrayList<>();
  private final SpinAhead spin;
  private final Event[] wakes; // by CPU
  private long steps;
  private boolean random; // did the last step draw a random number?
  private boolean happened; // did the last action change anything?
  private boolean flew; // did it change what is in flight?

  Taking(
      Machine machine,
      InFlight inFlight,
      PlannedFaults planned,
      Firings firings,
      Touched touched,
      StepSink sink) {
    this.machine = machine;
    this.inFlight = inFlight;
    this.planned = planned;
    this.places = planned.new Steps();
    this.firings = firings;
    this.touched = touched;
    this.sink = sink;
    this.spin = new SpinAhead(machine, touched, effects);
    this.wakes = new Event[machine.cpus()];
    Arrays.setAll(wakes, Event.Wake::new);
  }

  private long[] state() {
    return machine.state();
  }

  /** What booting has set going. */
  void start() {
    effects.addAll(machine.atStart());
    effects.carryOut(carrier);
  }

  /** Number of steps. */
  long steps() {
    return steps;
  }

  /** Could the last step have drawn another random number? */
  boolean drew() {
    return random;
  }

  /** Did the last action change what is in flight? */
  boolean flew() {
    return flew;
  }

  /** Makes an action happen; false if it is a section that cannot begin yet. */
  boolean take(int action) {
    random = false;
    happened = true;
    flew = false;
    int cpu = Action.cpu(action);
    int number = Action.number(action);
    switch (Action.kind(action)) {
      case STEP -> step(machine.cpu(cpu), number);
      case DELIVER -> arrive(cpu, number);
      case SEND -> send(cpu, number);
      case TIMEOUT -> machine.apply(new Event.Timeout(cpu), 0, 0, effects);
      case TIMER -> ring(cpu);
      case STALL -> stall(cpu);
      case DROP -> drop(cpu, number);
      case FAULT -> come(cpu, number);
      case RESUME -> resume(cpu, number);
    }
    effects.carryOut(carrier);
    return happened;
  }

  private void fly() {
    flew = true;
    touched.inFlight();
  }

  // ---- what reaches a CPU ----

  private void arrive(int cpu, int vector) {
    fly();
    inFlight.arrive(state(), cpu, vector);
    deliver(cpu, vector);
  }

  private void ring(int cpu) {
    fly();
    int vector = inFlight.timer(state(), cpu);
    inFlight.setTimer(state(), cpu, -1);
    deliver(cpu, vector);
  }

  private void deliver(int cpu, int vector) {
    Event.Deliver event = new Event.Deliver(cpu, vector, UNKNOWN);
    boolean noticed = machine.apply(event, 0, 0, effects);
    if (sink != StepSink.NONE) {
      sink.step(event.record(noticed, steps, 0));
    }
    steps++;
  }

  private void send(int cpu, int port) {
    touched.part(machine.wiring().uart(port));
    machine.apply(new Event.UartSends(port, cpu), 0, 0, effects);
  }

  // ---- faults ----

  private void stall(int cpu) {
    inFlight.countStall(state());
    firings.stalled();
    strike(StallCpu.forGood(0, cpu, 0), true);
    record(Operation.STALL, cpu, 0, 0, 0);
  }

  private void drop(int cpu, int vector) {
    fly();
    inFlight.countDrop(state());
    firings.dropped();
    inFlight.arrive(state(), cpu, vector);
    record(Operation.DROP, cpu, vector, 0, 0);
  }

  private void come(int cpu, int id) {
    fly();
    if (planned.comes(state(), id)) {
      Fault fault = planned.fault(id);
      begin(fault);
      record(fault.operation(true), cpu, id, 0, 0);
    }
  }

  private void resume(int cpu, int id) {
    Fault fault = planned.fault(id);
    strike(fault, false);
    planned.ended(state(), id);
    record(fault.operation(false), cpu, id, 0, 0);
  }

  /** A fault of the scenario begins. */
  void begin(Fault fault) {
    firings.began(fault);
    strike(fault, true);
    planned.began(state(), fault);
    effects.carryOut(carrier);
  }

  private void strike(Fault fault, boolean begins) {
    fly();
    for (int part : fault.parts(machine.wiring())) {
      concern(part);
      machine.apply(new Event.FaultStrikes(fault, part, begins), 0, 0, effects);
    }
  }

  /** A fault is about to change this part, and the port that a CPU sends to. */
  private void concern(int part) {
    if (part < machine.cpus()) {
      touched.cpu(part);
      int port = machine.cpu(part).awaited().uart();
      touched.part(port >= 0 ? machine.wiring().uart(port) : part);
    }
    touched.part(part);
  }

  /** A CPU has taken a step, which may have led it to a place where a fault begins. */
  private void places(Cpu cpu, int result) {
    if (!planned.watches(cpu.number())) {
      return;
    }
    fly();
    for (int lock : planned.locks(cpu.number())) {
      touched.part(machine.wiring().lock(lock));
    }
    places.made(machine, cpu, result == 1, beginning);
    random |= places.chance();
    for (Fault fault : beginning) {
      begin(fault);
      record(fault.operation(true), cpu.number(), fault.id(), 0, 0);
    }
    beginning.clear();
  }

  // ---- steps ----

  /** As {@link Event.Step}, with recording and looking ahead. */
  private void step(Cpu cpu, int result) {
    half(cpu, result);
    for (int i = 0; i < SECTION && cpu.inSection(); i++) {
      half(cpu, result);
    }
    happened = !cpu.hasToRetry();
    if (happened) {
      places(cpu, result);
    }
    while (cpu.mode() == CpuMode.PARKING && !cpu.stalled() && cpu.step(0)) {
      perform(cpu, 0);
      record(cpu);
      places(cpu, result);
    }
    boolean seen = planned.watches(cpu.number()); // may another iteration begin a fault?
    if (!seen && cpu.awaited().spinning() && cpu.last().lastOperation() == Operation.SPIN) {
      spin.turn(cpu);
    }
  }

  private void half(Cpu cpu, int result) {
    if (cpu.step(0)) {
      perform(cpu, result);
    }
    record(cpu);
  }

  private void perform(Cpu cpu, int result) {
    Request request = cpu.request();
    boolean draws = random(request);
    random |= draws;
    long draw = draws && result == 1 ? request.a - 1 << 1 : 0;
    touched.part(request.part);
    machine.perform(request, 0, draw, effects);
    cpu.complete(0);
    effects.carryOut(carrier);
  }

  private static boolean random(Request request) {
    boolean firmware = request.operation == Operation.FIRMWARE.ordinal();
    return firmware && request.builtin == Builtin.RANDOM.ordinal() && request.a > 1;
  }

  // ---- the trace ----

  private void record(Cpu cpu) {
    if (sink != StepSink.NONE) {
      sink.step(cpu.last().record(steps, 0, cpu.number()));
    }
    steps++;
  }

  private void record(Operation operation, int cpu, long target, long argument, long result) {
    if (sink != StepSink.NONE) {
      sink.step(StepRecord.of(steps, 0, cpu, operation, target, argument, result));
    }
    steps++;
  }

  // ---- its effects on others ----

  /** Interrupts and timers are in flight until an action lets them arrive. */
  private final class OnItsWay implements Carrier {
    @Override
    public void wake(int cpu) {
      touched.cpu(cpu);
      machine.apply(wakes[cpu], 0, 0, effects);
    }

    @Override
    public void deliver(int cpu, int vector, long nanos, int from) {
      fly();
      inFlight.send(state(), cpu, vector);
    }

    @Override
    public void timer(int cpu, int vector, long nanos) {
      fly();
      inFlight.setTimer(state(), cpu, nanos > 0 && nanos < NEVER ? vector : -1);
    }

    @Override
    public void uartNews(int port, long nanos) {
      // its state shows whether it sends
    }

    @Override
    public void uartDone(int cpu, long characters) {
      touched.cpu(cpu);
      machine.apply(new Event.UartDone(cpu, characters), 0, 0, effects);
    }

    @Override
    public void end(int how, int cpu) {
      // the firmware's state shows it
    }

    @Override
    public void dropped(int cpu, int vector, int fault, int from) {
      record(Operation.DROP, cpu, vector, fault, from);
    }
  }
}
