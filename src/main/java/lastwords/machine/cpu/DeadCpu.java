package lastwords.machine.cpu;

import lastwords.machine.cpu.core.Backtrace;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.layout.CpuWords;

/**
 * What is kept of a CPU that can never run again: what it was doing at that time, and the function
 * that it was in. No step reads its other words, since only the CPU itself ever does.
 */
final class DeadCpu {
  private static final int BASE = 2; // of the outermost frame
  private static final int SPENT = CpuWords.BAD_IDT | CpuWords.TIMEOUT;

  private static final int[] SPENT_WORDS = {
    CpuWords.PENDING,
    CpuWords.DEADLINE,
    CpuWords.BREAK,
    CpuWords.RELAX_PC,
    CpuWords.NOTING,
    CpuWords.NOTES
  };

  private DeadCpu() {}

  /**
   * Can it never run again? It is lost or stalled; or it sleeps, or is in an empty loop, and can
   * take no interrupt, now or later: its local APIC is disabled or its interrupts are off, and no
   * NMI can reach it, because it is in one or there are none.
   */
  static boolean only(CpuCore cpu, PendingInterrupts interrupts) {
    int mode = (int) cpu.w[cpu.at + CpuWords.MODE];
    long flags = cpu.w[cpu.at + CpuWords.FLAGS];
    boolean stalled = (flags & CpuWords.STALLED) != 0 && (flags & CpuWords.STALLS_END) == 0;
    if (mode == CpuMode.LOST.ordinal() || stalled) {
      return true;
    }
    if (!rests(cpu, mode) || interrupts.deliverable() >= 0) {
      return false;
    }
    boolean masked = (flags & CpuWords.IN_NMI) != 0 || !interrupts.nmisReach();
    boolean deaf = (flags & CpuWords.LAPIC_OFF) != 0 || (flags & CpuWords.IF) == 0;
    return deaf && masked;
  }

  /** Is it doing something that only an interrupt can end? */
  private static boolean rests(CpuCore cpu, int mode) {
    boolean loops = mode == CpuMode.POLL.ordinal() && cpu.w[cpu.at + CpuWords.NOTES] == 0;
    boolean sleeps = mode == CpuMode.HALTED.ordinal() || mode == CpuMode.DONE.ordinal();
    return sleeps
        || mode == CpuMode.FOREVER.ordinal()
        || loops && cpu.w[cpu.at + CpuWords.DEADLINE] == 0;
  }

  /**
   * Keeps only what an outcome can mention: what the CPU does, its flags and context, and the
   * function that a report would name.
   */
  static void keep(CpuCore cpu) {
    long[] w = cpu.w;
    int at = cpu.at;
    boolean spins = cpu.stalled() && cpu.is(CpuMode.POLL);
    if (spins && cpu.w[cpu.at + CpuWords.DEADLINE] != 0) {
      return; // a change of a word that it reads still makes it stuck
    }
    bury(cpu);
    w[at + CpuWords.MODE] = mode(cpu).ordinal();
    w[at + CpuWords.FLAGS] &= ~SPENT;
    w[at + CpuWords.CONTEXT] &= 3;
    for (int word : SPENT_WORDS) {
      w[at + word] = 0;
    }
    for (int word = at + CpuWords.PRIVATES; word < cpu.stack; word++) {
      if (w[word] != 0) {
        w[word] = 0;
        cpu.trail.wrotePrivates();
      }
    }
  }

  /** A stalled CPU is as stuck in what it was doing as in an endless loop. */
  private static CpuMode mode(CpuCore cpu) {
    return switch (cpu.mode()) {
      case RUNNING, PARKING, LOCK, POLL, DELAY, UART ->
          cpu.stalled() ? CpuMode.FOREVER : cpu.mode();
      default -> cpu.mode();
    };
  }

  /** Removes all its frames except one, of the function that it is in. */
  private static void bury(CpuCore cpu) {
    int pc = place(cpu);
    cpu.trail.tookFramesAway();
    cpu.w[cpu.at + CpuWords.PC] = pc;
    cpu.w[cpu.at + CpuWords.FP] = pc < 0 ? 0 : BASE;
  }

  /**
   * The first instruction of the innermost function that a report would name; -1 if there is none.
   */
  private static int place(CpuCore cpu) {
    for (int pc : Backtrace.of(cpu)) {
      int function = cpu.tables.functionOfPc[pc];
      if (!cpu.tables.inline[function]) {
        return cpu.tables.entry[function];
      }
    }
    return -1;
  }
}
