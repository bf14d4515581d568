package lastwords.machine.layout;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;

/** Which slots of its frame an instruction reads, and which one it always writes. */
public final class SlotUse {
  private static final int NONE = -1;

  private final int[] code;
  private final int[] params;

  public SlotUse(KernelImage image) {
    code = image.code();
    params = image.functions().stream().mapToInt(FunctionInfo::params).toArray();
  }

  /**
   * The slots of a function whose address is taken, with the whole variable that they belong to.
   */
  public long[] taken(FunctionInfo function, int words) {
    long[] taken = new long[words];
    for (int pc = function.entry(); pc < function.end(); pc++) {
      if (code[4 * pc] == Op.LEAS) {
        int variable = code[4 * pc + 3];
        add(taken, code[4 * pc + 2], 1);
        add(taken, Op.variableSlot(variable), Op.variableWords(variable));
      }
    }
    return taken;
  }

  /** Turns the slots that are live after an instruction into those that are live before it. */
  public void before(int pc, FunctionInfo function, long[] live) {
    int op = code[4 * pc];
    int a = code[4 * pc + 1];
    int b = code[4 * pc + 2];
    int c = code[4 * pc + 3];
    remove(live, written(op, a, b));
    switch (op) {
      case Op.MOV, Op.ADDI, Op.NEG, Op.NOT, Op.LNOT, Op.EXT, Op.LD, Op.LDCH, Op.STG, Op.STP ->
          add(live, b, 1);
      case Op.JZ, Op.JNZ -> add(live, a, 1);
      case Op.RET -> add(live, a, a < 0 ? 0 : 1);
      case Op.LEAP -> add(live, c, c < 0 ? 0 : 1);
      case Op.ST, Op.STCH, Op.INDEX -> {
        add(live, a, 1);
        add(live, b, 1);
      }
      case Op.POLL -> {
        add(live, a, 1);
        add(live, b, 2);
      }
      case Op.RMW -> add(live, a, 3);
      case Op.SYS -> add(live, a, Math.max(c, waits(b) ? 1 : 0));
      case Op.CALL -> {
        add(live, b + 2, params[a]);
        add(live, b - c, c);
      }
      case Op.CALLR -> {
        add(live, a, 1);
        add(live, b - c, c);
        add(live, b + 2, function.frameWords() - b - 2);
      }
      case Op.NOP, Op.IMM, Op.CONST, Op.JMP, Op.FOREVER, Op.LEAS, Op.VASTART -> {}
      case Op.LDG, Op.LDC, Op.LDP, Op.POLLBEGIN, Op.CHARS -> {}
      default -> {
        add(live, b, 1);
        add(live, c, 1);
      }
    }
  }

  /** The slot that the instruction always writes; or none. */
  private int written(int op, int a, int b) {
    return switch (op) {
      case Op.CALL, Op.CALLR -> b;
      case Op.SYS -> Builtin.values()[b].signature().startsWith("void ") ? NONE : a;
      case Op.NOP, Op.JMP, Op.JZ, Op.JNZ, Op.RET, Op.FOREVER, Op.STG, Op.STP -> NONE;
      case Op.ST, Op.STCH, Op.POLLBEGIN, Op.POLL -> NONE;
      default -> a;
    };
  }

  /** Does the builtin keep a value in its first slot while it waits? */
  private static boolean waits(int builtin) {
    return switch (Builtin.values()[builtin]) {
      case NDELAY, UDELAY, MDELAY -> true;
      default -> false;
    };
  }

  private static void add(long[] live, int from, int count) {
    for (int slot = from; slot < from + count && slot < live.length * Long.SIZE; slot++) {
      live[slot / Long.SIZE] |= 1L << slot % Long.SIZE;
    }
  }

  private static void remove(long[] live, int slot) {
    if (slot >= 0) {
      live[slot / Long.SIZE] &= ~(1L << slot % Long.SIZE);
    }
  }
}
