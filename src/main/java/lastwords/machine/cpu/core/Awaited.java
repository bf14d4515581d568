package lastwords.machine.cpu.core;

import static lastwords.machine.layout.CpuWords.MODE;
import static lastwords.machine.layout.CpuWords.NOTES;
import static lastwords.machine.layout.CpuWords.NOTE_TABLE;
import static lastwords.machine.layout.CpuWords.NOTE_WORDS;
import static lastwords.machine.layout.CpuWords.NOTING;
import static lastwords.machine.layout.CpuWords.RELAX_PC;
import static lastwords.machine.layout.CpuWords.TARGET;

import lastwords.kernelc.image.Op;

/** What a CPU waits for. */
public final class Awaited {
  private final CpuCore cpu;

  public Awaited(CpuCore cpu) {
    this.cpu = cpu;
  }

  /** The lock in whose queue it waits, or -1. */
  public int lock() {
    return cpu.is(CpuMode.LOCK) ? (int) cpu.w[cpu.at + TARGET] : -1;
  }

  /** The serial port it sends to, or -1. */
  public int uart() {
    return cpu.is(CpuMode.UART) ? (int) cpu.w[cpu.at + TARGET] : -1;
  }

  /** Number of words or locks that its spinning depends on. */
  public int watched() {
    return cpu.is(CpuMode.POLL) ? (int) cpu.w[cpu.at + NOTES] : 0;
  }

  /** Part number of the i-th of them. */
  public int watchedPart(int i) {
    return (int) cpu.w[cpu.at + NOTE_TABLE + i * NOTE_WORDS];
  }

  /** Address (of memory) of the i-th of them. */
  public int watchedAddress(int i) {
    return (int) cpu.w[cpu.at + NOTE_TABLE + i * NOTE_WORDS + 1];
  }

  /** As {@link #watched}, but also counts while it is still registering with them. */
  public int spinsOn() {
    int mode = (int) cpu.w[cpu.at + MODE];
    boolean waits = mode == CpuMode.POLL.ordinal() || mode == CpuMode.PARKING.ordinal();
    return waits ? (int) cpu.w[cpu.at + NOTES] : 0;
  }

  /** Does it spin on something of this part? */
  public boolean includes(int part) {
    for (int i = spinsOn() - 1; i >= 0; i--) {
      if (watchedPart(i) == part) {
        return true;
      }
    }
    return false;
  }

  /** Does it spin on this word of memory? */
  public boolean includes(int memory, int address) {
    for (int i = spinsOn() - 1; i >= 0; i--) {
      if (watchedPart(i) == memory && watchedAddress(i) == address) {
        return true;
      }
    }
    return false;
  }

  /** Is the wait an iteration of a polling loop that an interrupt broke off? */
  public boolean betweenTurns() {
    return cpu.is(CpuMode.DELAY) && cpu.tables.code[4 * cpu.pc()] == Op.POLL;
  }

  /** Is one more iteration of a spinning loop needed to know that it waits? */
  public boolean spinning() {
    boolean looks = cpu.w[cpu.at + NOTING] == 1 && cpu.w[cpu.at + RELAX_PC] != 0;
    return looks && cpu.is(CpuMode.RUNNING);
  }
}
