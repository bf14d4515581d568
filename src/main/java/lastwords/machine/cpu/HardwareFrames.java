package lastwords.machine.cpu;

import static lastwords.machine.layout.CpuWords.CONTEXT;
import static lastwords.machine.layout.CpuWords.FLAGS;
import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.FRAME_HEAD;
import static lastwords.machine.layout.CpuWords.IF;
import static lastwords.machine.layout.CpuWords.IN_NMI;
import static lastwords.machine.layout.CpuWords.IRQS_OFF_AT;
import static lastwords.machine.layout.CpuWords.LINK_BREAK;
import static lastwords.machine.layout.CpuWords.LINK_INTERRUPT;
import static lastwords.machine.layout.CpuWords.MODE;
import static lastwords.machine.layout.CpuWords.NOTING;
import static lastwords.machine.layout.CpuWords.PC;
import static lastwords.machine.layout.CpuWords.RELAX_PC;
import static lastwords.machine.layout.CpuWords.STACK_WORDS;
import static lastwords.machine.layout.CpuWords.TIMEOUT;
import static lastwords.machine.layout.CpuWords.high;
import static lastwords.machine.layout.CpuWords.low;
import static lastwords.machine.layout.CpuWords.pack;

import java.util.Arrays;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.Cpu.Mode;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.layout.DumpWord;
import lastwords.machine.part.InterruptController;

/**
 * The frames that hardware makes on a CPU's stack: of interrupts, traps and breakpoints, and the
 * first one.
 */
final class HardwareFrames {
  /** Flags that are not the kernel's business. */
  private static final long KEPT =
      CpuWords.STALLED | CpuWords.STALLS_END | CpuWords.PANICS | CpuWords.OOPSES;

  private final Cpu cpu;

  HardwareFrames(Cpu cpu) {
    this.cpu = cpu;
  }

  /** Enters a function. */
  void enter(int function, int link, int context) {
    long[] w = cpu.w;
    int at = cpu.at;
    int top = (int) w[at + FP] + cpu.tables.frameWordsAt((int) w[at + PC]);
    int frameWords = cpu.tables.frameWords[function];
    int fp = top + FRAME_HEAD;
    cpu.section = false;
    boolean nestedTooDeep = w[at + CONTEXT] >>> 62 != 0;
    if (fp + frameWords > Stacks.endOf((int) w[at + FP]) || nestedTooDeep) {
      cpu.setMode(Mode.LOST);
      cpu.operation = Operation.WEDGE;
      return;
    }
    Arrays.fill(w, cpu.stack + fp, cpu.stack + fp + frameWords, 0);
    cpu.trail.wentUpTo(fp + frameWords);
    head(cpu.stack + top, link);
    w[at + FP] = fp;
    w[at + PC] = cpu.tables.entry[function];
    w[at + CONTEXT] = w[at + CONTEXT] << 2 | context;
    w[at + RELAX_PC] = 0;
    w[at + NOTING] = 0;
    cpu.setFlag(TIMEOUT, false);
    cpu.setMode(Mode.RUNNING);
    if (link != LINK_BREAK) {
      cpu.setFlag(IF, false);
      w[at + IRQS_OFF_AT] = cpu.tables.entry[function] + 1;
    }
    if (link == LINK_INTERRUPT && context == Cpu.NMI) {
      cpu.setFlag(IN_NMI, true);
    }
  }

  /** Keeps what the CPU was doing. */
  private void head(int top, int link) {
    long[] w = cpu.w;
    int at = cpu.at;
    int mode = cpu.mode() == Mode.DONE ? Mode.DONE.ordinal() : Mode.RUNNING.ordinal();
    w[top] = pack((int) w[at + PC], mode);
    w[top + 1] = pack((int) w[at + FP], (int) w[at + FLAGS]);
    w[top + 2] = pack(link, (int) w[at + IRQS_OFF_AT]);
  }

  private static boolean atBase(int fp) {
    return (fp & STACK_WORDS - 1) == 0;
  }

