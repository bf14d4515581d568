package lastwords.machine.compare;

import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.FRAME_HEAD;
import static lastwords.machine.layout.CpuWords.LINK_TASK;
import static lastwords.machine.layout.CpuWords.MODE;
import static lastwords.machine.layout.CpuWords.NOTES;
import static lastwords.machine.layout.CpuWords.NOTE_TABLE;
import static lastwords.machine.layout.CpuWords.NOTE_WORDS;
import static lastwords.machine.layout.CpuWords.PC;
import static lastwords.machine.layout.CpuWords.TARGET;
import static lastwords.machine.layout.CpuWords.high;
import static lastwords.machine.layout.CpuWords.low;
import static lastwords.machine.layout.CpuWords.pack;

import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;

/** A CPU's slice, written to where it belongs after the swap. */
final class SwappedCpu {
  private final CpuCore cpu;
  private final CpuSwap swap;
  private final int shift; // offset from its slice to the other's
  private long[] state;
  private long[] image;

  SwappedCpu(CpuCore cpu, CpuSwap swap) {
    this.cpu = cpu;
    this.swap = swap;
    this.shift = (swap.cpu(cpu.number) - cpu.number) * cpu.words();
  }

  void write(long[] from, long[] to) {
    state = from;
    image = to;
    System.arraycopy(state, cpu.at, image, cpu.at + shift, cpu.words());
    put(cpu.at + PC, swap.pc(cpu.number, (int) state[cpu.at + PC]));
    if (state[cpu.at + MODE] == CpuMode.LOCK.ordinal()) {
      put(cpu.at + TARGET, swap.lock((int) state[cpu.at + TARGET]));
    }
    notes();
    frames();
  }

  private void put(int index, long word) {
    image[index + shift] = word;
  }

  private void notes() {
    for (int i = 0; i < state[cpu.at + NOTES]; i++) {
      int note = cpu.at + NOTE_TABLE + i * NOTE_WORDS;
      int part = (int) state[note];
      int target = (int) state[note + 1];
      boolean memory = part == cpu.tables.cpus;
      put(note, swap.part(part));
      if (memory) {
        put(note + 1, swap.address(target));
        put(note + 2, swap.word(target, state[note + 2]));
      } else if (part > cpu.tables.cpus + 3) {
        put(note + 1, swap.lock(target));
      }
    }
  }

  /** Is it the empty frame that replaces those of a CPU that never runs again? */
  private boolean isEmpty(int fp) {
    return state[cpu.stack + fp - 2] == 0;
  }

  private void frames() {
    int pc = (int) state[cpu.at + PC];
    int fp = (int) state[cpu.at + FP];
    int end = fp + cpu.tables.frameWordsAt(pc);
    int handed = end; // above this: the callee's further arguments
    while (cpu.isFrame(pc, fp) && !isEmpty(fp)) {
      for (int slot = 0; slot < end - fp; slot++) {
        int index = cpu.stack + fp + slot;
        int stands = fp + slot < handed ? pc : pc - 1;
        put(index, swap.slot(stands, slot, state[index]));
      }
      int frame = cpu.stack + fp;
      int link = low(state[frame - 2]);
      if (link == LINK_TASK) {
        return;
      }
      boolean called = link >= 0;
      end = called ? fp - 2 : fp - FRAME_HEAD;
      int linked = called ? frame - 2 : frame - FRAME_HEAD;
      handed = called ? end - high(state[linked]) : end;
      pc = called ? link : low(state[linked]);
      put(linked, pack(swap.pc(cpu.number, pc), high(state[linked])));
      int inner = fp;
      fp = called ? (int) state[frame - 1] : low(state[frame - FRAME_HEAD + 1]);
      if (fp >= inner) {
        return;
      }
    }
  }
}
