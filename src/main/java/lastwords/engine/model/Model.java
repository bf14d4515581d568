package lastwords.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import lastwords.engine.LocalHost;
import lastwords.engine.Simulator;
import lastwords.engine.model.Choice.Kind;
import lastwords.engine.store.Ints;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Footprint;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.StepSink;
import lastwords.machine.cpu.Changes;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.Liveness;
import lastwords.machine.fault.Fault;
import lastwords.machine.fault.StallCpu;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;

/**
 * A machine and what is on its way in it, without a clock: what can happen next (see {@link
 * Prospects}), and letting it happen. It is always time 0 for the machine; what waits for a time
 * waits for {@link Kind#TIMEOUT} or {@link Kind#TIMER}.
 */
public final class Model {
  private static final long NEVER = Long.MAX_VALUE;
  private static final int SECTION = 10_000; // operations of one
  private static final int TURN = 64; // steps of a loop's turn, at most, that are looked ahead

  private final Machine machine;
  private final LocalHost host;
  private final InFlight flight;
  private final PlannedFaults planned;
  private final PlannedFaults.Steps places;
  private final List<Fault> beginning = new ArrayList<>();
  private final Budget budget;
  private final IntPredicate endless;
  private final EnabledActions prospects;
  private final Liveness liveness;
  private final boolean reports;
  private final StepSink sink;
  private final Firings firings;
  private final Footprint footprint;
  private final Touched touched;
  private final long[] saved;
  private final Effects effects = new Effects();
  private long steps;
  private boolean random; // did the last step draw a number?
  private boolean happened; // did the last choice change anything?
  private boolean flew; // did it change what is on its way?

