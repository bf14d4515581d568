package lastwords.machine.cpu.core;

import static lastwords.machine.layout.CpuWords.NOTES;
import static lastwords.machine.layout.CpuWords.NOTE_LIMIT;
import static lastwords.machine.layout.CpuWords.NOTE_TABLE;
import static lastwords.machine.layout.CpuWords.NOTE_WORDS;
import static lastwords.machine.layout.CpuWords.NOTING;
import static lastwords.machine.layout.CpuWords.RELAX_PC;

/**
 * The words and locks that a CPU has read in a loop that may turn out to only wait: then they are
 * what it waits for.
 */
public final class LoopNotes {
  private static final int ON = 1;
  private static final int SPOILT = 2;

  private final CpuCore cpu;

  LoopNotes(CpuCore cpu) {
    this.cpu = cpu;
  }

  /** An iteration of a loop begins. */
  public void begin() {
    cpu.w[cpu.at + NOTING] = ON;
    cpu.w[cpu.at + NOTES] = 0;
    cpu.w[cpu.at + RELAX_PC] = 0;
  }

  /** Do the notes cover all that the CPU has done since then? */
  public boolean complete() {
    return cpu.w[cpu.at + NOTING] == ON;
  }

  /** The loop did something other than read: it does not only wait. */
  public void changed() {
    if (cpu.w[cpu.at + NOTING] == ON) {
      cpu.w[cpu.at + NOTING] = SPOILT;
    }
  }

  /** Notes the value of a word or lock. */
  public void add(int part, long target, long value) {
    long[] w = cpu.w;
    int at = cpu.at;
    if (w[at + NOTING] != ON) {
      return;
    }
    int notes = (int) w[at + NOTES];
    for (int i = 0; i < notes; i++) {
      int entry = at + NOTE_TABLE + i * NOTE_WORDS;
      if (w[entry] == part && w[entry + 1] == target && w[entry + 2] == value) {
        return;
      }
    }
    if (notes == NOTE_LIMIT) {
      w[at + NOTING] = SPOILT;
      return;
    }
    int entry = at + NOTE_TABLE + notes * NOTE_WORDS;
    w[entry] = part;
    w[entry + 1] = target;
    w[entry + 2] = value;
    w[at + NOTES] = notes + 1;
    cpu.trail.noted(notes + 1);
  }
}
