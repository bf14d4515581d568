package lastwords.engine.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;

/**
 * Which variables each function of a kernel may touch, itself or in what it calls. A pointer that a
 * function does not make itself may point to any variable whose address escapes anywhere, and a
 * function pointer to any function whose address is taken; pointers stay inside the variable that
 * they were made for.
 */
public final class Reach {
  private static final Builtin[] BUILTINS = Builtin.values();

  private final KernelImage image;
  private final int[] code;
  private final Variables variables;
  private final List<PointerFlow> flows = new ArrayList<>();
  private final BitSet escaped = new BitSet(); // places
  private final BitSet called = new BitSet(); // functions whose address is taken
  private final List<BitSet> touched = new ArrayList<>(); // by function, including what it calls
  private final BitSet handled = new BitSet(); // what handlers of interrupts and traps touch
  private final boolean breaks; // may a breakpoint replace a called function by another?
  private final BitSet[] alone; // by instruction: what the step touches, as other CPUs name it
  private final int[] functionOf; // by instruction
  private boolean some;

  /** The complete analysis. */
  public Reach(KernelImage image) {
    this(image, List.of(), true);
  }

  /**
   * As much as is needed for {@link #alone}, on CPUs that start with these functions. If no
   * instruction can qualify, nothing is analysed, which takes no time.
   */
  public Reach(KernelImage image, List<Integer> entries) {
    this(image, entries, false);
  }

  private Reach(KernelImage image, List<Integer> entries, boolean all) {
    this.image = image;
    this.code = image.code();
    this.variables = new Variables(image);
    this.breaks = calls(Builtin.BREAKPOINT);
    this.alone = new BitSet[code.length / 4];
    this.functionOf = new int[code.length / 4];
    initial();
    List<BitSet> calls = new ArrayList<>();
    image.functions().forEach(function -> calls.add(callees(function)));
    if (all || new Naming(image, variables).owned(calls, entries)) {
      findOut(calls);
    }
  }

  private void findOut(List<BitSet> calls) {
    for (int f = 0; f < image.functions().size(); f++) {
      FunctionInfo function = image.functions().get(f);
      Arrays.fill(functionOf, function.entry(), function.end(), f);
      flows.add(new PointerFlow(image, variables, function, escaped));
    }
    close(calls);
    handlers();
    steps();
  }

  private boolean calls(Builtin builtin) {
    for (int pc = 0; pc < code.length / 4; pc++) {
      if (code[4 * pc] == Op.SYS && code[4 * pc + 2] == builtin.ordinal()) {
        return true;
      }
    }
    return false;
  }

  // ---- addresses that escape ----

  private void initial() {
    addresses(image.data());
    addresses(image.perCpu());
    addresses(image.privates());
    for (int pc = 0; pc < code.length / 4; pc++) {
      if (code[4 * pc] == Op.CONST) {
        function(image.constants()[code[4 * pc + 2]]);
      }
    }
    if (calls(Builtin.STACK_ENTRY)) {
      called.set(0, image.functions().size());
    }
  }

  private void addresses(long[] words) {
    for (long word : words) {
      int place = variables.pointedTo(word);
      if (place >= 0) {
        escaped.set(place);
      }
      function(word);
    }
  }

  private void function(long word) {
    if (Pointer.tag(word) == Pointer.FUNCTION) {
      called.set(Pointer.object(word));
    }
  }

  // ---- what functions touch ----

