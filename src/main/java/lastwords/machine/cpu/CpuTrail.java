package lastwords.machine.cpu;

import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.NOTES;
import static lastwords.machine.layout.CpuWords.NOTE_LIMIT;
import static lastwords.machine.layout.CpuWords.PC;

import java.util.Arrays;

/**
 * What a CPU's last choice touched of its slice, for engines that compare states: so that they need
 * not look at all of it to forget what means nothing any more, to tell what has changed, and to
 * take the choice back.
 */
final class CpuTrail {

  private final Cpu cpu;
  int low; // lowest stack word that may have been written
  int deep; // one past the highest
  int noted; // words of the note table that may have been written, in notes
  boolean wrotePrivates;
  boolean wroteStacks; // others than the one that the CPU is on, too

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
}
