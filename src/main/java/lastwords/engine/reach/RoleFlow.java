package lastwords.engine.reach;

import static lastwords.machine.compare.WordRoles.CPU;
import static lastwords.machine.compare.WordRoles.MASK;
import static lastwords.machine.compare.WordRoles.NONE;
import static lastwords.machine.compare.WordRoles.POINTER;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;

/** How roles flow through the slots of one function, from instruction to instruction. */
final class RoleFlow {
  private static final int UNKNOWN = -1;
  private static final int WORD = 24; // one word further, in a pointer
  private static final int AREA = 1 << 30; // marks an offset in the per-CPU area

  private final KernelImage image;
  private final int[] code;
  private final Roles roles;
  private final int number;
  private final FunctionInfo function;
  private final int[] known; // by slot: the address that it points to, in straight-line code
  private final long[] shapes; // and the array of such places, as in INDEX; 0: a single one
  private final Deque<Integer> open = new ArrayDeque<>();
  private int[] now;

  RoleFlow(KernelImage image, Roles roles, int number) {
    this.image = image;
    this.code = image.code();
    this.roles = roles;
    this.number = number;
    this.function = image.functions().get(number);
    this.known = new int[function.frameWords()];
    this.shapes = new long[function.frameWords()];
  }

  void run() {
    roles.at(function.entry(), roles.parameters(number));
    open.push(function.entry());
    boolean[] seen = new boolean[function.end() - function.entry()];
    while (!open.isEmpty()) {
      int pc = open.pop();
      Arrays.fill(known, UNKNOWN);
      boolean first = !seen[pc - function.entry()];
      while (pc >= 0 && first) {
        seen[pc - function.entry()] = true;
        now = roles.slots(pc).clone();
        step(pc);
        pc = next(pc, seen);
        first = pc >= 0;
      }
    }
  }

  /** The instruction to continue with; -1 if everything about it is known. */
  private int next(int pc, boolean[] seen) {
    int op = code[4 * pc];
    if (op == Op.RET || op == Op.FOREVER) {
      return -1;
    }
    if (op == Op.JMP || op == Op.JZ || op == Op.JNZ) {
      reach(code[4 * pc + (op == Op.JMP ? 1 : 2)], seen);
      if (op != Op.JMP) {
        reach(pc + 1, seen);
      }
      return -1;
    }
    boolean inside = pc + 1 < function.end();
    boolean news = inside && (roles.at(pc + 1, now) | !seen[pc + 1 - function.entry()]);
    return news ? pc + 1 : -1;
  }

  private void reach(int pc, boolean[] seen) {
    if (pc < function.end() && (roles.at(pc, now) | !seen[pc - function.entry()])) {
      seen[pc - function.entry()] = false;
      open.push(pc);
    }
  }

  private int get(int slot) {
    return slot >= 0 && slot < now.length ? now[slot] : NONE;
  }

  private void set(int slot, int role) {
    set(slot, role, UNKNOWN);
  }

  private void set(int slot, int role, int address) {
    set(slot, role, address, 0);
  }

  private void set(int slot, int role, int address, long shape) {
    if (slot >= 0 && slot < now.length) {
      now[slot] = role;
      known[slot] = address;
      shapes[slot] = shape;
    }
  }

  private long shape(int slot) {
    return slot >= 0 && slot < shapes.length ? shapes[slot] : 0;
  }

  private int address(int slot) {
    return slot >= 0 && slot < known.length ? known[slot] : UNKNOWN;
  }

  private void step(int pc) {
    int a = code[4 * pc + 1];
    int b = code[4 * pc + 2];
    int c = code[4 * pc + 3];
    switch (code[4 * pc]) {
      case Op.CONST -> {
        long word = image.constants()[b];
        set(a, NONE, Pointer.tag(word) == Pointer.DATA ? Pointer.object(word) : UNKNOWN);
      }
      case Op.LEAP -> set(a, c < 0 || get(c) == CPU ? POINTER : NONE, AREA | b);
      case Op.MOV -> set(a, get(b), address(b), shape(b));
      case Op.EXT -> set(a, get(b));
      case Op.ADDI -> {
        int moved = address(b) == UNKNOWN ? UNKNOWN : address(b) + (c >> WORD);
        set(a, get(b) == POINTER ? POINTER : NONE, moved, shape(b));
      }
      case Op.INDEX -> {
        long shape = image.constants()[c];
        set(a, get(a) == POINTER ? POINTER : NONE, address(a), shape);
      }
      case Op.SHL -> set(a, get(c) == CPU ? MASK : NONE);
      case Op.AND, Op.OR, Op.XOR -> set(a, get(b) == MASK || get(c) == MASK ? MASK : NONE);
      case Op.NOT -> set(a, get(b) == MASK ? MASK : NONE);
      case Op.LDG -> set(a, roles.shared(b));
      case Op.LDP -> set(a, roles.privates(b));
      case Op.LD -> set(a, loaded(address(b)));
      case Op.STG -> roles.intoShared(a, get(b));
      case Op.STP -> roles.intoPrivate(a, get(b));
      case Op.ST -> store(address(a), shape(a), get(b));
      case Op.RMW -> {
        boolean compares = (c & 0xff) == Op.RMW_CMPXCHG; // otherwise the second value is unused
        store(address(a), shape(a), Math.max(get(a + 1), compares ? get(a + 2) : NONE));
        set(a, loaded(address(a)));
      }
      case Op.RET -> roles.returns(number, a < 0 ? NONE : get(a));
      case Op.CALL -> call(a, b);
      case Op.CALLR -> forget(b);
      case Op.SYS -> set(a, b == Builtin.SMP_PROCESSOR_ID.ordinal() ? CPU : NONE);
      case Op.NOP, Op.JMP, Op.JZ, Op.JNZ, Op.FOREVER, Op.POLLBEGIN, Op.STCH -> {}
      case Op.POLL -> set(b, NONE);
      default -> set(a, NONE);
    }
  }

  private int loaded(int address) {
    if (address == UNKNOWN) {
      return NONE;
    }
    boolean area = (address & AREA) != 0;
    return area ? roles.loaded(address & ~AREA) : roles.shared(address);
  }

  private void store(int address, long shape, int role) {
    for (int i = 0; i <= shape >>> 32; i++) {
      store(address == UNKNOWN ? UNKNOWN : address + i * (int) shape, role);
    }
  }

  private void store(int address, int role) {
    if (address != UNKNOWN && (address & AREA) != 0) {
      roles.intoPerCpu(address & ~AREA, role);
    } else if (address != UNKNOWN) {
      roles.intoShared(address, role);
    }
  }

  private void call(int callee, int slot) {
    for (int i = 0; i < image.functions().get(callee).params(); i++) {
      roles.intoParameter(callee, i, get(slot + 2 + i));
    }
    forget(slot);
    set(slot, roles.returned(callee));
  }

  private void forget(int from) {
    for (int slot = from; slot < now.length; slot++) {
      set(slot, NONE);
    }
  }
}
