package lastwords.machine;

/**
 * What the words of a CPU's slice mean, those of its flags and those of the frames on its stack.
 */
final class CpuWords {
  static final int STACK_BITS = 10;
  static final int STACK_WORDS = 1 << STACK_BITS; // of each stack
  static final int STACKS = 8; // of a CPU that may have several
  static final int SAVED_WORDS = 3; // of each that was left: pc + 2, frame, contexts
  static final int STACK_RESERVE = 128; // for the handler of a stack overflow
  static final int NOTE_LIMIT = 8;
  static final int NOTE_WORDS = 3;

  // ---- slice ----
  static final int MODE = 0;
  static final int FLAGS = 1;
  static final int PC = 2;
  static final int FP = 3;
  static final int PENDING = 4;
  static final int DEADLINE = 5;
  static final int CONTEXT = 6; // two bits a level, the current one lowest
  static final int BREAK = 7; // function + 1, handler + 1 in the upper half
  static final int RELAX_PC = 8;
  static final int RELAX_HASH = 9;
  static final int NOTING = 10; // 0 off, 1 on, 2 something else than reading happened
  static final int NOTES = 11;
  static final int PARKED = 12; // notes registered so far
  static final int TARGET = 13; // lock or port it waits for
  static final int NOTE_TABLE = 14;
  static final int IRQS_OFF_AT = NOTE_TABLE + NOTE_LIMIT * NOTE_WORDS; // for reports only
  static final int PRIVATES = IRQS_OFF_AT + 1; // then where stacks were left, and the stacks

  // ---- flags ----
  static final int IF = 1;
  static final int IN_NMI = 2;
  static final int LAPIC_OFF = 4;
  static final int STALLED = 8;
  static final int BAD_IDT = 16;
  static final int TIMEOUT = 32; // the deadline has passed
  static final int STALLS_END = 64; // a stall may end
  static final int OOPSES = 128; // it has said that it oopses
  static final int PANICS = 256; // it has said that it panics
  static final int OFFLINE = 512; // it has said that it is offline
  static final int FINAL = 1024; // it has said that panic() is in its final loop
  static final int LEFT_FINAL = 2048; // and has gone on with another stack since

  // ---- links that are no return address ----
  static final int LINK_INTERRUPT = -1;
  static final int LINK_TASK = -2;
  static final int LINK_TRAP = -3;
  static final int LINK_BREAK = -4;
  static final int FRAME_HEAD = 4; // pc and mode, fp and flags, link (two words)

  private CpuWords() {}

  static long pack(int low, int high) {
    return (low & 0xffffffffL) | (long) high << 32;
  }

  static int low(long word) {
    return (int) word;
  }

  static int high(long word) {
    return (int) (word >>> 32);
  }
}
