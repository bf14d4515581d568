package lastwords.machine.cpu;

import static lastwords.machine.layout.CpuWords.DEADLINE;
import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.IRQS_OFF_AT;
import static lastwords.machine.layout.CpuWords.MODE;
import static lastwords.machine.layout.CpuWords.NOTES;
import static lastwords.machine.layout.CpuWords.NOTE_LIMIT;
import static lastwords.machine.layout.CpuWords.NOTE_TABLE;
import static lastwords.machine.layout.CpuWords.NOTE_WORDS;
import static lastwords.machine.layout.CpuWords.NOTING;
import static lastwords.machine.layout.CpuWords.PARKED;
import static lastwords.machine.layout.CpuWords.PC;
import static lastwords.machine.layout.CpuWords.PRIVATES;
import static lastwords.machine.layout.CpuWords.RELAX_HASH;
import static lastwords.machine.layout.CpuWords.RELAX_PC;
import static lastwords.machine.layout.CpuWords.TARGET;

import java.util.Arrays;
import lastwords.machine.cpu.Cpu.Mode;

/**
 * What a CPU's last choice touched of its slice, for engines that compare states: so that they need
 * not look at all of it to forget what means nothing any more, to tell what has changed, and to
 * take the choice back.
 */
final class CpuTrail {
  private static final int PARKING = Mode.PARKING.ordinal();
  private static final int LOCK = Mode.LOCK.ordinal();
  private static final int POLL = Mode.POLL.ordinal();
  private static final int DELAY = Mode.DELAY.ordinal();
  private static final int UART = Mode.UART.ordinal();

  private final Cpu cpu;
  private int low; // lowest stack word that may have been written
  private int deep; // one past the highest
  private int noted; // words of the note table that may have been written, in notes
  private boolean wrotePrivates;
  private boolean wroteStacks; // others than the one that the CPU is on, too

  CpuTrail(Cpu cpu) {
    this.cpu = cpu;
  }

  // ---- what leaves the trail ----

  /** A frame that begins at this stack word is the innermost one now. */
  void cameBackTo(int frame) {
    low = Math.min(low, frame);
  }

  /** Stack words below this one are in use now. */
  void wentUpTo(int end) {
    deep = Math.max(deep, end);
  }

  /** So many of its notes are in use. */
  void noted(int notes) {
    noted = Math.max(noted, notes);
  }

  void wrotePrivates() {
    wrotePrivates = true;
  }

  /** A stack word was written through a pointer. */
  void wrote(int word) {
    cameBackTo(word);
    wentUpTo(word + 1);
  }

  /** All frames are gone. */
  void tookFramesAway() {
    int end = cpu.tables.stacks > 1 ? cpu.tables.stackWords : Math.max(deep, top(cpu.w));
    Arrays.fill(cpu.w, cpu.stack, cpu.stack + end, 0);
    low = 0;
    deep = 0;
  }

  /** Frames below this stack word are what they were. */
  int lowest() {
    return low;
  }

  // ---- what engines do with it ----

  /** Begins anew. */
  void begin() {
    low = Math.max(0, (int) cpu.w[cpu.at + FP] - 2);
    deep = top(cpu.w);
    noted = (int) cpu.w[cpu.at + NOTES];
    wrotePrivates = false;
    wroteStacks = false;
  }

  /** Anything may have been written. */
  void all() {
    low = 0;
    deep = cpu.tables.stackWords;
    noted = NOTE_LIMIT;
    wrotePrivates = true;
    wroteStacks = cpu.tables.stacks > 1;
  }

  /** One past the CPU's highest stack word in a state of its machine. */
  int top(long[] state) {
    int frame = cpu.tables.frameWordsAt((int) state[cpu.at + PC]);
    int fp = (int) state[cpu.at + FP];
    return Math.min(fp + frame, Stacks.endOf(fp));
  }

  /** See {@link Cpu#forget}. */
  void forget(boolean reports, Liveness liveness) {
    long[] w = cpu.w;
    int at = cpu.at;
    int top = top(w);
    if (wroteStacks || deep > Stacks.endOf((int) w[at + FP])) {
      cpu.stacks.forget();
    } else if (deep > top) {
      Arrays.fill(w, cpu.stack + top, cpu.stack + deep, 0);
    }
    liveness.clear(cpu);
    if (wroteStacks) {
      liveness.clearLeft(cpu);
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
    if (noted > notes) {
      int table = at + NOTE_TABLE;
      Arrays.fill(w, table + notes * NOTE_WORDS, table + noted * NOTE_WORDS, 0);
    }
  }

  /** Notes which words are others than before. */
  void compare(Changes changes) {
    int at = cpu.at;
    int stack = cpu.stack;
    changes.compare(at, at + NOTE_TABLE);
    int notes = (int) Math.max(cpu.w[at + NOTES], changes.before(at + NOTES));
    if (notes > 0) {
      changes.compare(at + NOTE_TABLE, at + NOTE_TABLE + notes * NOTE_WORDS);
    }
    changes.compare(at + IRQS_OFF_AT, at + PRIVATES);
    if (wrotePrivates) {
      changes.compare(at + PRIVATES, stack);
    }
    int end = Math.max(top(cpu.w), changes.top(this));
    changes.compare(stack + low, stack + (cpu.tables.stacks > 1 ? Math.max(end, deep) : end));
  }

  /** See {@link Cpu#takeBack}. */
  void takeBack(long[] before) {
    int words = wrotePrivates ? cpu.stack - cpu.at : PRIVATES;
    System.arraycopy(before, cpu.at, cpu.w, cpu.at, words);
    int from = cpu.stack + low;
    int end = cpu.stack + Math.max(deep, top(cpu.w));
    System.arraycopy(before, from, cpu.w, from, end - from);
  }
}
