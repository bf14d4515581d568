package lastwords.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.machine.Machine;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.part.Firmware;

/** A machine's final state in words: where CPUs are, what they wait for, who holds what. */
final class Survey {
  private static final int NMI_VECTOR = 2;

  /** Stack frames shown in a reason of an outcome. */
  static final int SHORT = 3;

  static final int WHOLE = Integer.MAX_VALUE;

  /** How a CPU left the kernel, indexed by the firmware's {@code END_} constants. */
  private static final String[] LEFT = {
    "", "reset the machine in ", "powered off in ", "ended the machine by the hypervisor in "
  };

  private final Machine machine;
  private final Ending ending;

  Survey(Machine machine, Ending ending) {
    this.machine = machine;
    this.ending = ending;
  }

  /** Why a CPU, or another part, can no longer be reached; empty if it can. */
  String lost(int part) {
    return ending.lost().getOrDefault(part, "");
  }

  /** Does it wait for an answer of a part? */
  boolean unanswered(Cpu cpu) {
    return ending.unanswered().containsKey(cpu.number());
  }

  /** The part that it waits for. */
  int unansweredPart(Cpu cpu) {
    return ending.unanswered().get(cpu.number());
  }

  /**
   * Is it asleep with interrupts off or unable to arrive; or offline, and in an empty loop in that
   * state? Then it runs nothing any more.
   */
  static boolean stopped(Cpu cpu) {
    boolean loops =
        cpu.mode() == CpuMode.FOREVER || cpu.mode() == CpuMode.POLL && spinsOnNothing(cpu);
    boolean rests = cpu.mode() == CpuMode.HALTED || cpu.offline() && loops;
    return rests && (!cpu.irqsOn() || cpu.lapicOff());
  }

  private static boolean spinsOnNothing(Cpu cpu) {
    return cpu.awaited().watched() == 0 && cpu.deadline() == Long.MAX_VALUE;
  }

  /** Does it only wait for interrupts, which it would take? */
  static boolean idle(Cpu cpu) {
    boolean waits = cpu.mode() == CpuMode.DONE || cpu.mode() == CpuMode.HALTED;
    return waits && runsSystem(cpu);
  }

  /** Would it continue to run the system if the others let it? */
  static boolean runsSystem(Cpu cpu) {
    boolean able = cpu.mode() != CpuMode.LOST && !cpu.stalled() && !stopped(cpu);
    return able && cpu.context() == CpuContext.TASK && cpu.irqsOn();
  }

  /** Is it in the code that was reported as panic()'s final loop, or in an interrupt there? */
  boolean inFinalLoop(Cpu cpu) {
    return within(cpu.backtrace());
  }

  /** Did the innermost interrupt or NMI that it is in arrive in panic()'s final loop? */
  boolean interruptedInFinalLoop(Cpu cpu) {
    return cpu.context() != CpuContext.TASK && within(cpu.interruptedAt());
  }

  private boolean within(int[] pcs) {
    FunctionInfo loop = machine.image().functionAt(machine.firmware().finalLoopAt());
    return Arrays.stream(pcs).anyMatch(pc -> machine.image().functionAt(pc).equals(loop));
  }

  /** What it waits for, as a name: {@code logbuf_lock}. */
  String awaited(Cpu cpu) {
    if (cpu.stalled()) {
      return DeadEnd.STALLED.word();
    }
    if (unanswered(cpu)) {
      return machine.partName(unansweredPart(cpu));
    }
    return switch (cpu.mode()) {
      case LOCK -> machine.lockName(cpu.awaited().lock());
      case POLL -> polled(cpu);
      case UART -> machine.uart(cpu.awaited().uart()).name();
      case HALTED -> DeadEnd.HALTED.word();
      case FOREVER -> DeadEnd.LOOP.word();
      case LOST -> DeadEnd.LOST.word();
      default -> "";
    };
  }

