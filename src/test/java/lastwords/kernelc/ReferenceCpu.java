package lastwords.kernelc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Disassembler;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;

/**
 * A second implementation of byte code: one CPU without time, interrupts and other CPUs, written to
 * be obviously right. Collects what trace() writes, by source line.
 */
final class ReferenceCpu {
  private static final int STACK = 1 << 16;
  private static final long MOST_INSTRUCTIONS = 20_000_000;
  private static final int LINK_WORDS = 2;
  private static final int RETURN_TO_CALLER = -1;

  private final KernelImage image;
  private final int[] code;
  private final ReferenceMemory memory;
  private final ReferenceText text;
  private final Map<String, List<Long>> traced = new LinkedHashMap<>();
  private final long[] stack;
  private final long[] privates;
  private int frame;
  private int pc;
  private boolean irqsOff;
  private long nanos;

  ReferenceCpu(KernelImage image) {
    this.image = image;
    this.code = image.code();
    this.stack = new long[STACK];
    this.privates = image.privates();
    this.memory = new ReferenceMemory(image, stack);
    this.text = new ReferenceText(memory);
  }

  /** A trap of the machine. */
  static final class Trap extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int vector;

    Trap(int vector) {
      super("trap " + vector);
      this.vector = vector;
    }
  }

  /** Values by {@code file:line}, in order. */
  Map<String, List<Long>> traced() {
    return traced;
  }

  void boot() {
    image.initcalls().forEach(this::run);
  }

  /** Calls a function without arguments. */
  void run(int function) {
    frame = LINK_WORDS;
    stack[0] = RETURN_TO_CALLER;
    enter(function);
    for (long count = 0; pc != RETURN_TO_CALLER; count++) {
      if (count > MOST_INSTRUCTIONS) {
        throw new IllegalStateException("does not end: " + Disassembler.print(image, pc));
      }
      step();
    }
  }

  private void enter(int function) {
    FunctionInfo info = image.functions().get(function);
    if (frame + info.frameWords() > STACK) {
      throw new Trap(8);
    }
    for (int i = info.params(); i < info.frameWords(); i++) {
      stack[frame + i] = 0;
    }
    pc = info.entry();
  }

  private long r(int slot) {
    return stack[frame + slot];
  }

  private void set(int slot, long value) {
    stack[frame + slot] = value;
  }

  private void step() {
    int at = pc * 4;
    int op = code[at];
    int a = code[at + 1];
    int b = code[at + 2];
    int c = code[at + 3];
    int next = pc + 1;
    switch (op) {
      case Op.JMP -> next = a;
      case Op.JZ -> next = r(a) == 0 ? b : next;
      case Op.JNZ -> next = r(a) != 0 ? b : next;
      case Op.CALL -> {
        call(a, b, c);
        return;
      }
      case Op.CALLR -> {
        if (Pointer.tag(r(a)) != Pointer.FUNCTION) {
          throw new Trap(14);
        }
        call(Pointer.object(r(a)), b, c);
        return;
      }
      case Op.RET -> {
        giveBack(a < 0 ? 0 : r(a));
        return;
      }
      case Op.SYS -> system(Builtin.values()[b], a, c);
      case Op.POLL -> poll(a, b);
      case Op.FOREVER -> throw new IllegalStateException("loops for ever");
      case Op.LEAS -> set(a, Pointer.ofStack(Pointer.STACK, 0, frame + b));
      case Op.VASTART ->
          set(a, Pointer.ofStack(Pointer.VARARGS, 0, frame - LINK_WORDS - further()) + further());
      case Op.LDP -> set(a, privates[b]);
      case Op.STP -> privates[a] = r(b);
      case Op.LDCH -> set(a, text.character(r(b)));
      case Op.STCH -> text.setCharacter(r(a), r(b));
      case Op.CHARS -> set(a, 0);
      case Op.RMW -> set(a, modify(c & 0xff, c >> 8, r(a), r(a + 1), r(a + 2)));
      default -> plain(op, a, b, c);
    }
    pc = next;
  }

  private int further() {
    return (int) (stack[frame - LINK_WORDS] >>> 32);
  }

  private void call(int function, int link, int further) {
    stack[frame + link] = (pc + 1L) | (long) further << 32;
    stack[frame + link + 1] = frame;
    frame += link + LINK_WORDS;
    enter(function);
  }

  private void giveBack(long value) {
    long link = stack[frame - LINK_WORDS];
    if (link == RETURN_TO_CALLER) {
      pc = RETURN_TO_CALLER;
      return;
    }
    int at = frame - LINK_WORDS;
    frame = (int) stack[frame - 1];
    stack[at] = value;
    pc = (int) link;
  }

  private void plain(int op, int a, int b, int c) {
    switch (op) {
      case Op.NOP, Op.POLLBEGIN -> {}
      case Op.STG -> memory.write(a, r(b));
      case Op.ST -> memory.store(r(a), r(b));
      default -> set(a, value(op, a, b, c));
    }
  }

  private long value(int op, int a, int b, int c) {
    return switch (op) {
      case Op.IMM -> b;
      case Op.CONST -> image.constants()[b];
      case Op.MOV -> r(b);
      case Op.ADD -> r(b) + r(c);
      case Op.SUB -> r(b) - r(c);
      case Op.MUL -> r(b) * r(c);
      case Op.DIV -> r(b) / divisor(r(c));
      case Op.MOD -> r(b) % divisor(r(c));
      case Op.UDIV -> Long.divideUnsigned(r(b), divisor(r(c)));
      case Op.UMOD -> Long.remainderUnsigned(r(b), divisor(r(c)));
      case Op.AND -> r(b) & r(c);
      case Op.OR -> r(b) | r(c);
      case Op.XOR -> r(b) ^ r(c);
      case Op.SHL -> r(b) << r(c);
      case Op.SAR -> r(b) >> r(c);
      case Op.SHR -> r(b) >>> r(c);
      case Op.ADDI -> r(b) + c;
      case Op.NEG -> -r(b);
      case Op.NOT -> ~r(b);
      case Op.EQ -> truth(r(b) == r(c));
      case Op.NE -> truth(r(b) != r(c));
      case Op.LT -> truth(r(b) < r(c));
      case Op.LE -> truth(r(b) <= r(c));
      case Op.ULT -> truth(Long.compareUnsigned(r(b), r(c)) < 0);
      case Op.ULE -> truth(Long.compareUnsigned(r(b), r(c)) <= 0);
      case Op.LNOT -> truth(r(b) == 0);
      case Op.EXT -> narrowed(r(b), c);
      case Op.LEAP -> memory.perCpu(b, c < 0 ? 0 : r(c));
      case Op.INDEX -> indexed(r(a), r(b), image.constants()[c]);
      case Op.LDG -> memory.read(b);
      case Op.LDC -> image.data()[b];
      case Op.LD -> memory.load(r(b));
      default -> throw new IllegalStateException("unknown instruction " + op);
    };
  }

  private static long truth(boolean value) {
    return value ? 1 : 0;
  }

  private static long divisor(long value) {
    if (value == 0) {
      throw new Trap(0);
    }
    return value;
  }

  static long narrowed(long value, int width) {
    return switch (width) {
      case 0 -> value;
      case 1 -> truth(value != 0);
      case 8 -> value & 0xff;
      case 16 -> value & 0xffff;
      case 32 -> value & 0xffffffffL;
      case -8 -> (byte) value;
      case -16 -> (short) value;
      case -32 -> (int) value;
      default -> throw new IllegalStateException("unknown width " + width);
    };
  }

  private static long indexed(long pointer, long index, long shape) {
    long most = shape >>> 32;
    if (most != 0 && (index < 0 || index > most)) {
      throw new Trap(14);
    }
    return Pointer.plusWords(pointer, index * (int) shape);
  }

  private long modify(int kind, int width, long pointer, long first, long second) {
    long old = memory.load(pointer);
    switch (kind) {
      case Op.RMW_XCHG -> memory.store(pointer, first);
      case Op.RMW_CMPXCHG -> memory.store(pointer, old == first ? second : old);
      case Op.RMW_ADD -> memory.store(pointer, narrowed(old + first, width));
      case Op.RMW_OR -> memory.store(pointer, old | first);
      case Op.RMW_AND -> memory.store(pointer, old & first);
      default -> throw new IllegalStateException("unknown kind of RMW");
    }
    return old;
  }

  /** What is waited for never changes, so all iterations pass. */
  private void poll(int wait, int turns) {
    if (r(turns) < 0) {
      throw new IllegalStateException("waits for ever");
    }
    if (r(wait) != 0) {
      throw new IllegalStateException("the wait's own slot is not zero");
    }
    nanos += r(turns) * r(turns + 1);
  }

  private void system(Builtin builtin, int a, int count) {
    long[] args = new long[count];
    for (int i = 0; i < count; i++) {
      args[i] = r(a + i);
    }
    set(a, result(builtin, args));
  }

  private long result(Builtin builtin, long[] args) {
    switch (builtin) {
      case TRACE -> {
        String place = TestProgram.place(image.functionAt(pc).file(), image.lineAt(pc));
        traced.computeIfAbsent(place, key -> new ArrayList<>()).add(args[0]);
        return 0;
      }
      case CPU_RELAX -> {
        nanos++;
        return 0;
      }
      case SMP_PROCESSOR_ID, STAGED, SPIN_LOCK, SPIN_UNLOCK, SPIN_INIT -> {
        return 0;
      }
      case NR_CPUS, ALL_STAGED, SPIN_TRYLOCK -> {
        return 1;
      }
      case IRQ_SAVE, IRQ_DISABLE, IRQ_ENABLE, IRQ_RESTORE, IRQS_DISABLED -> {
        return interruptFlag(builtin, args);
      }
      case NDELAY, UDELAY, MDELAY -> {
        nanos +=
            args[0]
                * (builtin == Builtin.NDELAY ? 1 : builtin == Builtin.UDELAY ? 1_000 : 1_000_000);
        return 0;
      }
      case LOCAL_CLOCK -> {
        return nanos;
      }
      case HWEIGHT -> {
        return Long.bitCount(args[0]);
      }
      case FFS -> {
        return Long.numberOfTrailingZeros(args[0]);
      }
      case FLS -> {
        return 63 - Long.numberOfLeadingZeros(args[0]);
      }
      default -> {
        return text.call(builtin, args);
      }
    }
  }

  private long interruptFlag(Builtin builtin, long[] args) {
    boolean before = irqsOff;
    switch (builtin) {
      case IRQ_SAVE, IRQ_DISABLE -> irqsOff = true;
      case IRQ_ENABLE -> irqsOff = false;
      case IRQ_RESTORE -> irqsOff = args[0] == 0;
      default -> {
        return truth(before);
      }
    }
    return builtin == Builtin.IRQ_SAVE ? truth(!before) : 0;
  }
}
