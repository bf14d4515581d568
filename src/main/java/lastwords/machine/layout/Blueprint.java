package lastwords.machine.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.LockInfo;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Wiring;
import lastwords.machine.text.Symbols;

/** What all machines with one kernel and one hardware have in common. Immutable. */
public final class Blueprint implements Symbols {
  private static final long DATA_DISTANCE = 16L << 20;

  public final KernelImage image;
  public final MachineConfig config;
  public final CpuTables tables;
  public final Wiring wiring;
  private final String[] lockNames;

  public Blueprint(KernelImage image, MachineConfig config) {
    this.image = image;
    this.config = config;
    this.tables = CpuTables.of(image, config.cpus());
    this.lockNames = lockNames(image.locks(), config.cpus());
    this.wiring = new Wiring(config, lockNames.length);
  }

  private static String[] lockNames(List<LockInfo> infos, int cpus) {
    List<String> names = new ArrayList<>();
    for (LockInfo lock : infos) {
      int copies = lock.perCpu() ? cpus : 1;
      for (int cpu = 0; cpu < copies; cpu++) {
        names.add(lock.perCpu() ? lock.name() + "@cpu" + cpu : lock.name());
      }
    }
    return names.toArray(String[]::new);
  }

  public String lockName(int number) {
    return lockNames[number];
  }

  /** Initial values of the data segment, including every CPU's area. */
  public long[] data() {
    long[] data = Arrays.copyOf(image.data(), tables.dataWords);
    long[] perCpu = image.perCpu();
    for (int cpu = 0; cpu < config.cpus(); cpu++) {
      System.arraycopy(perCpu, 0, data, tables.globalWords + cpu * perCpu.length, perCpu.length);
    }
    return data;
  }

  @Override
  public String name(long pointer) {
    return tables.symbols.isFunction(pointer)
        ? image.functions().get(Pointer.object(pointer)).name()
        : other(pointer);
  }

  @Override
  public String place(long pointer) {
    return tables.symbols.isFunction(pointer) ? tables.symbols.place(pointer) : other(pointer);
  }

  private String other(long pointer) {
    return Pointer.tag(pointer) == Pointer.DATA
        ? wordName(Pointer.object(pointer))
        : "0x" + Long.toHexString(pointer);
  }

  /** Data and stacks follow the code, 8 bytes a word. */
  @Override
  public long address(long pointer) {
    boolean function = tables.symbols.isFunction(pointer);
    boolean tagged =
        Pointer.tag(pointer) >= Pointer.DATA && Pointer.tag(pointer) <= Pointer.VARARGS;
    long data = tables.symbols.address(Pointer.of(Pointer.FUNCTION, 0)) + DATA_DISTANCE;
    return function
        ? tables.symbols.address(pointer)
        : tagged ? data + 8L * Pointer.object(pointer) + Pointer.offset(pointer) : pointer;
  }

  @Override
  public int code(long pointer) {
    boolean near = Pointer.tag(pointer) == Pointer.FUNCTION && Pointer.object(pointer) >= -1;
    return near ? tables.symbols.code(pointer) : 0;
  }

  @Override
  public int digits() {
    return tables.symbols.narrow() ? 8 : 16;
  }

  /**
   * The name of the shared word at this address; {@code @cpuN} is appended if it is a CPU's own
   * copy.
   */
  public String wordName(int address) {
    if (address < tables.globalWords || tables.perCpuWords == 0) {
      return image.wordName(address);
    }
    int offset = address - tables.globalWords;
    int cpu = offset / tables.perCpuWords;
    return image.perCpuWordName(offset % tables.perCpuWords) + "@cpu" + cpu;
  }
}