  private void close(List<BitSet> calls) {
    for (int f = 0; f < image.functions().size(); f++) {
      touched.add(touchedItself(f));
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int f = 0; f < calls.size(); f++) {
        int before = touched.get(f).cardinality();
        BitSet all = touched.get(f);
        calls.get(f).stream().forEach(callee -> all.or(touched.get(callee)));
        changed |= touched.get(f).cardinality() != before;
      }
    }
  }

  private BitSet callees(FunctionInfo function) {
    BitSet callees = new BitSet();
    for (int pc = function.entry(); pc < function.end(); pc++) {
      int op = code[4 * pc];
      if (op == Op.CALL) {
        callees.set(code[4 * pc + 1]);
      }
      if (op == Op.CALLR || op == Op.CALL && breaks || jumps(pc)) {
        callees.or(called);
      }
    }
    return callees;
  }

  /** Does a CPU start over there, with a function whose address is taken? */
  private boolean jumps(int pc) {
    return code[4 * pc] == Op.SYS && code[4 * pc + 2] == Builtin.JUMP_CRASH_KERNEL.ordinal();
  }

  private BitSet touchedItself(int number) {
    FunctionInfo function = image.functions().get(number);
    BitSet places = new BitSet();
    for (int pc = function.entry(); pc < function.end(); pc++) {
      if (!touches(pc, flows.get(number), places)) {
        places.or(escaped);
      }
    }
    return places;
  }

  /**
   * Adds what an instruction touches; false if it may touch anything that a pointer can point to.
   */
  private boolean touches(int pc, PointerFlow flow, BitSet places) {
    int a = code[4 * pc + 1];
    int b = code[4 * pc + 2];
    return switch (code[4 * pc]) {
      case Op.LDG -> add(variables.shared(b), places);
      case Op.STG -> add(variables.shared(a), places);
      case Op.LDP -> add(variables.privates(b), places);
      case Op.STP -> add(variables.privates(a), places);
      case Op.LD, Op.LDCH -> flow.through(pc, b, places);
      case Op.ST, Op.STCH, Op.RMW -> flow.through(pc, a, places);
      case Op.SYS -> called(pc, flow, places);
      default -> true;
    };
  }

  private static boolean add(int place, BitSet places) {
    if (place >= 0) {
      places.set(place);
    }
    return place >= 0;
  }

  private boolean called(int pc, PointerFlow flow, BitSet places) {
    Builtin builtin = BUILTINS[code[4 * pc + 2]];
    if (PointerFlow.isLock(builtin)) {
      return flow.through(pc, code[4 * pc + 1], places);
    }
    return switch (builtin) {
      case VSNPRINTF, VSCNPRINTF, SNPRINTF, SCNPRINTF -> false;
      case STRLEN, STRSCPY, STRCMP, STRNCMP, STRCHR, STRSTR -> false;
      case UART_TX, PRAM_WRITE, SAID, HYPERVISOR, NOTIFIER, DISK_WRITE, CRASH_SAID -> false;
      default -> true;
    };
  }

  private void handlers() {
    for (int f = 0; f < image.functions().size(); f++) {
      if (image.functions().get(f).vector() >= 0) {
        handled.or(touched.get(f));
      }
    }
  }

  // ---- steps that touch what no other CPU touches ----

  private void steps() {
    if (calls(Builtin.SECTION_BEGIN)) {
      return; // whether a step is possible then depends on others
    }
    for (int f = 0; f < image.functions().size(); f++) {
      FunctionInfo function = image.functions().get(f);
      for (int pc = function.entry(); pc < function.end(); pc++) {
        BitSet places = flows.get(f).isAddressed() ? null : step(pc, f);
        alone[pc] = places == null || places.intersects(handled) ? null : places;
        some |= alone[pc] != null;
      }
    }
  }

  /** What the step from an instruction touches, as other CPUs name it; null if it does more. */
  private BitSet step(int from, int function) {
    BitSet places = new BitSet();
    BitSet seen = new BitSet();
    BitSet open = new BitSet();
    open.set(from);
    for (int pc = from; pc >= 0; pc = open.nextSetBit(0)) {
      open.clear(pc);
      boolean local = isLocal(pc);
      boolean told = touches(pc, flows.get(function), places);
      if (!told || !local && !isAccess(pc)) {
        return null;
      }
      seen.set(pc);
      if (local) {
        next(pc, open);
      }
      open.andNot(seen);
    }
    return asOthersSee(places);
  }

  private void next(int pc, BitSet open) {
    int op = code[4 * pc];
    open.set(op == Op.JMP ? code[4 * pc + 1] : pc + 1);
    if (op == Op.JZ || op == Op.JNZ) {
      open.set(code[4 * pc + 2]);
    }
  }

  private boolean isLocal(int pc) {
    int op = code[4 * pc];
    boolean own = op == Op.LEAP && code[4 * pc + 3] < 0;
    boolean works = op <= Op.JNZ || own || op == Op.INDEX || op == Op.CHARS;
    return works || op == Op.LDC || op == Op.LDP || op == Op.STP || op == Op.SYS && asksItself(pc);
  }

  private boolean asksItself(int pc) {
    return switch (BUILTINS[code[4 * pc + 2]]) {
      case SMP_PROCESSOR_ID, NR_CPUS, HWEIGHT, FFS, FLS, HAS_NMI -> true;
      case STACK_ENTRY, STACK_ENTERED, STACK_IRQS, STACK_DEPTH -> true;
      case UART_TYPE, PRAM_ZONES, PRAM_SIZE -> true;
      default -> false;
    };
  }

  private boolean isAccess(int pc) {
    return switch (code[4 * pc]) {
      case Op.LDG, Op.STG, Op.LD, Op.ST, Op.RMW -> true;
      case Op.SYS -> PointerFlow.isLock(BUILTINS[code[4 * pc + 2]]);
      default -> false;
    };
  }

  /** Null if one of them is a copy that may be another CPU's. */
  private BitSet asOthersSee(BitSet places) {
    BitSet seen = new BitSet();
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      if (variables.ofAnyCpu(place) || handled.get(place)) {
        return null;
      }
      seen.set(variables.toOthers(place));
    }
    return seen;
  }

  // ---- queries ----

  /** Is there an instruction for which {@link #alone} can be true? */
  public boolean any() {
    return some;
  }

  /**
   * Does the next step from an instruction touch only variables that no handler of an interrupt or
   * trap ever touches, and slots that nothing points to?
   */
  public boolean alone(int pc) {
    return pc >= 0 && alone[pc] != null;
  }

  /**
   * May a CPU with a frame at one instruction touch what another CPU's next step from another
   * instruction touches?
   *
   * @param step an instruction for which {@link #alone} is true
   */
  public boolean mayTouch(int frame, int step) {
    return touched.get(functionOf[frame]).intersects(alone[step]);
  }

  /**
   * May code at an instruction, or what it calls, touch this word of memory?
   *
   * @param cpu the one that runs it
   */
  public boolean mayTouch(int pc, int address, int cpu) {
    BitSet places = touched.get(functionOf[pc]);
    int offset = address - image.data().length;
    if (offset < 0) {
      return places.get(variables.shared(address));
    }
    int words = image.perCpu().length;
    boolean own = offset / words == cpu && places.get(variables.perCpu(offset % words, true));
    return own || places.get(variables.perCpu(offset % words, false));
  }
}
