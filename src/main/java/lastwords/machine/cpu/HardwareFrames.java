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
import static lastwords.machine.layout.CpuWords.LINK_TASK;
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
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.layout.CpuWords;

/**
 * The frames that hardware pushes on a CPU's stack: of interrupts, traps and breakpoints, and the
 * first one.
 */
final class HardwareFrames {
  /** Flags that the kernel cannot change. */
  private static final long KEPT =
      CpuWords.STALLED | CpuWords.STALLS_END | CpuWords.PANICS | CpuWords.OOPSES;

  private final CpuCore cpu;

  HardwareFrames(CpuCore cpu) {
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
    if (fp + frameWords > CpuWords.stackEnd((int) w[at + FP]) || nestedTooDeep) {
      cpu.setMode(CpuMode.LOST);
      cpu.step.operation = Operation.WEDGE;
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
    cpu.setMode(CpuMode.RUNNING);
    if (link != LINK_BREAK) {
      cpu.setFlag(IF, false);
      w[at + IRQS_OFF_AT] = cpu.tables.entry[function] + 1;
    }
    if (link == LINK_INTERRUPT && context == CpuContext.NMI) {
      cpu.setFlag(IN_NMI, true);
    }
  }

  /** Saves what the CPU was doing. */
  private void head(int top, int link) {
    long[] w = cpu.w;
    int at = cpu.at;
    int mode = cpu.is(CpuMode.DONE) ? CpuMode.DONE.ordinal() : CpuMode.RUNNING.ordinal();
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
    boolean idle = low(first) == -1 && high(first) == CpuMode.DONE.ordinal() && atBase(low(second));
    boolean running =
        high(first) == CpuMode.RUNNING.ordinal() && cpu.isFrame(low(first), low(second));
    if (!idle && !running) {
      cpu.setMode(CpuMode.LOST);
      return;
    }
    w[at + IRQS_OFF_AT] = high(w[frame - 2]);
    boolean nmi = cpu.context() == CpuContext.NMI && low(w[frame - 2]) == LINK_INTERRUPT;
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
   * Starts a function in another kernel: nothing remains of what the CPU did, and it takes no more
   * interrupts of the old kernel.
   *
   * @param bare without an interrupt table: an NMI is fatal
   */
  void startOver(int function, boolean bare) {
    long[] w = cpu.w;
    int at = cpu.at;
    long kept = w[at + FLAGS] & KEPT;
    Arrays.fill(w, at, at + CpuWords.DUMPS, 0); // records of earlier dumps are kept
    Arrays.fill(w, cpu.stack - cpu.tables.savedWords, cpu.stack + cpu.tables.stackWords, 0);
    cpu.trail.all();
    w[cpu.stack] = pack(LINK_TASK, 0);
    w[at + FP] = 2;
    w[at + PC] = cpu.tables.entry[function];
    w[at + FLAGS] = kept | CpuWords.OTHER_KERNEL | (bare ? CpuWords.BAD_IDT : 0);
    cpu.setMode(CpuMode.RUNNING);
  }

  /** Starts a function without arguments; stacks other than the first are left as they are. */
  void start(int function) {
    long[] w = cpu.w;
    Arrays.fill(w, cpu.stack, cpu.stack + STACK_WORDS, 0);
    cpu.trail.cameBackTo(0);
    w[cpu.stack] = pack(LINK_TASK, 0);
    w[cpu.at + FP] = 2;
    w[cpu.at + PC] = cpu.tables.entry[function];
    w[cpu.at + CONTEXT] = CpuContext.TASK;
    cpu.setFlag(IF, true);
    boolean fits = 2 + cpu.tables.frameWords[function] <= STACK_WORDS;
    cpu.setMode(fits ? CpuMode.RUNNING : CpuMode.LOST);
  }

  /** Removes all frames of the current stack: there is nothing to do. */
  void idle() {
    int base = CpuWords.stackBase(cpu.fp());
    cpu.trail.cameBackTo(base);
    cpu.w[cpu.at + PC] = -1;
    cpu.w[cpu.at + FP] = base;
    cpu.w[cpu.at + CONTEXT] = CpuContext.TASK;
    cpu.setFlag(IF, true);
    cpu.setFlag(IN_NMI, false);
    cpu.setMode(CpuMode.DONE);
  }
}
