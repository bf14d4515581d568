package lastwords.engine.explore;

import lastwords.engine.LocalHost;
import lastwords.engine.Simulator;
import lastwords.engine.explore.Choice.Kind;
import lastwords.kernelc.Builtin;
import lastwords.machine.Cpu;
import lastwords.machine.Effects;
import lastwords.machine.FaultRule;
import lastwords.machine.Firmware;
import lastwords.machine.Machine;
import lastwords.machine.Operation;
import lastwords.machine.Request;
import lastwords.machine.StepSink;
import lastwords.scenario.Budget;
import lastwords.scenario.Setup;

/**
 * A machine and what is on its way in it, without a clock: what can happen next, and letting it
 * happen. It is always time 0 for the machine; what waits for a time waits for {@link Kind#TIMEOUT}
 * or {@link Kind#TIMER}.
 */
final class World {
  private static final long NEVER = Long.MAX_VALUE;
  private static final int STALLS = 0;
  private static final int DROPS = 1;
  private static final int TURN = 64; // steps of a loop's turn, at most, that are looked ahead

  private final Machine machine;
  private final LocalHost host;
  private final Flight flight;
  private final EndlessLoops loops;
  private final boolean reports;
  private final StepSink sink;
  private final int words;
  private final Budget budget;
  private final long[] onItsWay; // and what is left of the budget
  private final int left; // where that is
  private final long[] saved;
  private final Effects effects = new Effects();
  private long steps;
  private boolean random; // did the last step draw a number?

  /**
   * @param budget faults that may come at any moment
   * @param reports whether states keep what only reports look at, so that fewer of them are equal
   * @param sink takes each step
   */
  World(Setup setup, Budget budget, boolean reports, StepSink sink) {
    this.machine = Simulator.booted(setup);
    this.host = new LocalHost(machine);
    this.flight = new Flight(setup.image(), machine.cpus());
    this.loops = new EndlessLoops(setup.image());
    this.reports = reports;
    this.sink = sink;
    this.words = machine.state().length;
    this.budget = budget;
    this.onItsWay = new long[flight.words() + 2];
    this.left = flight.words();
    onItsWay[left + STALLS] = budget.stalls();
    onItsWay[left + DROPS] = budget.drops();
    this.saved = new long[words];
    setup.faults().stream().filter(StartFaults::begins).forEach(this::begin);
    machine.forget(!reports);
  }

  private void begin(FaultRule rule) {
    if (rule.kind() == FaultRule.Kind.NMI_BUTTON) {
      host.press(Math.max(0, rule.cpu()), rule.factor(), 0, 0, effects);
    } else {
      host.fault(rule, true, 0, effects);
    }
    carryOut();
  }

  Machine machine() {
    return machine;
  }

  long steps() {
    return steps;
  }

  // ---- states ----

  /** Words of a state. */
  int words() {
    return words + onItsWay.length;
  }

  void save(long[] state) {
    System.arraycopy(machine.state(), 0, state, 0, words);
    System.arraycopy(onItsWay, 0, state, words, onItsWay.length);
  }

  void load(long[] state) {
    machine.restore(0, state, 0, words);
    System.arraycopy(state, words, onItsWay, 0, onItsWay.length);
  }

  // ---- what can happen next ----

  /** Is the machine off, reset or in other hands? */
  boolean ended() {
    int end = machine.firmware().end();
    return end != Firmware.END_NONE && end != Firmware.END_CRASH_KERNEL;
  }

  /**
   * Is panic() at its end, or a crash kernel on its way, so that only what the others are about to
   * do is left?
   */
  boolean settling() {
    return machine.firmware().finalLoop() || machine.firmware().end() == Firmware.END_CRASH_KERNEL;
  }

