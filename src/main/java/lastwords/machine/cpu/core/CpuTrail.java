package lastwords.machine.cpu.core;

import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.NOTES;
import static lastwords.machine.layout.CpuWords.NOTE_LIMIT;
import static lastwords.machine.layout.CpuWords.PC;

import java.util.Arrays;
import lastwords.machine.layout.CpuWords;

/**
 * What a CPU's last action touched of its slice, for engines that compare states: so that they need
 * not look at all of it to clear what is dead, to tell what has changed, and to undo the action.
 */
public final class CpuTrail {
  private final CpuCore cpu;
  public int low; // lowest stack word that may have been written
  public int deep; // one past the highest
  public int noted; // notes of the note table that may have been written
  public boolean wrotePrivates;
  public boolean wroteStacks; // were stacks other than the current one written?

  CpuTrail(CpuCore cpu) {
    this.cpu = cpu;
  }

  // ---- recorded by the CPU ----

  /** The innermost frame now begins at this stack word. */
  public void cameBackTo(int frame) {
    low = Math.min(low, frame);
  }

  /** Stack words below this one are in use now. */
  public void wentUpTo(int end) {
    deep = Math.max(deep, end);
  }

  /** This many of its notes are in use. */
  public void noted(int notes) {
    noted = Math.max(noted, notes);
  }

  public void wrotePrivates() {
    wrotePrivates = true;
  }

  /** A stack word was written through a pointer. */
  public void wrote(int word) {
    cameBackTo(word);
    wentUpTo(word + 1);
  }

  /** All frames are gone. */
  public void tookFramesAway() {
    int end = cpu.tables.stacks > 1 ? cpu.tables.stackWords : Math.max(deep, top(cpu.w));
    Arrays.fill(cpu.w, cpu.stack, cpu.stack + end, 0);
    low = 0;
    deep = 0;
  }

  /** Frames below this stack word are unchanged. */
  public int lowest() {
    return low;
  }

  // ---- for engines ----

  /** Starts again. */
  public void begin() {
    low = Math.max(0, (int) cpu.w[cpu.at + FP] - 2);
    deep = top(cpu.w);
    noted = (int) cpu.w[cpu.at + NOTES];
    wrotePrivates = false;
    wroteStacks = false;
  }

  /** Anything may have been written. */
  public void all() {
    low = 0;
    deep = cpu.tables.stackWords;
    noted = NOTE_LIMIT;
    wrotePrivates = true;
    wroteStacks = cpu.tables.stacks > 1;
  }

  /** One past the CPU's highest stack word in a state of its machine. */
  public int top(long[] state) {
    int frame = cpu.tables.frameWordsAt((int) state[cpu.at + PC]);
    int fp = (int) state[cpu.at + FP];
    return Math.min(fp + frame, CpuWords.stackEnd(fp));
  }
}
