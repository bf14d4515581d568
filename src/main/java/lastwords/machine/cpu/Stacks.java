package lastwords.machine.cpu;

import static lastwords.machine.layout.CpuWords.CONTEXT;
import static lastwords.machine.layout.CpuWords.FLAGS;
import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.LINK_TASK;
import static lastwords.machine.layout.CpuWords.NOTING;
import static lastwords.machine.layout.CpuWords.PC;
import static lastwords.machine.layout.CpuWords.RELAX_PC;
import static lastwords.machine.layout.CpuWords.SAVED_WORDS;
import static lastwords.machine.layout.CpuWords.STACK_WORDS;
import static lastwords.machine.layout.CpuWords.pack;

import java.util.Arrays;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Op;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.cpu.core.Backtrace;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.layout.CpuWords;

/**
 * The stacks of a CPU, of which one is current. The others keep the point at which they were left:
 * the next instruction, the frame and the contexts. Flags, breakpoints and what is pending belong
 * to the CPU and not to a stack.
 */
final class Stacks {
  private static final int SAVED_PC = 0; // pc + 1; 0: the stack is not in use
  private static final int SAVED_FP = 1;
  private static final int SAVED_CONTEXT = 2;

  private final CpuCore cpu;

  Stacks(CpuCore cpu) {
    this.cpu = cpu;
  }

  /** The stack that a frame is on. */
  static int of(long fp) {
    return (int) fp / STACK_WORDS;
  }

  private int saved(int stack) {
    return cpu.stack - cpu.tables.savedWords + SAVED_WORDS * stack;
  }

  private int current() {
    return of(cpu.w[cpu.at + FP]);
  }

  /** Was it left, to be continued later? */
  boolean isLeft(int stack) {
    return cpu.tables.stacks > 1 && cpu.w[saved(stack) + SAVED_PC] != 0;
  }

  /** Where a stack that was left continues; -1 if it idles there. */
  int pc(int stack) {
    return (int) cpu.w[saved(stack) + SAVED_PC] - 2;
  }

  int fp(int stack) {
    return (int) cpu.w[saved(stack) + SAVED_FP];
  }

  /** One past the highest word in use of a stack. */
  int top(int stack) {
    if (stack == current()) {
      return cpu.trail.top(cpu.w);
    }
    int base = stack * STACK_WORDS;
    int used = isLeft(stack) ? fp(stack) + cpu.tables.frameWordsAt(pc(stack)) : base;
    return Math.min(used, base + STACK_WORDS);
  }

  /** Starts a function on a free stack; -1 if there is none. */
  int begin(int function) {
    for (int stack = 0; stack < cpu.tables.stacks; stack++) {
      if (stack != current() && !isLeft(stack)) {
        begin(stack, function);
        return stack;
      }
    }
    return -1;
  }

  private void begin(int stack, int function) {
    int base = stack * STACK_WORDS;
    int from = cpu.stack + base;
    Arrays.fill(cpu.w, from, from + STACK_WORDS, 0);
    cpu.w[from] = pack(LINK_TASK, 0);
    save(stack, cpu.tables.entry[function], base + 2, CpuContext.TASK);
  }

  private void save(int stack, int pc, int fp, long context) {
    cpu.w[saved(stack) + SAVED_PC] = pc + 2;
    cpu.w[saved(stack) + SAVED_FP] = fp;
    cpu.w[saved(stack) + SAVED_CONTEXT] = context;
    cpu.trail.all();
  }

  /**
   * Switches to another stack; returns the next pc. The stack that is left continues at pc later,
   * if it is kept.
   */
  int change(int stack, int pc, boolean keep) {
    long[] w = cpu.w;
    int at = cpu.at;
    int before = current();
    int next = pc(stack);
    long fp = fp(stack);
    long context = w[saved(stack) + SAVED_CONTEXT];
    if (keep) {
      save(before, pc, (int) w[at + FP], w[at + CONTEXT]);
    }
    cpu.trail.all();
    Arrays.fill(w, saved(stack), saved(stack) + SAVED_WORDS, 0);
    w[at + FP] = fp;
    w[at + PC] = next;
    w[at + CONTEXT] = context;
    w[at + RELAX_PC] = 0;
    w[at + NOTING] = 0;
    if ((w[at + FLAGS] & CpuWords.FINAL) != 0) {
      cpu.setFlag(CpuWords.LEFT_FINAL, true);
    }
    return next;
  }

  /** Did the innermost interrupt find the CPU asleep, or with nothing to do? */
  boolean wereIdle() {
    int fp = Backtrace.interrupted(cpu);
    if (fp < 0) {
      return false;
    }
    long head = cpu.w[cpu.stack + fp - CpuWords.FRAME_HEAD];
    boolean done = CpuWords.high(head) == CpuMode.DONE.ordinal();
    return done || sleepsBefore(CpuWords.low(head));
  }

  private boolean sleepsBefore(int pc) {
    int i = 4 * (pc - 1);
    if (i < 0 || cpu.tables.code[i] != Op.SYS) {
      return false;
    }
    int builtin = cpu.tables.code[i + 2];
    return builtin == Builtin.HALT.ordinal() || builtin == Builtin.SAFE_HALT.ordinal();
  }

  // ---- for engines that compare states ----

  /** Clears what lies above the frames in use. */
  void forget() {
    for (int stack = 0; stack < cpu.tables.stacks; stack++) {
      int end = cpu.stack + (stack + 1) * STACK_WORDS;
      Arrays.fill(cpu.w, cpu.stack + top(stack), end, 0);
    }
  }
}