  /** The words or locks that a spinning CPU polls. */
  private String polled(Cpu cpu) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cpu.awaited().watched(); i++) {
      names.add(watchedName(cpu, i));
    }
    return names.isEmpty() ? DeadEnd.LOOP.word() : String.join(",", names);
  }

  private String watchedName(Cpu cpu, int i) {
    int part = cpu.awaited().watchedPart(i);
    if (part == machine.wiring().memory()) {
      return machine.wordName(cpu.awaited().watchedAddress(i));
    }
    int lock = machine.wiring().lockOf(part);
    return lock >= 0 ? machine.lockName(lock) : DeadEnd.STAGING.word();
  }

  /** The function that it is in, without inlined ones; empty if it is idle. */
  String place(Cpu cpu) {
    for (int pc : cpu.backtrace()) {
      FunctionInfo function = machine.image().functionAt(pc);
      if (!function.inline()) {
        return function.name();
      }
    }
    return "";
  }

  /** {@code kmsg_dump() printk.c:31}. */
  String spot(int pc) {
    if (pc < 0) {
      return "its idle loop";
    }
    FunctionInfo function = machine.image().functionAt(pc);
    return function.name()
        + "()  "
        + file(machine.image().fileAt(pc))
        + ":"
        + machine.image().lineAt(pc);
  }

  /**
   * {@code kmsg_dump() printk.c:31 <- panic() panic.c:88 <- …}, with a limited number of frames.
   */
  String trace(Cpu cpu, int frames) {
    int[] pcs = cpu.backtrace();
    if (pcs.length == 0) {
      return "idle";
    }
    List<String> spots = new ArrayList<>();
    for (int i = 0; i < Math.min(frames, pcs.length); i++) {
      spots.add(spot(pcs[i]));
    }
    return String.join(" <- ", spots) + (pcs.length > frames ? " <- …" : "");
  }

  private static String file(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** {@code panic, irqs off}. */
  String condition(Cpu cpu, boolean panics) {
    String context =
        cpu.context() == CpuContext.NMI
            ? "in NMI, "
            : cpu.context() == CpuContext.HARDIRQ ? "in irq, " : "";
    return (panics ? "panic, " : "") + context + (cpu.irqsOn() ? "irqs on" : "irqs off");
  }

  /** What it does, as a phrase that ends with at most {@code frames} frames of its stack. */
  String doing(Cpu cpu, int frames) {
    String where = trace(cpu, frames);
    if (machine.firmware().end() != Firmware.END_NONE
        && cpu.number() == machine.firmware().endedBy()) {
      return LEFT[machine.firmware().end()] + where;
    }
    if (!lost(cpu.number()).isEmpty()) {
      return "can no longer be reached";
    }
    if (cpu.stalled()) {
      return "is stalled in " + where;
    }
    if (unanswered(cpu)) {
      return "waits for " + awaited(cpu) + " to answer in " + where;
    }
    return switch (cpu.mode()) {
      case LOCK -> "waits for " + awaited(cpu) + " in " + where;
      case POLL ->
          cpu.awaited().watched() == 0
              ? "loops for ever in " + where
              : "spins until " + awaited(cpu) + " changes in " + where;
      case UART -> "sends to " + awaited(cpu) + " in " + where;
      case DELAY -> "waits for time to pass in " + where;
      case HALTED -> halted(cpu) + where;
      case FOREVER -> "loops for ever in " + where;
      case LOST -> "is lost in " + where;
      case DONE -> "is idle";
      default -> "runs in " + where;
    };
  }

  private static String halted(Cpu cpu) {
    if (!stopped(cpu)) {
      return "sleeps in ";
    }
    return cpu.irqsOn() ? "is halted with its local APIC off in " : "is halted with irqs off in ";
  }

  /**
   * Why it could not be stopped: what is visible of it, with at most {@code frames} frames of its
   * stack.
   */
  String notStopped(Cpu cpu, int frames) {
    if (!lost(cpu.number()).isEmpty()) {
      return lost(cpu.number());
    }
    if (cpu.number() == machine.firmware().endedBy()) {
      return "it " + doing(cpu, frames);
    }
    if (cpu.stalled()) {
      return "it is stalled in " + trace(cpu, 1);
    }
    if (cpu.mode() == CpuMode.LOST) {
      return "it is lost: it cannot return from an interrupt or trap, in " + trace(cpu, 1);
    }
    int vector = cpu.interrupts().any();
    if (vector < 0) {
      return "no interrupt is pending for it" + inside(cpu) + "; it " + doing(cpu, frames);
    }
    if (vector == NMI_VECTOR) {
      return "an NMI is latched, it is inside an NMI handler: " + doing(cpu, frames);
    }
    return handlerName(vector) + " pending, irqs off since " + irqsOffSince(cpu) + latched(cpu);
  }

  /** An NMI or interrupt that it has taken: it may be the one meant to stop it. */
  private String inside(Cpu cpu) {
    return switch (cpu.context()) {
      case CpuContext.NMI -> ", it has not returned from an NMI";
      case CpuContext.HARDIRQ -> ", it has not returned from an interrupt";
      default -> "";
    };
  }

  private String latched(Cpu cpu) {
    if (cpu.interrupts().has(NMI_VECTOR)) {
      return "; an NMI is latched while it is inside an NMI handler";
    }
    return machine.config().nmi()
        ? ", and no NMI was sent to it"
        : ", and this machine has no NMI to stop with";
  }

  private String handlerName(int vector) {
    for (FunctionInfo function : machine.image().functions()) {
      if (function.vector() == vector) {
        return "interrupt " + function.name() + "()";
      }
    }
    return "interrupt " + vector;
  }

  private String irqsOffSince(Cpu cpu) {
    if (cpu.irqsOffAt() >= 0) {
      return spot(cpu.irqsOffAt());
    }
    int[] pcs = cpu.backtrace();
    return pcs.length == 0
        ? "its start"
        : "hardware entry of " + machine.image().functionAt(pcs[pcs.length - 1]).name() + "()";
  }

  /** CPUs whose registers are not in the dump. */
  SortedSet<Integer> withoutRegisters() {
    return machine.firmware().crash().noRegisters(machine.cpus());
  }

  /** The locks a CPU holds, by number. */
  List<Integer> heldBy(int cpu) {
    List<Integer> held = new ArrayList<>();
    for (int lock = 0; lock < machine.wiring().locks(); lock++) {
      if (machine.lock(lock).holder() == cpu) {
        held.add(lock);
      }
    }
    return held;
  }
}
