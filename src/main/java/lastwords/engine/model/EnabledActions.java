package lastwords.engine.model;

import java.util.function.IntPredicate;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.store.Ints;
import lastwords.machine.Machine;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.part.Firmware;
import lastwords.machine.part.SpinLock;
import lastwords.scenario.expect.Budget;

/** What can happen next in a machine without a clock, and whether anything still can. */
final class EnabledActions {
  private static final long NEVER = Long.MAX_VALUE;
  static final long LONG_WAIT_NANOS = 1_000_000; // shorter than this counts as work

  private final Machine machine;
  private final InFlight inFlight;
  private final PlannedFaults planned;
  private final Budget budget;
  private final IntPredicate endless;

  EnabledActions(
      Machine machine,
      InFlight inFlight,
      PlannedFaults planned,
      Budget budget,
      IntPredicate endless) {
    this.machine = machine;
    this.inFlight = inFlight;
    this.planned = planned;
    this.budget = budget;
    this.endless = endless;
  }

  private long[] state() {
    return machine.state();
  }

  /** Is the machine powered off or reset, or has its hypervisor ended it? */
  boolean ended() {
    return machine.firmware().end() != Firmware.END_NONE;
  }

  /** Is panic() at its end, so that only the other CPUs' pending work is left? */
  boolean settling() {
    return machine.firmware().finalLoop() && !mayLeaveFinalLoop();
  }

  /** May a timer switch the panicking CPU to another of its tasks? */
  private boolean mayLeaveFinalLoop() {
    Cpu cpu = machine.cpu(machine.firmware().panicCpu());
    boolean undecided = cpu.severalStacks() && !cpu.leftFinalLoop();
    return undecided && inFlight.timer(state(), cpu.number()) >= 0;
  }

  /**
   * Could no CPU make finite progress? True if nothing is in flight and every CPU is stopped,
   * waits, or is in an endless loop with no interrupt to take.
   *
   * @param waiting mask of CPUs that are known to wait for a section to begin
   */
  boolean quiescent(long waiting) {
    if (inFlight.anyOnItsWay(state())) {
      return false;
    }
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      if ((waiting >>> cpu & 1) == 0 && progresses(machine.cpu(cpu))) {
        return false;
      }
    }
    return true;
  }

  private boolean progresses(Cpu cpu) {
    if (cpu.stalled() || cpu.mode() == CpuMode.LOST) {
      return cpu.stalled() && planned.lasts(state(), cpu.number(), false);
    }
    boolean works =
        switch (cpu.mode()) {
          case RUNNING, PARKING -> true;
          case DELAY -> brief(cpu);
          case UART -> machine.uart(cpu.awaited().uart()).sends(cpu.number());
          default -> false;
        };
    return cpu.takesInterrupt() || works && !cpu.within(endless) || passes(cpu);
  }

  /**
   * Does it wait for a lock that a running CPU, even one in an endless loop, holds or is about to
   * take?
   */
  private boolean passes(Cpu cpu) {
    if (cpu.awaited().lock() < 0) {
      return false;
    }
    SpinLock lock = machine.lock(cpu.awaited().lock());
    int next = lock.holder() < 0 && lock.lineLength() > 0 ? lock.lineCpu(0) : lock.holder();
    return next >= 0 && !machine.cpu(next).stalled() && runs(machine.cpu(next));
  }

  private static boolean runs(Cpu cpu) {
    CpuMode mode = cpu.mode();
    return mode == CpuMode.RUNNING || mode == CpuMode.PARKING || brief(cpu);
  }

  /** Is its wait so short that it counts as work, or one iteration of a longer one? */
  private static boolean brief(Cpu cpu) {
    boolean waits = cpu.mode() == CpuMode.DELAY;
    return waits && (cpu.awaited().betweenTurns() || cpu.deadline() < LONG_WAIT_NANOS);
  }

  /** Is there a wait that time can end? */
  boolean timed() {
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      if (waitsForTime(machine.cpu(cpu)) || inFlight.timer(state(), cpu) >= 0) {
        return true;
      }
    }
    return planned.lasts(state());
  }

  /** Has it stalled for good? */
  private boolean dead(Cpu cpu) {
    return cpu.stalled() && !planned.lasts(state(), cpu.number(), true);
  }

  /** The final loop of panic() may run for ever without effect: what it waits for never comes. */
  private boolean waitsForTime(Cpu cpu) {
    boolean waits = cpu.deadline() != NEVER && !dead(cpu) && !brief(cpu);
    return waits && !(inFinalLoop(cpu) && cpu.within(endless));
  }

  private boolean inFinalLoop(Cpu cpu) {
    return machine.firmware().finalLoop() && machine.firmware().panicCpu() == cpu.number();
  }

  /** Adds all choices, packed, except those that time brings about. */
  void choices(Ints choices) {
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      if (machine.cpu(cpu).runnable()) {
        choices.add(Action.packed(Kind.STEP, cpu, 0));
      } else if (brief(machine.cpu(cpu)) && !dead(machine.cpu(cpu))) {
        choices.add(Action.packed(Kind.TIMEOUT, cpu, 0));
      }
    }
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      arrivals(cpu, choices);
    }
    planned.times(state(), false, choices);
    planned.ends(state(), true, choices);
  }

  /** Adds the choices that time brings about. */
  void times(Ints choices) {
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      if (waitsForTime(machine.cpu(cpu))) {
        choices.add(Action.packed(Kind.TIMEOUT, cpu, 0));
      }
      if (inFlight.timer(state(), cpu) >= 0) {
        choices.add(Action.packed(Kind.TIMER, cpu, 0));
      }
    }
    planned.ends(state(), false, choices);
  }

  /** Adds the faults that can occur. None can where nothing else can happen. */
  void faults(Ints choices) {
    planned.times(state(), true, choices);
    if (budget.isEmpty()) {
      return;
    }
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      Cpu one = machine.cpu(cpu);
      boolean runs = !one.stalled() && one.mode() != CpuMode.LOST;
      if (runs && budget.stalls(cpu, inFlight.stallsLeft(state()))) {
        choices.add(Action.packed(Kind.STALL, cpu, 0));
      }
    }
    for (int cpu = 0; inFlight.dropsLeft(state()) > 0 && cpu < machine.cpus(); cpu++) {
      onTheirWay(Kind.DROP, cpu, choices);
    }
  }

  private void onTheirWay(Kind kind, int cpu, Ints choices) {
    for (int i = 0; i < inFlight.vectors().length; i++) {
      if (inFlight.onItsWay(state(), cpu, i)) {
        choices.add(Action.packed(kind, cpu, inFlight.vectors()[i]));
      }
    }
  }

  private void arrivals(int cpu, Ints choices) {
    onTheirWay(Kind.DELIVER, cpu, choices);
    int port = machine.cpu(cpu).awaited().uart();
    if (port >= 0 && machine.uart(port).sends(cpu)) {
      choices.add(Action.packed(Kind.SEND, cpu, port));
    }
  }
}
