package lastwords.machine.cpu.core;

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
import lastwords.machine.bus.CpuContext;

/** The frames on a CPU's stack, seen from the innermost one. */
public final class Backtrace {
  private Backtrace() {}

  /** The pcs of all frames, innermost first, across interrupts. */
  public static int[] of(CpuCore cpu) {
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

  /** The instruction that the caller's frame is at; -1 if there is none. */
  private static int callerPc(CpuCore cpu, int fp) {
    int frame = cpu.stack + fp;
    int link = low(cpu.w[frame - 2]);
    return link == LINK_TASK ? -1 : isHardware(link) ? low(cpu.w[frame - FRAME_HEAD]) : link - 1;
  }

  private static int callerFp(CpuCore cpu, int fp) {
    int frame = cpu.stack + fp;
    boolean hardware = isHardware(low(cpu.w[frame - 2]));
    return hardware ? low(cpu.w[frame - FRAME_HEAD + 1]) : (int) cpu.w[frame - 1];
  }

  public static final int CALLED = 0;
  public static final int INTERRUPTED = 1;
  public static final int BY_NMI = 2;
  public static final int TRAPPED = 3;
  public static final int AT_BREAKPOINT = 4;
  public static final int FIRST = 5;
  public static final int NOT_THERE = -1;

  /** How the function at this depth was entered, as one of those numbers. */
  public static int entered(CpuCore cpu, int depth) {
    long found = frame(cpu, depth);
    if (found < 0) {
      return NOT_THERE;
    }
    int context = (int) (cpu.w[cpu.at + CONTEXT] >>> 2 * high(found)) & CpuContext.LEVEL;
    return entered(low(cpu.w[cpu.stack + low(found) - 2]), context);
  }

  /** Was the interrupt flag set in the code that an interrupt or a trap interrupted? */
  public static boolean irqsOn(CpuCore cpu, int depth) {
    long found = frame(cpu, depth);
    int frame = cpu.stack + low(found);
    boolean there = found >= 0 && isHardware(low(cpu.w[frame - 2]));
    return there && (high(cpu.w[frame - FRAME_HEAD + 1]) & IF) != 0;
  }

  /** Where the frame at this depth is, and how many hardware frames are above it; or -1. */
  private static long frame(CpuCore cpu, int depth) {
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
      case LINK_INTERRUPT -> context == CpuContext.NMI ? BY_NMI : INTERRUPTED;
      case LINK_TRAP -> TRAPPED;
      case LINK_BREAK -> AT_BREAKPOINT;
      case LINK_TASK -> FIRST;
      default -> CALLED;
    };
  }

  private static boolean isHardware(int link) {
    return link == LINK_INTERRUPT || link == LINK_TRAP || link == LINK_BREAK;
  }

  /**
   * Where the CPU was when the innermost interrupt or NMI arrived: the pcs of the frames below
   * that; all of them if it is in none.
   */
  public static int[] interruptedAt(CpuCore cpu) {
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

  /** The frame of the innermost function that an interrupt entered; -1 if there is none. */
  public static int interrupted(CpuCore cpu) {
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

  /**
   * Is one of the frames, down to the innermost one that hardware entered, at such an instruction?
   */
  public static boolean within(CpuCore cpu, IntPredicate place) {
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
