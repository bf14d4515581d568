package lastwords.machine.cpu;

import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.layout.SlotUse;

/**
 * Liveness of the slots of frames, from a kernel's byte code: which of them this instruction or a
 * later one may still read. A slot whose address is taken may be read at any time while its
 * function runs.
 *
 * <p>It also knows the instructions whose effects stay within their frame: those that only compute
 * in slots of a function none of whose slots has an address, and jumps.
 */
public final class Liveness {
  /** Without analysis: every slot is live, and every instruction may be observed. */
  public static final Liveness NONE = new Liveness();

  private static final int RUN = 256; // instructions at a time, so that every loop ends

  private final int[] code;
  private final SlotUse uses;
  private final int[] frameWords; // of the function of each instruction
  private final boolean[] quiet;
  private final int[] at; // per instruction: where its words are
  private long[] live; // one bit per slot

  private Liveness() {
    code = new int[0];
    frameWords = new int[0];
    uses = null;
    quiet = new boolean[0];
    at = new int[0];
  }

  private Liveness(KernelImage image) {
    code = image.code();
    uses = new SlotUse(image);
    frameWords = new int[code.length / 4];
    quiet = new boolean[code.length / 4];
    at = new int[code.length / 4 + 1];
    lay(image);
    for (FunctionInfo function : image.functions()) {
      flow(function);
      listen(function);
    }
  }

  /** Liveness in an image. */
  public static Liveness of(KernelImage image) {
    return image.codeAnalyses().get(Liveness.class, () -> new Liveness(image));
  }

  private void lay(KernelImage image) {
    int next = 0;
    for (int pc = 0; pc < quiet.length; pc++) {
      at[pc] = next;
      frameWords[pc] = image.functionAt(pc).frameWords();
      next += words(image.functionAt(pc));
    }
    at[quiet.length] = next;
    live = new long[next];
  }

  private static int words(FunctionInfo function) {
    return (function.frameWords() + Long.SIZE - 1) / Long.SIZE;
  }

  // ---- analysis of the code ----

  private void flow(FunctionInfo function) {
    int words = words(function);
    long[] taken = uses.taken(function, words);
    long[] after = new long[words];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int pc = function.end() - 1; pc >= function.entry(); pc--) {
        after(pc, function, after);
        uses.before(pc, function, after);
        for (int i = 0; i < words; i++) {
          long now = after[i] | taken[i];
          changed |= live[at[pc] + i] != now;
          live[at[pc] + i] = now;
        }
      }
    }
  }

  /** What is live after an instruction: whatever is live before one of its successors. */
  private void after(int pc, FunctionInfo function, long[] after) {
    int op = code[4 * pc];
    int jump =
        op == Op.JMP ? code[4 * pc + 1] : op == Op.JZ || op == Op.JNZ ? code[4 * pc + 2] : -1;
    boolean falls = op != Op.JMP && op != Op.RET && op != Op.FOREVER && pc + 1 < function.end();
    for (int i = 0; i < after.length; i++) {
      after[i] = falls ? live[at[pc + 1] + i] : 0;
      after[i] |= jump >= 0 ? live[at[jump] + i] : 0;
    }
  }

  private void listen(FunctionInfo function) {
    boolean addressed = false;
    for (int pc = function.entry(); pc < function.end(); pc++) {
      addressed |= code[4 * pc] == Op.LEAS || code[4 * pc] == Op.VASTART;
    }
    for (int pc = function.entry(); !addressed && pc < function.end(); pc++) {
      quiet[pc] = LocalWork.is(code[4 * pc]);
    }
  }

  // ---- queries of engines ----

  /** May this instruction or a later one still read this slot? */
  public boolean isLive(int pc, int slot) {
    return (live[at[pc] + slot / Long.SIZE] >>> slot % Long.SIZE & 1) != 0;
  }

  /** Clears the dead slots in the frames that were touched. */
  void clear(CpuCore cpu) {
    clear(cpu, cpu.pc(), (int) cpu.w[cpu.at + CpuWords.FP]);
  }

  /** As above, in the frames of stacks that the CPU is not on. */
  void clearLeft(CpuCore cpu, Stacks stacks) {
    for (int stack = 0; stack < cpu.tables.stacks; stack++) {
      if (stacks.isLeft(stack)) {
        clear(cpu, stacks.pc(stack), stacks.fp(stack));
      }
    }
  }

  private void clear(CpuCore cpu, int newest, int innermost) {
    int pc = newest;
    int fp = innermost;
    if (this == NONE || !cpu.isFrame(pc, fp)) {
      return;
    }
    clear(cpu, pc, fp, frameWords[pc], 0, 0);
    while (fp >= CpuWords.FRAME_HEAD) {
      long link = cpu.w[cpu.stack + fp - 2];
      boolean called = CpuWords.low(link) >= 0;
      int inner = fp;
      pc = called ? CpuWords.low(link) : CpuWords.low(cpu.w[cpu.stack + fp - CpuWords.FRAME_HEAD]);
      fp = called ? (int) cpu.w[cpu.stack + fp - 1] : entered(cpu, fp);
      if (fp < cpu.trail.lowest() || fp >= inner || !cpu.isFrame(pc, fp)) {
        return;
      }
      int end = called ? inner - 2 - fp : frameWords[pc];
      clear(cpu, pc, fp, end, called ? CpuWords.high(link) : 0, end);
    }
  }

  /**
   * The frame that was interrupted when hardware entered the function with this frame; -1 if it was
   * not entered so.
   */
  private static int entered(CpuCore cpu, int fp) {
    boolean task = CpuWords.low(cpu.w[cpu.stack + fp - 2]) == CpuWords.LINK_TASK;
    return task ? -1 : CpuWords.low(cpu.w[cpu.stack + fp - CpuWords.FRAME_HEAD + 1]);
  }

  /**
   * Clears dead slots below {@code end} of a frame, but not the {@code kept} ones before {@code
   * link}: they are further arguments of its callee.
   */
  private void clear(CpuCore cpu, int pc, int fp, int end, int kept, int link) {
    for (int word = 0; word * Long.SIZE < end; word++) {
      long dead = ~live[at[pc] + word];
      int left = end - word * Long.SIZE;
      dead &= left < Long.SIZE ? (1L << left) - 1 : -1L;
      for (; dead != 0; dead &= dead - 1) {
        int slot = word * Long.SIZE + Long.numberOfTrailingZeros(dead);
        if (slot < link - kept || slot >= link) {
          cpu.w[cpu.stack + fp + slot] = 0;
        }
      }
    }
  }

  /** Runs a CPU ahead up to an instruction that could be observed. */
  void runOn(CpuCore cpu) {
    int pc = cpu.pc();
    for (int i = 0; i < RUN && pc >= 0 && pc < quiet.length && quiet[pc]; i++) {
      pc = LocalWork.run(code, pc, cpu);
    }
    cpu.w[cpu.at + CpuWords.PC] = pc;
  }
}
