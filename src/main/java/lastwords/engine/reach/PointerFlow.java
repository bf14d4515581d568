package lastwords.engine.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;

/**
 * Which variable each slot of a function's frame points to, at each instruction, as far as the
 * function itself shows; and which variables' addresses escape from it.
 */
final class PointerFlow {
  private static final int ANYTHING = -1; // but not what the function itself has pointed to
  private static final Builtin[] BUILTINS = Builtin.values();

  private final KernelImage image;
  private final int[] code;
  private final Variables variables;
  private final FunctionInfo function;
  private final BitSet escaped;
  private final int[][] before; // by instruction and slot: a set of places, by number
  private final List<BitSet> sets = new ArrayList<>();
  private final Map<BitSet, Integer> numbers = new LinkedHashMap<>();
  private final BitSet addressed = new BitSet(); // slots whose address is taken
  private final Deque<Integer> open = new ArrayDeque<>();
  private int[] now;

  /**
   * @param escaped receives the places whose addresses escape
   */
  PointerFlow(KernelImage image, Variables variables, FunctionInfo function, BitSet escaped) {
    this.image = image;
    this.code = image.code();
    this.variables = variables;
    this.function = function;
    this.escaped = escaped;
    this.before = new int[function.end() - function.entry()][];
    addresses();
    flow();
  }

  private void addresses() {
    for (int pc = function.entry(); pc < function.end(); pc++) {
      if (code[4 * pc] == Op.LEAS) {
        int variable = code[4 * pc + 3];
        int first = Op.variableSlot(variable);
        addressed.set(first, first + Op.variableWords(variable));
        addressed.set(code[4 * pc + 2]);
      }
    }
  }

  private void flow() {
    int[] entry = new int[function.frameWords()];
    Arrays.fill(entry, ANYTHING);
    reach(function.entry(), entry);
    while (!open.isEmpty()) {
      int pc = open.pop();
      now = before[pc - function.entry()].clone();
      step(pc);
      int op = code[4 * pc];
      if (op == Op.JMP) {
        reach(code[4 * pc + 1], now);
      } else if (op != Op.RET && op != Op.FOREVER) {
        if (op == Op.JZ || op == Op.JNZ) {
          reach(code[4 * pc + 2], now);
        }
        reach(pc + 1, now);
      }
    }
  }

  private void reach(int pc, int[] slots) {
    if (pc >= function.end()) {
      return;
    }
    int[] known = before[pc - function.entry()];
    if (known == null) {
      before[pc - function.entry()] = slots.clone();
      open.push(pc);
    } else if (join(known, slots)) {
      open.push(pc);
    }
  }

  private boolean join(int[] known, int[] more) {
    boolean changed = false;
    for (int slot = 0; slot < known.length; slot++) {
      if (known[slot] != more[slot]) {
        BitSet all = places(known[slot]);
        all.or(places(more[slot]));
        int number = number(all);
        changed |= known[slot] != number;
        known[slot] = number;
      }
    }
    return changed;
  }

  /** The set with this number; the bit after the last place stands for anything else. */
  private BitSet places(int number) {
    BitSet places = new BitSet();
    if (number == ANYTHING) {
      places.set(variables.places());
    } else {
      places.or(sets.get(number));
    }
    return places;
  }

  private int number(BitSet places) {
    if (places.nextSetBit(0) == variables.places()) {
      return ANYTHING;
    }
    Integer known = numbers.get(places);
    if (known == null) {
      known = sets.size();
      sets.add(places);
      numbers.put(places, known);
    }
    return known;
  }

  private int just(int place) {
    BitSet one = new BitSet();
    one.set(place < 0 ? variables.places() : place);
    return number(one);
  }

  private void escape(int number) {
    BitSet places = places(number);
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      if (place < variables.places()) {
        escaped.set(variables.toOthers(place));
      }
    }
  }

  private void escapeSlots(int from, int to) {
    for (int slot = Math.max(0, from); slot < Math.min(to, now.length); slot++) {
      escape(now[slot]);
    }
  }

  private void set(int slot, int number) {
    if (slot < 0 || slot >= now.length) {
      return;
    }
    if (addressed.get(slot)) {
      escape(number);
      now[slot] = ANYTHING;
    } else {
      now[slot] = number;
    }
  }

  private void forget(int from, int to) {
    for (int slot = Math.max(0, from); slot < Math.min(to, now.length); slot++) {
      now[slot] = ANYTHING;
    }
  }

  private int get(int slot) {
    return slot >= 0 && slot < now.length ? now[slot] : ANYTHING;
  }

  private void step(int pc) {
    int a = code[4 * pc + 1];
    int b = code[4 * pc + 2];
    int c = code[4 * pc + 3];
    switch (code[4 * pc]) {
      case Op.CONST -> set(a, just(variables.pointedTo(image.constants()[b])));
      case Op.LEAP -> set(a, just(variables.perCpu(b, c < 0)));
      case Op.MOV, Op.ADDI -> set(a, get(b));
      case Op.INDEX -> {
        escape(get(b));
        set(a, get(a));
      }
      case Op.NOP, Op.JMP, Op.JZ, Op.JNZ, Op.FOREVER, Op.POLLBEGIN -> {}
      case Op.EQ, Op.NE, Op.LT, Op.LE, Op.ULT, Op.ULE, Op.LNOT -> set(a, ANYTHING);
      case Op.IMM, Op.LDG, Op.LDC, Op.LDP, Op.LD, Op.LDCH, Op.LEAS, Op.VASTART, Op.CHARS ->
          set(a, ANYTHING);
      case Op.STG, Op.STP, Op.ST, Op.STCH -> escape(get(b));
      case Op.RMW -> {
        escapeSlots(a + 1, a + 3);
        set(a, ANYTHING);
      }
      case Op.RET -> escape(get(a));
      case Op.CALL, Op.CALLR -> {
        escapeSlots(b - c, now.length);
        forget(b, now.length);
      }
      case Op.SYS -> call(BUILTINS[b], a, c);
      case Op.POLL -> {
        set(a, ANYTHING);
        forget(b, b + 2);
      }
      default -> {
        escape(get(b));
        escape(get(c));
        set(a, ANYTHING);
      }
    }
  }

  private void call(Builtin builtin, int a, int count) {
    escapeSlots(isLock(builtin) ? a + 1 : a, a + count);
    forget(a, a + Math.max(1, count));
  }

  static boolean isLock(Builtin builtin) {
    return switch (builtin) {
      case SPIN_LOCK, SPIN_TRYLOCK, SPIN_UNLOCK, SPIN_IS_LOCKED, SPIN_INIT -> true;
      default -> false;
    };
  }

  /**
   * Adds the places that an instruction accesses through the pointer in a slot; false if there may
   * be others that depend on the rest of the kernel.
   */
  boolean through(int pc, int slot, BitSet places) {
    int[] slots = before[pc - function.entry()];
    if (slots == null) {
      return true; // unreachable code
    }
    places.or(places(slot < slots.length ? slots[slot] : ANYTHING));
    boolean told = !places.get(variables.places());
    places.clear(variables.places());
    return told;
  }

  /** Does anything point to its slots? */
  boolean isAddressed() {
    return !addressed.isEmpty();
  }
}
