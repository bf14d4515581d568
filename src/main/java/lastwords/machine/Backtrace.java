package lastwords.machine;

import static lastwords.machine.CpuWords.FP;
import static lastwords.machine.CpuWords.FRAME_HEAD;
import static lastwords.machine.CpuWords.LINK_BREAK;
import static lastwords.machine.CpuWords.LINK_INTERRUPT;
import static lastwords.machine.CpuWords.LINK_TASK;
import static lastwords.machine.CpuWords.LINK_TRAP;
import static lastwords.machine.CpuWords.PC;
import static lastwords.machine.CpuWords.STACK_WORDS;
import static lastwords.machine.CpuWords.low;

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
      int frame = cpu.stack + fp;
      int link = low(w[frame - 2]);
      boolean hardware = isHardware(link);
      pc = hardware ? low(w[frame - FRAME_HEAD]) : link - 1;
      fp = hardware ? low(w[frame - FRAME_HEAD + 1]) : (int) w[frame - 1];
      pc = link == LINK_TASK ? -1 : pc;
    }
    return Arrays.copyOf(pcs, depth);
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
