package lastwords.machine.cpu;

import static lastwords.machine.layout.CpuWords.BREAK;
import static lastwords.machine.layout.CpuWords.CONTEXT;
import static lastwords.machine.layout.CpuWords.DEADLINE;
import static lastwords.machine.layout.CpuWords.FLAGS;
import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.IRQS_OFF_AT;
import static lastwords.machine.layout.CpuWords.MODE;
import static lastwords.machine.layout.CpuWords.NOTES;
import static lastwords.machine.layout.CpuWords.NOTE_TABLE;
import static lastwords.machine.layout.CpuWords.NOTE_WORDS;
import static lastwords.machine.layout.CpuWords.NOTING;
import static lastwords.machine.layout.CpuWords.PARKED;
import static lastwords.machine.layout.CpuWords.PC;
import static lastwords.machine.layout.CpuWords.PENDING;
import static lastwords.machine.layout.CpuWords.PRIVATES;
import static lastwords.machine.layout.CpuWords.RELAX_HASH;
import static lastwords.machine.layout.CpuWords.RELAX_PC;
import static lastwords.machine.layout.CpuWords.TARGET;

import java.util.Arrays;
import lastwords.kernelc.image.Op;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.cpu.core.CpuTrail;
import lastwords.machine.layout.Changes;
import lastwords.machine.layout.CpuWords;

/** Operations on a CPU for engines that save and compare states. */
public final class CpuStates {
  private static final int PARKING = CpuMode.PARKING.ordinal();
  private static final int LOCK = CpuMode.LOCK.ordinal();
  private static final int POLL = CpuMode.POLL.ordinal();
  private static final int DELAY = CpuMode.DELAY.ordinal();
  private static final int UART = CpuMode.UART.ordinal();
  private static final int[] UNMOVED = {FP, FLAGS, PENDING, CONTEXT, BREAK, NOTING, RELAX_PC};

  private final CpuCore cpu;
  private final CpuTrail trail;
  private final Frames frames;
  private final Stacks stacks;
  private final PendingInterrupts interrupts;

  public CpuStates(Cpu cpu) {
    this.cpu = cpu.core;
    this.trail = cpu.core.trail;
    this.frames = cpu.frames;
    this.stacks = cpu.stacks;
    this.interrupts = cpu.interrupts();
  }

  /** Its slice of the machine's state. */
  public CpuCore core() {
    return cpu;
  }

  /** Can it never run again? */
  public boolean isOver() {
    return DeadCpu.only(cpu, interrupts);
  }

  /** Is it executing code, with no interrupt to take and no wait that it could enter? */
  public boolean works() {
    return cpu.w[cpu.at + MODE] == CpuMode.RUNNING.ordinal()
        && cpu.w[cpu.at + NOTING] != 1
        && interrupts.deliverable() < 0;
  }

  /**
   * Is it still executing code in the same frame, with the same flags, as in another state of its
   * machine? An interrupt then does the same in both.
   */
  public boolean worksOnSince(long[] before) {
    for (int word : UNMOVED) {
      if (cpu.w[cpu.at + word] != before[cpu.at + word]) {
        return false;
      }
    }
    int pc = (int) before[cpu.at + PC];
    return works() && cpu.tables.functionOfPc[cpu.pc()] == cpu.tables.functionOfPc[pc];
  }

  /** From now on records what the CPU writes, for {@link #forget} and {@link #compare}. */
  public void track() {
    trail.begin();
  }

  /** Its whole slice may have been written. */
  public void trackAll() {
    trail.all();
  }

  /**
   * Clears what no step will read again, among what was touched since {@link #track}.
   *
   * @param reports also clear what only reports use; for a CPU that never runs again, nearly
   *     everything
   * @param liveness which slots of a frame are live
   */
  public void forget(boolean reports, Liveness liveness) {
    if (reports && liveness != Liveness.NONE && DeadCpu.only(cpu, interrupts)) {
      DeadCpu.keep(cpu);
    }
    clear(reports, liveness);
  }

