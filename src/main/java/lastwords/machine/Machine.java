package lastwords.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import lastwords.kernelc.FunctionInfo;
import lastwords.kernelc.KernelImage;
import lastwords.kernelc.LockInfo;
import lastwords.kernelc.Pointer;

/**
 * A machine: its parts, wired, over one flat state. Engines step its CPUs, perform what they ask for and carry out the
 * effects; nothing here decides what happens next.
 */
public final class Machine {
  private static final int BOOT_STEPS = 2_000_000;

  private final KernelImage image;
  private final MachineConfig config;
  private final CpuTables tables;
  private final Texts texts;
  private final Wiring wiring;
  private final Part[] parts;
  private final Cpu[] cpus;
  private final Memory memory;
  private final InterruptController interrupts;
  private final Pram pram;
  private final Firmware firmware;
  private final Uart[] uarts;
  private final SpinLock[] locks;
  private final String[] lockNames;
  private final int[] offsets;
  private final long[] state;

  /** A machine at power on, before its kernel has booted. */
  public Machine(KernelImage image, MachineConfig config, List<FaultRule> faults) {
    this.image = image;
    this.config = config;
    this.tables = new CpuTables(image, config.cpus());
    this.texts = new Texts(image.strings());
    this.lockNames = lockNames(image.locks(), config.cpus());
    this.wiring = new Wiring(config, lockNames.length);
    TextOps textOps = new TextOps(texts, new Format(texts, symbols(image)));
    this.cpus = new Cpu[config.cpus()];
    for (int i = 0; i < cpus.length; i++) {
      cpus[i] = new Cpu(i, tables, config.timing(), wiring, texts, textOps);
    }
    this.memory = new Memory(data(), config.cpus(), textOps);
    this.interrupts = new InterruptController(config.timing(), config.cpus(), faults);
    this.pram = new Pram(config.pram(), texts);
    this.firmware = new Firmware(config, texts);
    this.uarts = new Uart[config.uarts().size()];
    this.locks = new SpinLock[lockNames.length];
    this.parts = wire();
    this.offsets = new int[wiring.parts() + 1];
    this.state = new long[layOut()];
    attach();
    reset();
  }

  private static LongFunction<String> symbols(KernelImage image) {
    return pointer -> symbol(image, pointer);
  }

  private static String symbol(KernelImage image, long pointer) {
    int object = Pointer.object(pointer);
    if (Pointer.tag(pointer) == Pointer.FUNCTION && object < image.functions().size()) {
      return image.functions().get(object).name();
    }
    return Pointer.tag(pointer) == Pointer.DATA ? image.wordName(object) : "0x" + Long.toHexString(pointer);
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

  private long[] data() {
    long[] data = Arrays.copyOf(image.data(), tables.dataWords);
    long[] perCpu = image.perCpu();
    for (int cpu = 0; cpu < config.cpus(); cpu++) {
      System.arraycopy(perCpu, 0, data, tables.globalWords + cpu * perCpu.length, perCpu.length);
    }
    return data;
  }

  private Part[] wire() {
    Part[] wired = new Part[wiring.parts()];
    wired[wiring.memory()] = memory;
    wired[wiring.interrupts()] = interrupts;
    wired[wiring.pram()] = pram;
    wired[wiring.firmware()] = firmware;
    for (int port = 0; port < uarts.length; port++) {
      uarts[port] = new Uart(config.uarts().get(port), port, config.cpus(), texts);
      wired[wiring.uart(port)] = uarts[port];
    }
    for (int lock = 0; lock < locks.length; lock++) {
      locks[lock] = new SpinLock(config.queuedLocks(), config.cpus());
      wired[wiring.lock(lock)] = locks[lock];
    }
    return wired;
  }

  private int layOut() {
    for (int part = 0; part < wiring.parts(); part++) {
      int words = part < cpus.length ? cpus[part].words() : parts[part].words();
      offsets[part + 1] = offsets[part] + words;
    }
    return offsets[wiring.parts()];
  }

  private void attach() {
    for (int part = 0; part < wiring.parts(); part++) {
      attach(part, state, offsets[part]);
    }
  }

  private void reset() {
    for (Cpu cpu : cpus) {
      cpu.reset(image.privates());
    }
    for (int part = cpus.length; part < parts.length; part++) {
      parts[part].reset();
    }
  }

  /**
   * Boots: CPU 0 runs the kernel's initcalls, which takes no emulated time. Then each CPU stands before its workload.
   *
   * @param entries the function each CPU starts with
   */
  public void boot(List<Integer> entries) {
    for (int initcall : image.initcalls()) {
      boot(initcall);
    }
    for (int cpu = 0; cpu < cpus.length; cpu++) {
      cpus[cpu].start(entries.get(cpu));
    }
    firmware.actors(Staging.of(image, entries));
  }

  private void boot(int initcall) {
    Cpu cpu = cpus[0];
    Effects effects = new Effects();
    cpu.start(initcall);
    for (int step = 0; cpu.mode() != Cpu.Mode.DONE; step++) {
      if (cpu.deadline() != Long.MAX_VALUE) {
        cpu.timeout();
      }
      if (step > BOOT_STEPS || !cpu.runnable()) {
        throw new BootException(bootFailure(initcall));
      }
      if (cpu.step(0)) {
        perform(cpu.request(), 0, 0, effects);
        cpu.complete(0);
      }
      if (cpu.lastOperation() == Operation.TRAP) {
        throw new BootException(bootFailure(initcall));
      }
      sendAtOnce(cpu, effects);
    }
  }

  /** At boot serial lines take no time; what else an initcall does to others comes to nothing. */
  private void sendAtOnce(Cpu cpu, Effects effects) {
    for (int i = 0; i < effects.size(); i++) {
      if (effects.kind(i) == Effects.UART) {
        uarts[(int) effects.a(i)].elapsed(effects.c(i), effects);
      } else if (effects.kind(i) == Effects.UART_DONE) {
        cpu.uartDone(effects.b(i));
      }
    }
    effects.clear();
    for (Uart uart : uarts) {
      uart.rewind();
    }
  }

  private String bootFailure(int initcall) {
    FunctionInfo function = image.functions().get(initcall);
    int pc = cpus[0].lastPc();
    String where = pc < 0 ? "" : " (" + image.functionAt(pc).file() + ":" + image.lineAt(pc) + ")";
    return "initcall " + function.name() + "() does not return: cpu0 is at " + cpus[0].mode() + where;
  }

  /** A kernel whose initcalls do not return. */
  public static final class BootException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BootException(String message) {
      super(message);
    }
  }

