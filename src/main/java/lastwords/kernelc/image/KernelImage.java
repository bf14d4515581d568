package lastwords.kernelc.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A compiled kernel: byte code, functions, variables with their initial values, strings. Immutable;
 * one image serves any number of machines.
 */
public final class KernelImage {
  private final int[] code;
  private final long[] constants;
  private final SourceLines lines;
  private final List<FunctionInfo> functions;
  private final List<GlobalInfo> globals;
  private final List<LockInfo> locks;
  private final List<String> strings;
  private final long[] data;
  private final long[] perCpu;
  private final long[] privates;
  private final List<Integer> initcalls;
  private final WordNames words;
  private final int[] functionOfPc;
  private final Map<String, Integer> functionsByName;
  private final Map<String, GlobalInfo> globalsByName;
  private final Analyses codeAnalyses; // shared with images with other initial values
  private final Analyses analyses = new Analyses();

  /**
   * @param code four ints per instruction
   * @param constants 64-bit constants
   * @param lines source line of each instruction, in the file of its function
   * @param functions by number
   * @param globals all variables
   * @param locks every raw spinlock
   * @param strings by number; pointers of kind STRING in code and data refer to them
   * @param data initial values of the data segment
   * @param perCpu initial values of one CPU's shared per-CPU area
   * @param privates initial values of one CPU's private per-CPU area
   * @param initcalls function numbers, in the order in which the machine calls them at boot
   */
  public KernelImage(
      int[] code,
      long[] constants,
      int[] lines,
      List<FunctionInfo> functions,
      List<GlobalInfo> globals,
      List<LockInfo> locks,
      List<String> strings,
      long[] data,
      long[] perCpu,
      long[] privates,
      List<Integer> initcalls) {
    this(
        code,
        constants,
        SourceLines.ofFunctions(lines, functions),
        functions,
        globals,
        locks,
        strings,
        data,
        perCpu,
        privates,
        initcalls,
        WordNames.NONE);
  }

  /** As the public constructor, with the names of words. */
  public KernelImage(
      int[] code,
      long[] constants,
      SourceLines lines,
      List<FunctionInfo> functions,
      List<GlobalInfo> globals,
      List<LockInfo> locks,
      List<String> strings,
      long[] data,
      long[] perCpu,
      long[] privates,
      List<Integer> initcalls,
      WordNames words) {
    this.code = code;
    this.constants = constants;
    this.lines = lines;
    this.functions = List.copyOf(functions);
    this.globals = List.copyOf(globals);
    this.locks = List.copyOf(locks);
    this.strings = List.copyOf(strings);
    this.data = data;
    this.perCpu = perCpu;
    this.privates = privates;
    this.initcalls = List.copyOf(initcalls);
    this.words = words;
    this.functionOfPc = new int[code.length / FunctionCode.WIDTH];
    this.functionsByName = new LinkedHashMap<>();
    this.globalsByName = new LinkedHashMap<>();
    this.codeAnalyses = new Analyses();
    index();
  }

  /** Another image with other initial values of the data segment. */
  private KernelImage(KernelImage other, long[] data) {
    this.code = other.code;
    this.constants = other.constants;
    this.lines = other.lines;
    this.functions = other.functions;
    this.globals = other.globals;
    this.locks = other.locks;
    this.strings = other.strings;
    this.data = data;
    this.perCpu = other.perCpu;
    this.privates = other.privates;
    this.initcalls = other.initcalls;
    this.words = other.words;
    this.functionOfPc = other.functionOfPc;
    this.functionsByName = other.functionsByName;
    this.globalsByName = other.globalsByName;
    this.codeAnalyses = other.codeAnalyses;
  }

  private void index() {
    for (int f = 0; f < functions.size(); f++) {
      FunctionInfo function = functions.get(f);
      functionsByName.putIfAbsent(function.name(), f);
      for (int pc = function.entry(); pc < function.end(); pc++) {
        functionOfPc[pc] = f;
      }
    }
    globals.forEach(global -> globalsByName.putIfAbsent(global.name(), global));
  }

  /** The byte code, four ints per instruction. Shared: callers must not write to it. */
  public int[] code() {
    return code;
  }

  /** Shared: callers must not write to it. */
  public long[] constants() {
    return constants;
  }

  /** A fresh copy of the data segment's initial values. */
  public long[] data() {
    return data.clone();
  }

  /** A fresh copy of the initial values of one CPU's shared per-CPU area. */
  public long[] perCpu() {
    return perCpu.clone();
  }

  /** A fresh copy of the initial values of one CPU's private per-CPU area. */
  public long[] privates() {
    return privates.clone();
  }

  public List<FunctionInfo> functions() {
    return functions;
  }

  public List<GlobalInfo> globals() {
    return globals;
  }

  public List<LockInfo> locks() {
    return locks;
  }

  public List<String> strings() {
    return strings;
  }

  public List<Integer> initcalls() {
    return initcalls;
  }

  /** The function that contains instruction pc. */
  public FunctionInfo functionAt(int pc) {
    return functions.get(functionOfPc[pc]);
  }

  /** The source line of instruction pc, in the file that {@link #fileAt} names. */
  public int lineAt(int pc) {
    return lines.line(pc);
  }

  /** The source file of instruction pc: its function's, or that of an inlined function. */
  public String fileAt(int pc) {
    return lines.file(pc);
  }

  /** The number of the function with this name. */
  public OptionalInt function(String name) {
    Integer number = functionsByName.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The variable with this name, or null if there is none. */
  public GlobalInfo global(String name) {
    return globalsByName.get(name);
  }

  /** This image with other initial values of scalar variables, given by name. */
  public KernelImage withValues(Map<String, Long> values) {
    long[] changed = data.clone();
    values.forEach((name, value) -> changed[settable(name).address()] = value);
    return new KernelImage(this, changed);
  }

  /** The analyses of this image. */
  public Analyses analyses() {
    return analyses;
  }

  /** The analyses of its code and functions alone, which do not depend on initial values. */
  public Analyses codeAnalyses() {
    return codeAnalyses;
  }

  public SourceLines lines() {
    return lines;
  }

  public WordNames words() {
    return words;
  }

  /** The name in C of a word of the data segment: {@code log_buf[3].len}. */
  public String wordName(int address) {
    return words.name(GlobalInfo.Storage.SHARED, address);
  }

  /** The name in C of a word of the shared per-CPU area, by its offset. */
  public String perCpuWordName(int offset) {
    return words.name(GlobalInfo.Storage.PER_CPU, offset);
  }

  /** The name in C of a word of a CPU's private area. */
  public String privateWordName(int offset) {
    return words.name(GlobalInfo.Storage.PRIVATE, offset);
  }

  private GlobalInfo settable(String name) {
    GlobalInfo global = global(name);
    boolean one = global != null && global.scalar();
    if (!one
        || (global.storage() != GlobalInfo.Storage.SHARED
            && global.storage() != GlobalInfo.Storage.READ_ONLY)) {
      throw new IllegalArgumentException(name + " is not a scalar global variable of this kernel");
    }
    return global;
  }
}