  private void clear(boolean reports, Liveness liveness) {
    long[] w = cpu.w;
    int at = cpu.at;
    int top = trail.top(w);
    if (trail.wroteStacks || trail.deep > CpuWords.stackEnd((int) w[at + FP])) {
      stacks.forget();
    } else if (trail.deep > top) {
      Arrays.fill(w, cpu.stack + top, cpu.stack + trail.deep, 0);
    }
    liveness.clear(cpu);
    if (trail.wroteStacks) {
      liveness.clearLeft(cpu, stacks);
    }
    int mode = (int) w[at + MODE];
    if (mode != DELAY && mode != POLL) {
      w[at + DEADLINE] = 0;
    }
    if (mode != LOCK && mode != UART) {
      w[at + TARGET] = 0;
    }
    if (w[at + RELAX_PC] == 0) {
      w[at + RELAX_HASH] = 0;
    }
    forgetNotes(mode == POLL || mode == PARKING, mode == PARKING);
    if (reports) {
      w[at + IRQS_OFF_AT] = 0;
    }
  }

  private void forgetNotes(boolean waits, boolean parking) {
    long[] w = cpu.w;
    int at = cpu.at;
    if (!parking) {
      w[at + PARKED] = 0;
    }
    if (!waits && w[at + NOTING] != 1) {
      w[at + NOTES] = 0;
    }
    int notes = (int) w[at + NOTES];
    if (trail.noted > notes) {
      int table = at + NOTE_TABLE;
      Arrays.fill(w, table + notes * NOTE_WORDS, table + trail.noted * NOTE_WORDS, 0);
    }
  }

  /** Records which of its words have changed, among those touched since {@link #track}. */
  public void compare(Changes changes) {
    int at = cpu.at;
    int stack = cpu.stack;
    changes.compare(at, at + NOTE_TABLE);
    int notes = (int) Math.max(cpu.w[at + NOTES], changes.before(at + NOTES));
    if (notes > 0) {
      changes.compare(at + NOTE_TABLE, at + NOTE_TABLE + notes * NOTE_WORDS);
    }
    changes.compare(at + IRQS_OFF_AT, at + PRIVATES);
    if (trail.wrotePrivates) {
      changes.compare(at + PRIVATES, stack);
    }
    int end = Math.max(trail.top(cpu.w), trail.top(changes.before()));
    changes.compare(
        stack + trail.low, stack + (cpu.tables.stacks > 1 ? Math.max(end, trail.deep) : end));
  }

  /** Restores the state before a section that could not begin: see {@link Cpu#hasToRetry}. */
  public void takeBack(long[] before) {
    int words = trail.wrotePrivates ? cpu.stack - cpu.at : PRIVATES;
    System.arraycopy(before, cpu.at, cpu.w, cpu.at, words);
    int from = cpu.stack + trail.low;
    int end = cpu.stack + Math.max(trail.deep, trail.top(cpu.w));
    System.arraycopy(before, from, cpu.w, from, end - from);
  }

  /** Copies its whole slice out of the machine's state. */
  public void save(long[] copy) {
    System.arraycopy(cpu.w, cpu.at, copy, 0, cpu.words());
  }

  /** Restores its slice from a copy. */
  public void restore(long[] copy) {
    System.arraycopy(copy, 0, cpu.w, cpu.at, cpu.words());
  }

  /** Before the first step: runs ahead, also into the functions that it calls. */
  public void runIn(Liveness liveness) {
    runOn(liveness);
    while (liveness != Liveness.NONE && cpu.is(CpuMode.RUNNING) && calls()) {
      int i = 4 * cpu.pc();
      int function = cpu.tables.code[i + 1];
      frames.call(
          cpu.pc(),
          cpu.stack + (int) cpu.w[cpu.at + FP],
          function,
          cpu.tables.code[i + 2],
          cpu.tables.code[i + 3]);
      cpu.w[cpu.at + PC] = cpu.tables.entry[function];
      runOn(liveness);
    }
  }

  private boolean calls() {
    int i = 4 * cpu.pc();
    return cpu.tables.code[i] == Op.CALL
        && !frames.overflows(
            cpu.stack + (int) cpu.w[cpu.at + FP], cpu.tables.code[i + 1], cpu.tables.code[i + 2]);
  }

  /**
   * Runs ahead over instructions that no other part can observe, up to one that could be observed.
   */
  public void runOn(Liveness liveness) {
    if (cpu.is(CpuMode.RUNNING)) {
      liveness.runOn(cpu);
    }
  }
}