  /** Does what a CPU asks of another part. */
  public void perform(Request request, long now, long draw, Effects effects) {
    if (request.part == wiring.memory()) {
      memory.perform(request, now, draw, effects);
    } else {
      parts[request.part].perform(request, now, draw, effects);
    }
  }

  /**
   * Gives a part a state of its own, a copy of its slice, so that it can live apart from the others. What it does then
   * is not seen in {@link #state()} until {@link #restore} brings it back.
   */
  public long[] detach(int part) {
    long[] own = Arrays.copyOfRange(state, offsets[part], offsets[part + 1]);
    attach(part, own, 0);
    return own;
  }

  /** Puts a part's state back into the whole. */
  public void restore(int part, long[] slice) {
    System.arraycopy(slice, 0, state, offsets[part], offsets[part + 1] - offsets[part]);
    attach(part, state, offsets[part]);
  }

  private void attach(int part, long[] words, int at) {
    if (part < cpus.length) {
      cpus[part].attach(words, at);
    } else {
      parts[part].attach(words, at);
    }
  }

  /** A fault begins or ends at the part it concerns. Faults of interrupts are the interrupt controller's own. */
  public void fault(FaultRule rule, boolean begins) {
    switch (rule.kind()) {
      case STALL_CPU -> cpus[rule.cpu()].stall(begins);
      case CORRUPT_IDT -> cpus[rule.cpu()].corruptIdt();
      case SLOW_CONSOLE -> uarts[rule.device()].slow(Math.max(1, rule.factor()));
      case WEDGE_CONSOLE -> uarts[rule.device()].wedge();
      case GARBLE_CONSOLE -> uarts[rule.device()].garble();
      case FAIL_PSTORE -> pram.fail();
      case FULL_PSTORE -> pram.fill();
      case SLOW_PSTORE -> pram.slow(Math.max(1, rule.factor()));
      case NO_CRASH_KERNEL -> firmware.loseCrashImage();
      case HYPERVISOR_SILENT -> firmware.silenceHypervisor();
      default -> throw new IllegalStateException("not a fault of a part: " + rule.kind());
    }
  }

  /** The part that a fault concerns. */
  public int partOf(FaultRule rule) {
    return switch (rule.kind()) {
      case STALL_CPU, CORRUPT_IDT -> rule.cpu();
      case SLOW_CONSOLE, WEDGE_CONSOLE, GARBLE_CONSOLE -> wiring.uart(rule.device());
      case FAIL_PSTORE, FULL_PSTORE, SLOW_PSTORE -> wiring.pram();
      case NO_CRASH_KERNEL, HYPERVISOR_SILENT, NMI_BUTTON -> wiring.firmware();
      default -> wiring.interrupts();
    };
  }

  public Cpu cpu(int number) {
    return cpus[number];
  }

  public int cpus() {
    return cpus.length;
  }

  public Memory memory() {
    return memory;
  }

  public InterruptController interrupts() {
    return interrupts;
  }

  public Pram pram() {
    return pram;
  }

  public Firmware firmware() {
    return firmware;
  }

  public Uart uart(int port) {
    return uarts[port];
  }

  public SpinLock lock(int number) {
    return locks[number];
  }

  /** The name of a lock, as kernel C has it. */
  public String lockName(int number) {
    return lockNames[number];
  }

  public Wiring wiring() {
    return wiring;
  }

  public KernelImage image() {
    return image;
  }

  public MachineConfig config() {
    return config;
  }

  public Texts texts() {
    return texts;
  }

  /** The name of the shared word at this address, as kernel C has it; of a CPU's own copy with {@code @cpuN}. */
  public String wordName(int address) {
    if (address < tables.globalWords || tables.perCpuWords == 0) {
      return image.wordName(address);
    }
    int offset = address - tables.globalWords;
    int cpu = offset / tables.perCpuWords;
    return image.perCpuWordName(offset % tables.perCpuWords) + "@cpu" + cpu;
  }

  /** The whole state: every part's slice, in the order of {@link Wiring}. Shared, not to be written by others. */
  public long[] state() {
    return state;
  }

  /** Where a part's slice begins in {@link #state()}; the part after the last one: where the state ends. */
  public int offset(int part) {
    return offsets[part];
  }
}
