package lastwords.machine.cpu;

import static lastwords.machine.layout.CpuWords.CONTEXT;
import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.FRAME_HEAD;
import static lastwords.machine.layout.CpuWords.IF;
import static lastwords.machine.layout.CpuWords.LINK_BREAK;
import static lastwords.machine.layout.CpuWords.LINK_INTERRUPT;
import static lastwords.machine.layout.CpuWords.LINK_TASK;
import static lastwords.machine.layout.CpuWords.LINK_TRAP;
import static lastwords.machine.layout.CpuWords.PC;
import static lastwords.machine.layout.CpuWords.STACK_WORDS;
import static lastwords.machine.layout.CpuWords.high;
import static lastwords.machine.layout.CpuWords.low;
import static lastwords.machine.layout.CpuWords.pack;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The frames on a CPU's stack, seen from the innermost one. */
final class Backtrace {
  private Backtrace() {}

  /** The pcs of all frames, innermost first, across interrupts. */
  static int[] of(Cpu cpu) {
    long[] w = cpu.w;
    int[] pcs = new int[8];
    int depth = 0;
    int pc = (int) w[cpu.at + PC];
    int fp = (int) w[cpu.at + FP];
    while (cpu.isFrame(pc, fp) && depth < STACK_WORDS / 2) {
      pcs = depth < pcs.length ? pcs : Arrays.copyOf(pcs, 2 * depth);
      pcs[depth++] = pc;
      pc = callerPc(cpu, fp);
      fp = callerFp(cpu, fp);
    }
    return Arrays.copyOf(pcs, depth);
  }

  /** The instruction that the frame below is at; -1 when there is none. */
  private static int callerPc(Cpu cpu, int fp) {
    int frame = cpu.stack + fp;
    int link = low(cpu.w[frame - 2]);
    return link == LINK_TASK ? -1 : isHardware(link) ? low(cpu.w[frame - FRAME_HEAD]) : link - 1;
  }

  private static int callerFp(Cpu cpu, int fp) {
    int frame = cpu.stack + fp;
    boolean hardware = isHardware(low(cpu.w[frame - 2]));
    return hardware ? low(cpu.w[frame - FRAME_HEAD + 1]) : (int) cpu.w[frame - 1];
  }

  static final int CALLED = 0;
  static final int INTERRUPTED = 1;
  static final int BY_NMI = 2;
  static final int TRAPPED = 3;
  static final int AT_BREAKPOINT = 4;
  static final int FIRST = 5;
  static final int NOT_THERE = -1;

  /** How the function at a depth was entered, by one of those numbers. */
  static int entered(Cpu cpu, int depth) {
    long found = frame(cpu, depth);
    if (found < 0) {
      return NOT_THERE;
    }
    int context = (int) (cpu.w[cpu.at + CONTEXT] >>> 2 * high(found)) & Cpu.CONTEXT_MASK;
    return entered(low(cpu.w[cpu.stack + low(found) - 2]), context);
  }

  /** Was the interrupt flag set in what an interrupt or a trap interrupted? */
  static boolean irqsOn(Cpu cpu, int depth) {
    long found = frame(cpu, depth);
    int frame = cpu.stack + low(found);
    boolean there = found >= 0 && isHardware(low(cpu.w[frame - 2]));
    return there && (high(cpu.w[frame - FRAME_HEAD + 1]) & IF) != 0;
  }

  /** Where the frame at a depth is, and how many frames of the hardware's are above; or -1. */
  private static long frame(Cpu cpu, int depth) {
    int pc = (int) cpu.w[cpu.at + PC];
    int fp = (int) cpu.w[cpu.at + FP];
    int hardware = 0;
    for (int at = 0; at < depth && cpu.isFrame(pc, fp); at++) {
      hardware += isHardware(low(cpu.w[cpu.stack + fp - 2])) ? 1 : 0;
      pc = callerPc(cpu, fp);
      fp = callerFp(cpu, fp);
    }
    return depth >= 0 && cpu.isFrame(pc, fp) ? pack(fp, hardware) : -1;
  }

  private static int entered(int link, int context) {
    return switch (link) {
      case LINK_INTERRUPT -> context == Cpu.NMI ? BY_NMI : INTERRUPTED;
      case LINK_TRAP -> TRAPPED;
      case LINK_BREAK -> AT_BREAKPOINT;
      case LINK_TASK -> FIRST;
      default -> CALLED;
    };
  }

  private static boolean isHardware(int link) {
    return link == LINK_INTERRUPT || link == LINK_TRAP || link == LINK_BREAK;
  }

  /** See {@link Cpu#interruptedAt}. */
  static int[] interruptedAt(Cpu cpu) {
    int[] pcs = of(cpu);
    int fp = (int) cpu.w[cpu.at + FP];
    for (int depth = 0; depth < pcs.length && fp >= 2; depth++) {
      int frame = cpu.stack + fp;
      int link = low(cpu.w[frame - 2]);
      if (link == LINK_INTERRUPT) {
        return Arrays.copyOfRange(pcs, depth + 1, pcs.length);
      }
      fp = isHardware(link) ? low(cpu.w[frame - FRAME_HEAD + 1]) : (int) cpu.w[frame - 1];
    }
    return pcs;
  }

  /** The frame of the innermost function that an interrupt has entered; -1 when there is none. */
  static int interrupted(Cpu cpu) {
    int pc = (int) cpu.w[cpu.at + PC];
    int fp = (int) cpu.w[cpu.at + FP];
    while (cpu.isFrame(pc, fp)) {
      int link = low(cpu.w[cpu.stack + fp - 2]);
      if (link == LINK_INTERRUPT) {
        return fp;
      }
      int inner = fp;
      pc = link < 0 ? low(cpu.w[cpu.stack + fp - FRAME_HEAD]) : link;
      fp = link < 0 ? low(cpu.w[cpu.stack + fp - FRAME_HEAD + 1]) : (int) cpu.w[cpu.stack + fp - 1];
      if (link == LINK_TASK || fp >= inner) {
        return -1;
      }
    }
    return -1;
  }

  /** See {@link Cpu#within}. */
  static boolean within(Cpu cpu, IntPredicate place) {
    int pc = (int) cpu.w[cpu.at + PC];
    int fp = (int) cpu.w[cpu.at + FP];
    while (pc >= 0 && fp >= 2) {
      if (place.test(pc)) {
        return true;
      }
      pc = low(cpu.w[cpu.stack + fp - 2]) - 1;
      fp = (int) cpu.w[cpu.stack + fp - 1];
    }
    return false;
  }
}
