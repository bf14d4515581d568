package lastwords.machine.layout;

import java.util.Arrays;
import java.util.List;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.LockInfo;
import lastwords.kernelc.image.SymbolTable;

/**
 * What every CPU of a machine knows of the kernel: code, functions, vectors, and the addresses of
 * locks and per-CPU areas.
 */
public final class CpuTables {
  public static final int TRAP_DIVIDE = 0;
  public static final int TRAP_STACK = 8;
  public static final int TRAP_POINTER = 14;
  public static final int TASK_OVER =
      255; // a vector that no hardware uses: the CPU's first function has returned
  private static final int VECTORS = 256;
  public static final int LAST_VECTOR = VECTORS - 1;

  public final int[] code;
  public final long[] constants;
  public final int[] entry;
  public final int[] frameWords;
  public final int[] params;
  public final boolean[] inline; // per function: does a backtrace name its caller instead?
  public final int[] functionOfPc;
  private final int[] frameWordsOfPc;

  /** The function that serves a vector, or -1. */
  public final int[] handler = new int[VECTORS];

  /** The bit of a vector in a CPU's pending word, or -1; higher vectors have higher bits. */
  public final int[] bit = new int[VECTORS];

  /** The vector of a bit. */
  public final int[] vectorOfBit = new int[Long.SIZE];

  public final SymbolTable symbols;
  public final long[] readOnly;
  public final int cpus;
  public final int globalWords;
  public final int perCpuWords;
  public final int dataWords;
  public final int privateWords;
  public final int stacks;
  public final int stackWords; // of all stacks
  public final int savedWords; // of the stacks that the CPU is not on: where they were left

  /** Lock number of a data address, or -1. */
  public final int[] lockAt;

  private CpuTables(KernelImage image, int cpus) {
    this.cpus = cpus;
    code = image.code();
    constants = image.constants();
    List<FunctionInfo> functions = image.functions();
    entry = functions.stream().mapToInt(FunctionInfo::entry).toArray();
    frameWords = functions.stream().mapToInt(FunctionInfo::frameWords).toArray();
    params = functions.stream().mapToInt(FunctionInfo::params).toArray();
    inline = new boolean[functions.size()];
    for (int f = 0; f < inline.length; f++) {
      inline[f] = functions.get(f).inline();
    }
    functionOfPc = functionOfPc(functions, code.length / 4);
    frameWordsOfPc = Arrays.stream(functionOfPc).map(function -> frameWords[function]).toArray();
    symbols = new SymbolTable(image);
    readOnly = image.data();
    globalWords = readOnly.length;
    perCpuWords = image.perCpu().length;
    dataWords = globalWords + cpus * perCpuWords;
    privateWords = image.privates().length;
    stacks = StackUse.of(image);
    stackWords = stacks * CpuWords.STACK_WORDS;
    savedWords = stacks > 1 ? stacks * CpuWords.SAVED_WORDS : 0;
    lockAt = lockAddresses(image.locks(), cpus);
    vectors(functions);
  }

  /** The tables of an image, for machines with this number of CPUs. */
  static CpuTables of(KernelImage image, int cpus) {
    return image.analyses().get(CpuTables.class, cpus, () -> new CpuTables(image, cpus));
  }

  private static int[] functionOfPc(List<FunctionInfo> functions, int length) {
    int[] table = new int[length];
    for (int f = 0; f < functions.size(); f++) {
      Arrays.fill(table, functions.get(f).entry(), functions.get(f).end(), f);
    }
    return table;
  }

  private int[] lockAddresses(List<LockInfo> locks, int cpus) {
    int[] table = new int[dataWords];
    Arrays.fill(table, -1);
    int number = 0;
    for (LockInfo lock : locks) {
      int copies = lock.perCpu() ? cpus : 1;
      for (int cpu = 0; cpu < copies; cpu++) {
        int base = lock.perCpu() ? globalWords + cpu * perCpuWords : 0;
        table[base + lock.address()] = number++;
      }
    }
    return table;
  }

  private void vectors(List<FunctionInfo> functions) {
    Arrays.fill(handler, -1);
    Arrays.fill(bit, -1);
    for (int f = 0; f < functions.size(); f++) {
      int vector = functions.get(f).vector();
      if (vector >= 0 && vector < VECTORS) {
        handler[vector] = f;
      }
    }
    int next = 0;
    for (int vector = 0; vector < VECTORS && next < Long.SIZE - 1; vector++) {
      if (handler[vector] >= 0) {
        bit[vector] = next;
        vectorOfBit[next++] = vector;
      }
    }
  }

  /** Size in words of the frame of the function that contains instruction pc. */
  public int frameWordsAt(int pc) {
    return pc < 0 ? 0 : frameWordsOfPc[pc];
  }
}