  /**
   * Could nobody make finite progress? True when nothing is on its way and every CPU is stopped,
   * waits, or is in an endless loop with no interrupt to take.
   */
  boolean quiet() {
    if (flight.anyOnItsWay(onItsWay)) {
      return false;
    }
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      if (progresses(machine.cpu(cpu))) {
        return false;
      }
    }
    return true;
  }

  private boolean progresses(Cpu cpu) {
    if (cpu.stalled() || cpu.mode() == Cpu.Mode.LOST) {
      return false;
    }
    boolean works =
        switch (cpu.mode()) {
          case RUNNING, PARKING -> true;
          case DELAY -> cpu.betweenTurns();
          case UART -> machine.uart(cpu.awaitedUart()).sends(cpu.number());
          default -> false;
        };
    return cpu.takesInterrupt() || works && !cpu.within(loops::at);
  }

  /** Is there a wait that time can end? */
  boolean timed() {
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      if (waitsForTime(machine.cpu(cpu)) || flight.timer(onItsWay, cpu) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The final loop of panic() may turn for ever, and nothing comes of it: what it waits for in
   * there never passes.
   */
  private boolean waitsForTime(Cpu cpu) {
    boolean waits = cpu.deadline() != NEVER && !cpu.stalled() && !cpu.betweenTurns();
    return waits && !(inFinalLoop(cpu) && cpu.within(loops::at));
  }

  private boolean inFinalLoop(Cpu cpu) {
    return machine.firmware().finalLoop() && machine.firmware().panicCpu() == cpu.number();
  }

  /** Adds all that can happen, packed; with {@code time}, also what time brings about. */
  void choices(boolean time, Ints choices) {
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      if (machine.cpu(cpu).runnable()) {
        choices.add(Choice.packed(Kind.STEP, cpu, 0));
      } else if (machine.cpu(cpu).betweenTurns() && !machine.cpu(cpu).stalled()) {
        choices.add(Choice.packed(Kind.TIMEOUT, cpu, 0));
      }
    }
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      arrivals(cpu, choices);
    }
    for (int cpu = 0; time && cpu < machine.cpus(); cpu++) {
      if (waitsForTime(machine.cpu(cpu))) {
        choices.add(Choice.packed(Kind.TIMEOUT, cpu, 0));
      }
      if (flight.timer(onItsWay, cpu) >= 0) {
        choices.add(Choice.packed(Kind.TIMER, cpu, 0));
      }
    }
  }

  /** Adds the faults that can come; where nothing else can happen, none does. */
  void faults(Ints choices) {
    if (budget.isEmpty() || choices.size() == 0) {
      return;
    }
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      Cpu one = machine.cpu(cpu);
      boolean runs = !one.stalled() && one.mode() != Cpu.Mode.LOST;
      if (runs && budget.stalls(cpu, onItsWay[left + STALLS])) {
        choices.add(Choice.packed(Kind.STALL, cpu, 0));
      }
    }
    for (int cpu = 0; onItsWay[left + DROPS] > 0 && cpu < machine.cpus(); cpu++) {
      for (int i = 0; i < flight.vectors().length; i++) {
        if (flight.onItsWay(onItsWay, cpu, i)) {
          choices.add(Choice.packed(Kind.DROP, cpu, flight.vectors()[i]));
        }
      }
    }
  }

  private void arrivals(int cpu, Ints choices) {
    for (int i = 0; i < flight.vectors().length; i++) {
      if (flight.onItsWay(onItsWay, cpu, i)) {
        choices.add(Choice.packed(Kind.DELIVER, cpu, flight.vectors()[i]));
      }
    }
    int port = machine.cpu(cpu).awaitedUart();
    if (port >= 0 && machine.uart(port).sends(cpu)) {
      choices.add(Choice.packed(Kind.SEND, cpu, port));
    }
  }

  /**
   * Could the step that was just made have drawn another random number? Its second result is n - 1,
   * its first 0.
   */
  boolean drew() {
    return random;
  }

  // ---- letting it happen ----

  /** Lets one of {@link #choices} happen. */
  void make(Choice choice) {
    random = false;
    switch (choice.kind()) {
      case STEP -> step(machine.cpu(choice.cpu()), choice.number());
      case DELIVER -> {
        flight.arrive(onItsWay, choice.cpu(), choice.number());
        deliver(choice.cpu(), choice.number());
      }
      case SEND -> machine.uart(choice.number()).sendPart(choice.cpu(), effects);
      case TIMEOUT -> machine.cpu(choice.cpu()).timeout();
      case STALL -> stall(machine.cpu(choice.cpu()));
      case DROP -> drop(choice.cpu(), choice.number());
      default -> {
        int vector = flight.timer(onItsWay, choice.cpu());
        flight.setTimer(onItsWay, choice.cpu(), -1);
        deliver(choice.cpu(), vector);
      }
    }
    carryOut();
    machine.forget(!reports);
  }

  private void stall(Cpu cpu) {
    onItsWay[left + STALLS]--;
    if (cpu.stopSending()) {
      machine.perform(cpu.request(), 0, 0, effects);
      cpu.complete(0);
    }
    cpu.stall(true);
    fault(Operation.STALL, cpu.number(), 0);
  }

  private void drop(int cpu, int vector) {
    onItsWay[left + DROPS]--;
    flight.arrive(onItsWay, cpu, vector);
    fault(Operation.DROP, cpu, vector);
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
    while (cpu.mode() == Cpu.Mode.PARKING && cpu.step(0)) {
      perform(cpu, 0);
      record(cpu);
    }
    if (cpu.spinning() && cpu.lastOperation() == Operation.SPIN) {
      spinOn(cpu);
    }
  }

  private void perform(Cpu cpu, int result) {
    Request request = cpu.request();
    random = random(request);
    long draw = random && result == 1 ? request.a - 1 << 1 : 0;
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
   * later.
   */
  private void spinOn(Cpu cpu) {
    System.arraycopy(machine.state(), 0, saved, 0, words);
    for (int i = 0; i < TURN && goesOn(cpu); i++) {
      if (cpu.mode() == Cpu.Mode.POLL) {
        return;
      }
    }
    machine.restore(0, saved, 0, words);
  }

  private boolean goesOn(Cpu cpu) {
    if (cpu.step(0)) {
      if (!reads(cpu.request())) {
        return false;
      }
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
      int a = (int) effects.a(i);
      switch (effects.kind(i)) {
        case Effects.WAKE -> machine.cpu(a).wake();
        case Effects.DELIVER -> flight.send(onItsWay, a, (int) effects.b(i));
        case Effects.TIMER -> timer(a, (int) effects.b(i), effects.c(i));
        case Effects.UART_DONE -> machine.cpu((int) effects.c(i)).uartDone(effects.b(i));
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
    effects.clear();
  }

  private void timer(int cpu, int vector, long nanos) {
    flight.setTimer(onItsWay, cpu, nanos > 0 && nanos < NEVER ? vector : -1);
  }
}
