package lastwords.machine.layout;

/** Layout of a CPU's slice, of its flags and of the frames on its stack. */
public final class CpuWords {
  public static final int STACK_BITS = 10;
  public static final int STACK_WORDS = 1 << STACK_BITS; // of each stack
  public static final int STACKS = 8; // of a CPU that may have more than one
  public static final int SAVED_WORDS = 3; // per stack that was left: pc + 2, frame, contexts
  public static final int STACK_RESERVE = 128; // reserved for the handler of a stack overflow
  public static final int NOTE_LIMIT = 8;
  public static final int NOTE_WORDS = 3;

  // ---- slice ----
  public static final int MODE = 0;
  public static final int FLAGS = 1;
  public static final int PC = 2;
  public static final int FP = 3;
  public static final int PENDING = 4;
  public static final int DEADLINE = 5;
  public static final int CONTEXT = 6; // two bits per level, the current one lowest
  public static final int BREAK = 7; // function + 1, handler + 1 in the upper half
  public static final int RELAX_PC = 8;
  public static final int RELAX_HASH = 9;
  public static final int NOTING = 10; // 0 off, 1 on, 2 the loop did something other than read
  public static final int NOTES = 11;
  public static final int PARKED = 12; // notes registered so far
  public static final int TARGET = 13; // lock or port it waits for
  public static final int NOTE_TABLE = 14;
  public static final int IRQS_OFF_AT = NOTE_TABLE + NOTE_LIMIT * NOTE_WORDS; // for reports only
  public static final int DUMPS = IRQS_OFF_AT + 1; // reasons, four bits each, the last one lowest
  public static final int PRIVATES = DUMPS + 1; // then where stacks were left, and stacks

  // ---- flags ----
  public static final int IF = 1;
  public static final int IN_NMI = 2;
  public static final int LAPIC_OFF = 4;
  public static final int STALLED = 8;
  public static final int BAD_IDT = 16;
  public static final int TIMEOUT = 32; // the deadline has passed
  public static final int STALLS_END = 64; // a stall may end
  public static final int OOPSES = 128; // it has reported an oops
  public static final int PANICS = 256; // it has reported a panic
  public static final int OFFLINE = 512; // it has reported that it is offline
  public static final int FINAL = 1024; // it has reported that panic() is in its final loop
  public static final int LEFT_FINAL = 2048; // and has switched to another stack since

  public static final int OTHER_KERNEL = 4096; // it runs another kernel than the one it booted

  // ---- links that are not return addresses ----
  public static final int LINK_INTERRUPT = -1;
  public static final int LINK_TASK = -2;
  public static final int LINK_TRAP = -3;
  public static final int LINK_BREAK = -4;
  public static final int FRAME_HEAD = 4; // pc and mode, fp and flags, link (two words)

  private CpuWords() {}

  /** The first word of the stack that this frame is on. */
  public static int stackBase(int fp) {
    return fp & -STACK_WORDS;
  }

  /** One past the last word of the stack that this frame is on. */
  public static int stackEnd(int fp) {
    return (fp | STACK_WORDS - 1) + 1;
  }

  public static long pack(int low, int high) {
    return (low & 0xffffffffL) | (long) high << 32;
  }

  public static int low(long word) {
    return (int) word;
  }

  public static int high(long word) {
    return (int) (word >>> 32);
  }
}