  /**
   * @param budget faults that may come at any moment
   * @param reduced whether what cannot matter is kept out of the states
   * @param reports whether states keep what only reports look at, so that fewer of them are equal
   * @param sink takes each step
   */
  public Model(Setup setup, Budget budget, boolean reduced, boolean reports, StepSink sink) {
    this(setup, Simulator.booted(setup), budget, reduced, reports, sink);
    flight.begin(machine, budget);
    effects.addAll(machine.atStart());
    carryOut();
    planned.begin(machine, flight.more());
    setup.faults().stream().filter(StartFaults::begins).forEach(this::begin);
    firings.started();
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      machine.cpu(cpu).runIn(liveness);
    }
    machine.forget(!reports, liveness);
  }

  private Model(
      Setup setup,
      Machine machine,
      Budget budget,
      boolean reduced,
      boolean reports,
      StepSink sink) {
    this(machine, new PlannedFaults(setup, machine), setup, budget, reduced, reports, sink);
  }

  private Model(
      Machine machine,
      PlannedFaults planned,
      Setup setup,
      Budget budget,
      boolean reduced,
      boolean reports,
      StepSink sink) {
    this(
        machine,
        new InFlight(setup.image(), setup.machine().cpus(), planned.words()),
        planned,
        budget,
        new EndlessLoops(setup.image())::at,
        reduced ? new Liveness(setup.image(), setup.machine().cpus()) : Liveness.NONE,
        reports,
        new Firings(setup.faults(), machine),
        sink);
  }

  private Model(
      Machine machine,
      InFlight flight,
      PlannedFaults planned,
      Budget budget,
      IntPredicate endless,
      Liveness liveness,
      boolean reports,
      Firings firings,
      StepSink sink) {
    this.firings = firings;
    this.machine = machine;
    this.host = new LocalHost(machine);
    this.flight = flight;
    this.planned = planned;
    this.places = planned.new Steps();
    this.budget = budget;
    this.endless = endless;
    this.prospects = new EnabledActions(machine, flight, planned, budget, endless);
    this.liveness = liveness;
    this.reports = reports;
    this.sink = sink;
    this.footprint = new Footprint(!reports);
    this.touched = new Touched(machine, footprint);
    machine.leave(footprint);
    this.saved = new long[machine.cpu(0).words()];
    machine.trySections();
  }

  /** Another model in the same state, for another thread. */
  public Model twin() {
    Machine other = machine.twin();
    Firings own = firings.twin(other);
    return new Model(
        other, flight, planned, budget, endless, liveness, reports, own, StepSink.NONE);
  }

  private void begin(Fault fault) {
    firings.began(fault);
    strike(fault, true);
    planned.began(state(), fault);
    carryOut();
  }

  private void strike(Fault fault, boolean begins) {
    concern(fault);
    host.fault(fault, begins, 0, 0, effects);
    fly();
  }

  /** A fault is about to change these parts. */
  private void concern(Fault fault) {
    for (int part : fault.parts(machine.wiring())) {
      if (part < machine.cpus()) {
        touched.cpu(part);
        int port = machine.cpu(part).awaitedUart();
        touched.part(port >= 0 ? machine.wiring().uart(port) : part);
      }
      touched.part(part);
    }
    touched.part(machine.wiring().interrupts());
  }

  public InFlight flight() {
    return flight;
  }

  public Machine machine() {
    return machine;
  }

  /** Which faults have fired in what this model has made. */
  public Firings firings() {
    return firings;
  }

  /** What the last choice has looked at or changed. */
  public Footprint footprint() {
    return footprint;
  }

  public long steps() {
    return steps;
  }

  /**
   * The machine's state, and what is on its way, in one array. Who writes to it must write a whole
   * state.
   */
  public long[] state() {
    return machine.state();
  }

  /** Words of a state. */
  public int words() {
    return state().length;
  }

  public void save(long[] copy) {
    System.arraycopy(state(), 0, copy, 0, copy.length);
  }

  public void load(long[] copy) {
    System.arraycopy(copy, 0, state(), 0, copy.length);
  }

  // ---- what can happen next ----

  /** {@link EnabledActions#ended}. */
  public boolean ended() {
    return prospects.ended();
  }

  /** {@link EnabledActions#settling}. */
  public boolean settling() {
    return prospects.settling();
  }

  /** {@link EnabledActions#quiet}, with no CPU that is known to wait for a section. */
  public boolean quiescent() {
    return prospects.quiet(0);
  }

  /** {@link EnabledActions#quiet}. */
  public boolean quiet(long waiting) {
    return prospects.quiet(waiting);
  }

  /** {@link EnabledActions#timed}. */
  public boolean timed() {
    return prospects.timed();
  }

  /** Adds all that can happen, packed; with {@code time}, also what time brings about. */
  public void choices(boolean time, Ints choices) {
    prospects.choices(choices);
    if (time) {
      prospects.times(choices);
    }
  }

  /** {@link EnabledActions#choices}. */
  public void choices(Ints choices) {
    prospects.choices(choices);
  }

  /** {@link EnabledActions#times}. */
  public void times(Ints choices) {
    prospects.times(choices);
  }

  /** {@link EnabledActions#faults}. */
  public void faults(Ints choices) {
    prospects.faults(choices);
  }

  /**
   * Could the step that was just made have drawn another random number? Its second result is n - 1,
   * its first 0.
   */
  public boolean drew() {
    return random;
  }

  // ---- letting it happen ----

  /**
   * Lets one of {@link #choices} happen. False when it is a section that cannot begin yet: then
   * nothing has.
   */
  public boolean make(Choice choice) {
    return make(choice.packed());
  }

  /** The same for one that is packed. */
  public boolean make(int choice) {
    boolean made = tried(choice);
    if (!made) {
      touched.forget(!reports, liveness);
    }
    return made;
  }

  /**
   * Lets a choice happen if it can: false when it is a section that cannot begin yet. Then {@link
   * #takeBack} has to be called.
   */
  public boolean tried(int choice) {
    random = false;
    happened = true;
    flew = false;
    touched.clear();
    firings.about();
    int cpu = Choice.cpu(choice);
    int number = Choice.number(choice);
    touched.cpu(cpu);
    switch (Choice.kind(choice)) {
      case STEP -> step(machine.cpu(cpu), number);
      case DELIVER -> {
        fly();
        flight.arrive(state(), cpu, number);
        deliver(cpu, number);
      }
      case SEND -> {
        touched.part(machine.wiring().uart(number));
        machine.uart(number).sendPart(cpu, effects);
      }
      case TIMEOUT -> machine.cpu(cpu).timeout();
      case STALL -> stall(machine.cpu(cpu));
      case DROP -> drop(cpu, number);
      case FAULT -> come(cpu, number);
      case RESUME -> resume(cpu, number);
      default -> {
        fly();
        int vector = flight.timer(state(), cpu);
        flight.setTimer(state(), cpu, -1);
        deliver(cpu, vector);
      }
    }
    carryOut();
    if (happened) {
      firings.made();
      touched.runOn(liveness);
      touched.forget(!reports, liveness);
    }
    return happened;
  }

  /** Makes the machine what it was before a choice that did not happen. */
  public void takeBack(int choice, Changes changes, long[] before) {
    if (!touched.takeBack(Choice.cpu(choice), before)) {
      touched.forget(!reports, liveness);
      compare(changes);
      changes.undo();
      changes.clear();
    }
  }

  /** Tells which words {@link #make} has changed. */
  public void compare(Changes changes) {
    touched.compare(changes);
    if (flew) {
      changes.compare(flight.at(), flight.at() + flight.words());
    }
  }

  private void fly() {
    flew = true;
    touched.flight();
  }

  private void stall(Cpu cpu) {
    flight.countStall(state());
    firings.stalled();
    strike(StallCpu.forGood(0, cpu.number(), 0), true);
    fault(Operation.STALL, cpu.number(), 0);
  }

  private void drop(int cpu, int vector) {
    fly();
    flight.countDrop(state());
    firings.dropped();
    flight.arrive(state(), cpu, vector);
    fault(Operation.DROP, cpu, vector);
  }

  private void come(int cpu, int id) {
    fly();
    if (planned.comes(state(), id)) {
      begin(planned.fault(id));
      fault(planned.fault(id).operation(true), cpu, id);
    }
  }

  private void resume(int cpu, int id) {
    strike(planned.fault(id), false);
    planned.ended(state(), id);
    fault(Operation.RESUME, cpu, id);
  }

  /** A CPU has made a step, which may have led it to a place where a fault begins. */
  private void arrive(Cpu cpu, int result) {
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
      fault(fault.operation(true), cpu.number(), fault.id());
    }
    beginning.clear();
  }

  private void fault(Operation operation, int cpu, int target) {
    sink.step(steps++, 0, cpu, 0, -1, operation.ordinal(), target, 0, 0);
  }

  private void deliver(int cpu, int vector) {
    boolean taken = machine.cpu(cpu).deliver(vector);
    Operation operation = taken ? Operation.DELIVER : Operation.DROP;
    sink.step(steps++, 0, cpu, 0, -1, operation.ordinal(), vector, 0, 0);
  }

  private void step(Cpu cpu, int result) {
    boolean asks = cpu.step(0);
    if (asks) {
      perform(cpu, result);
    }
    record(cpu);
    for (int i = 0; i < SECTION && cpu.inSection(); i++) {
      if (cpu.step(0)) {
        perform(cpu, result);
      }
      record(cpu);
    }
    happened = !cpu.hasToRetry();
    if (happened) {
      arrive(cpu, result);
    }
    while (cpu.mode() == Cpu.Mode.PARKING && !cpu.stalled() && cpu.step(0)) {
      perform(cpu, 0);
      record(cpu);
      arrive(cpu, result);
    }
    boolean seen = planned.watches(cpu.number()); // may one more turn begin a fault?
    if (!seen && cpu.spinning() && cpu.lastOperation() == Operation.SPIN) {
      spinOn(cpu);
    }
  }

  private void perform(Cpu cpu, int result) {
    Request request = cpu.request();
    boolean draws = random(request);
    random |= draws;
    long draw = draws && result == 1 ? request.a - 1 << 1 : 0;
    touched.part(request.part);
    machine.perform(request, 0, draw, effects);
    cpu.complete(0);
    carryOut();
  }

  private static boolean random(Request request) {
    boolean firmware = request.operation == Operation.FIRMWARE.ordinal();
    return firmware && request.builtin == Builtin.RANDOM.ordinal() && request.a > 1;
  }

  /**
   * A CPU has made a turn of a loop that only reads. If one more turn, made at once, shows that it
   * waits, then it waits from now on; if not, that turn is taken back and left to the choices. Only
   * what it reads last matters to anybody, and until then the turn before can as well be made
   * later. What the turn registered with other parts is forgotten with its waiting.
   */
  private void spinOn(Cpu cpu) {
    cpu.save(saved);
    for (int i = 0; i < TURN && goesOn(cpu); i++) {
      if (cpu.mode() == Cpu.Mode.POLL) {
        return;
      }
    }
    cpu.restore(saved);
  }

  private boolean goesOn(Cpu cpu) {
    if (cpu.step(0)) {
      if (!reads(cpu.request())) {
        return false;
      }
      touched.part(cpu.request().part);
      machine.perform(cpu.request(), 0, 0, effects);
      cpu.complete(0);
    } else if (cpu.lastOperation() != Operation.SPIN) {
      return false;
    }
    return cpu.mode() != Cpu.Mode.RUNNING || cpu.spinning();
  }

  private static boolean reads(Request request) {
    return switch (Operation.of(request.operation)) {
      case LOAD, IS_LOCKED, WATCH, WATCH_LOCK, WATCH_STAGING -> true;
      case NOTE -> request.builtin == Builtin.ALL_STAGED.ordinal();
      default -> false;
    };
  }

  private void record(Cpu cpu) {
    if (sink == StepSink.NONE) {
      steps++;
      return;
    }
    sink.step(
        steps++,
        0,
        cpu.number(),
        cpu.lastContext(),
        cpu.lastPc(),
        cpu.lastOperation().ordinal(),
        cpu.lastTarget(),
        cpu.lastArgument(),
        cpu.lastResult());
  }

  private void carryOut() {
    for (int i = 0; i < effects.size(); i++) {
      carryOut(effects.kind(i), i);
    }
    effects.clear();
  }

  private void carryOut(int kind, int i) {
    int a = (int) effects.a(i);
    switch (kind) {
      case Effects.WAKE -> {
        touched.cpu(a);
        machine.cpu(a).wake();
      }
      case Effects.DELIVER -> {
        fly();
        flight.send(state(), a, (int) effects.b(i));
      }
      case Effects.TIMER -> timer(a, (int) effects.b(i), effects.c(i));
      case Effects.UART_DONE -> {
        touched.cpu((int) effects.c(i));
        machine.cpu((int) effects.c(i)).uartDone(effects.b(i));
      }
      case Effects.DROPPED ->
          sink.step(
              steps++,
              0,
              a,
              0,
              -1,
              Operation.DROP.ordinal(),
              effects.b(i),
              effects.c(i),
              effects.d(i));
      default -> {} // a serial port's news and the end are seen in the state
    }
  }

  private void timer(int cpu, int vector, long nanos) {
    fly();
    flight.setTimer(state(), cpu, nanos > 0 && nanos < NEVER ? vector : -1);
  }
}
