package lastwords.machine.cpu;

import lastwords.kernelc.image.Op;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.layout.Narrow;

/** The instructions that only compute in the slots of their frame, or jump; and how to run one. */
final class LocalWork {
  private LocalWork() {}

  static boolean is(int op) {
    return switch (op) {
      case Op.NOP, Op.IMM, Op.CONST, Op.MOV, Op.LDC, Op.JMP, Op.JZ, Op.JNZ -> true;
      case Op.DIV, Op.MOD, Op.UDIV, Op.UMOD -> false; // may trap
      default -> op >= Op.ADD && op <= Op.EXT;
    };
  }

  /** Runs the instruction at pc; the next pc. */
  static int run(int[] code, int pc, CpuCore cpu) {
    int a = code[4 * pc + 1];
    int b = code[4 * pc + 2];
    int c = code[4 * pc + 3];
    long[] w = cpu.w;
    int r = cpu.stack + (int) w[cpu.at + CpuWords.FP];
    switch (code[4 * pc]) {
      case Op.NOP:
        return pc + 1;
      case Op.JMP:
        return a;
      case Op.JZ:
        return w[r + a] == 0 ? b : pc + 1;
      case Op.JNZ:
        return w[r + a] != 0 ? b : pc + 1;
      case Op.IMM:
        w[r + a] = b;
        return pc + 1;
      case Op.CONST:
        w[r + a] = cpu.tables.constants[b];
        return pc + 1;
      case Op.LDC:
        w[r + a] = cpu.tables.readOnly[b];
        return pc + 1;
      case Op.MOV:
        w[r + a] = w[r + b];
        return pc + 1;
      case Op.ADDI:
        w[r + a] = w[r + b] + c;
        return pc + 1;
      case Op.NEG:
        w[r + a] = -w[r + b];
        return pc + 1;
      case Op.NOT:
        w[r + a] = ~w[r + b];
        return pc + 1;
      case Op.LNOT:
        w[r + a] = w[r + b] == 0 ? 1 : 0;
        return pc + 1;
      case Op.EXT:
        w[r + a] = Narrow.to(c, w[r + b]);
        return pc + 1;
      default:
        w[r + a] = value(code[4 * pc], w[r + b], w[r + c]);
        return pc + 1;
    }
  }

  private static long value(int op, long b, long c) {
    return switch (op) {
      case Op.ADD -> b + c;
      case Op.SUB -> b - c;
      case Op.MUL -> b * c;
      case Op.AND -> b & c;
      case Op.OR -> b | c;
      case Op.XOR -> b ^ c;
      case Op.SHL -> b << c;
      case Op.SAR -> b >> c;
      case Op.SHR -> b >>> c;
      case Op.EQ -> b == c ? 1 : 0;
      case Op.NE -> b != c ? 1 : 0;
      case Op.LT -> b < c ? 1 : 0;
      case Op.LE -> b <= c ? 1 : 0;
      case Op.ULT -> Long.compareUnsigned(b, c) < 0 ? 1 : 0;
      case Op.ULE -> Long.compareUnsigned(b, c) <= 0 ? 1 : 0;
      default -> throw new IllegalStateException("no local work: " + op);
    };
  }
}