  /** Returns from what {@link #enter} entered. */
  void leave() {
    long[] w = cpu.w;
    int at = cpu.at;
    int frame = cpu.stack + (int) w[at + FP];
    long first = w[frame - FRAME_HEAD];
    long second = w[frame - FRAME_HEAD + 1];
    boolean idle = low(first) == -1 && high(first) == Mode.DONE.ordinal() && atBase(low(second));
    boolean running = high(first) == Mode.RUNNING.ordinal() && cpu.isFrame(low(first), low(second));
    if (!idle && !running) {
      cpu.setMode(Mode.LOST);
      return;
    }
    w[at + IRQS_OFF_AT] = high(w[frame - 2]);
    boolean nmi = cpu.context() == Cpu.NMI && low(w[frame - 2]) == LINK_INTERRUPT;
    int saved = high(second) & (IF | TIMEOUT);
    w[at + FLAGS] = w[at + FLAGS] & ~(IF | TIMEOUT) | saved;
    if (nmi) {
      cpu.setFlag(IN_NMI, false);
    }
    w[at + CONTEXT] >>>= 2;
    w[at + PC] = low(first);
    w[at + FP] = low(second);
    cpu.trail.cameBackTo(Math.max(0, low(second) - 2));
    w[at + MODE] = high(first);
    w[at + RELAX_PC] = 0;
    w[at + NOTING] = w[at + NOTING] == 0 ? 0 : 2;
  }

  /**
   * Begins with a function in another kernel: nothing is left of what the CPU did, and of the old
   * kernel's interrupts it takes none any more.
   *
   * @param bare without an interrupt table: an NMI is its end
   */
  void startOver(int function, boolean bare) {
    long[] w = cpu.w;
    int at = cpu.at;
    long kept = w[at + FLAGS] & KEPT;
    Arrays.fill(w, at, at + CpuWords.DUMPS, 0); // what it has dumped before stays known
    Arrays.fill(w, cpu.stack - cpu.tables.savedWords, cpu.stack + cpu.tables.stackWords, 0);
    cpu.trail.all();
    w[cpu.stack] = pack(CpuWords.LINK_TASK, 0);
    w[at + FP] = 2;
    w[at + PC] = cpu.tables.entry[function];
    w[at + FLAGS] = kept | CpuWords.OTHER_KERNEL | (bare ? CpuWords.BAD_IDT : 0);
    cpu.setMode(Mode.RUNNING);
  }

  /** Does it take no notice of a vector? */
  boolean isDeafTo(int vector) {
    long flags = cpu.w[cpu.at + FLAGS];
    if (vector == InterruptController.STARTUP_VECTOR) {
      return (flags & CpuWords.STALLED) != 0;
    }
    boolean other = (flags & (CpuWords.OTHER_KERNEL | CpuWords.BAD_IDT)) == CpuWords.OTHER_KERNEL;
    return other || cpu.lapicOff() && vector != InterruptController.NMI_VECTOR;
  }

  /** An interrupt is pending from now on; INIT and SIPI wait for nothing. */
  void take(int vector, int bit) {
    if (vector == InterruptController.STARTUP_VECTOR) {
      startOver(cpu.tables.handler[vector], false);
    } else {
      cpu.w[cpu.at + CpuWords.PENDING] |= 1L << bit;
    }
  }

  /** What the CPU says of itself, or is told. */
  void set(Builtin builtin, long value) {
    switch (builtin) {
      // What is pending stays so (Intel SDM 3, 10.4.7.2).
      case LAPIC_DISABLE -> cpu.setFlag(CpuWords.LAPIC_OFF, true);
      case OFFLINE -> cpu.setFlag(CpuWords.OFFLINE, true);
      case LOAD_IDT -> cpu.setFlag(CpuWords.BAD_IDT, false);
      case DUMPED -> DumpWord.add(cpu.w, cpu.at + CpuWords.DUMPS, value);
      default -> throw new IllegalStateException("no flag: " + builtin);
    }
  }
}
