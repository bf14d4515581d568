package lastwords.machine.cpu.core;

import static lastwords.machine.layout.CpuWords.CONTEXT;
import static lastwords.machine.layout.CpuWords.FLAGS;
import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.MODE;
import static lastwords.machine.layout.CpuWords.PC;
import static lastwords.machine.layout.CpuWords.PRIVATES;
import static lastwords.machine.layout.CpuWords.STACK_BITS;
import static lastwords.machine.layout.CpuWords.STACK_WORDS;

import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Request;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.part.Memory;

/**
 * What all units of a CPU work on: its slice of the machine's state, and what is not part of the
 * state because it does not outlive a step.
 */
public final class CpuCore {
  public final int number;
  public final CpuTables tables;
  public final Request request = new Request();
  public final CurrentStep step = new CurrentStep(this);
  public final LoopNotes notes = new LoopNotes(this);
  public final CpuTrail trail = new CpuTrail(this);

  // ---- the slice: words of w from at on; its stacks begin at stack ----
  public long[] w;
  public int at;
  public int stack;

  /** It is inside an atomic section of its code. */
  public boolean section;

  /** Performs a section's requests to memory at once; null if each of them is a step. */
  public Memory direct;

  public CpuCore(int number, CpuTables tables) {
    this.number = number;
    this.tables = tables;
    request.cpu = number;
  }

  /** Number of state words that it needs. */
  public int words() {
    return PRIVATES + tables.privateWords + tables.savedWords + tables.stackWords;
  }

  /** Gives it its slice. */
  public void attach(long[] state, int newAt) {
    w = state;
    at = newAt;
    stack = at + PRIVATES + tables.privateWords + tables.savedWords;
  }

  public CpuMode mode() {
    return CpuMode.of(w[at + MODE]);
  }

  public boolean is(CpuMode mode) {
    return w[at + MODE] == mode.ordinal();
  }

  public void setMode(CpuMode mode) {
    section &= mode == CpuMode.RUNNING;
    w[at + MODE] = mode.ordinal();
  }

  /**
   * Is this flag set?
   *
   * @param flag one of {@link CpuWords}
   */
  public boolean has(int flag) {
    return (w[at + FLAGS] & flag) != 0;
  }

  public void setFlag(int flag, boolean on) {
    w[at + FLAGS] = on ? w[at + FLAGS] | flag : w[at + FLAGS] & ~flag;
  }

  public boolean irqsOn() {
    return has(CpuWords.IF);
  }

  public boolean stalled() {
    return has(CpuWords.STALLED);
  }

  /** The current context, one of {@link CpuContext}. */
  public int context() {
    return (int) w[at + CONTEXT] & CpuContext.LEVEL;
  }

  /** The pending interrupts, one bit each: see {@link CpuTables#bit}. */
  public long pending() {
    return w[at + CpuWords.PENDING];
  }

  /** The next instruction; -1 when it is idle. */
  public int pc() {
    return (int) w[at + PC];
  }

  /** Its innermost frame, as a stack word. */
  public int fp() {
    return (int) w[at + FP];
  }

  /**
   * Is {@code pc} an instruction, and does its function's frame fit at {@code fp}? A wild pointer
   * may have overwritten a return address.
   */
  public boolean isFrame(int pc, int fp) {
    boolean code = pc >= 0 && pc < tables.functionOfPc.length;
    int slot = fp & STACK_WORDS - 1;
    boolean inside = slot >= 2 && fp >>> STACK_BITS < tables.stacks;
    return code && inside && slot + tables.frameWordsAt(pc) <= STACK_WORDS;
  }
}
