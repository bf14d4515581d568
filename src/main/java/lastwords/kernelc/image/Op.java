package lastwords.kernelc.image;

/**
 * The instructions of kernel C's byte code. An instruction is four ints: op, a, b, c. {@code r[x]}
 * is slot x of the current frame. A call's link is two words; a callee's slot 0 is the word after
 * its link.
 */
public final class Op {
  private Op() {}

  public static final int NOP = 0;

  // ---- values ----
  /** r[a] = b (a 32-bit constant, sign extended). */
  public static final int IMM = 1;

  /** r[a] = constants[b]. */
  public static final int CONST = 2;

  /** r[a] = r[b]. */
  public static final int MOV = 3;

  // ---- 64-bit arithmetic: r[a] = r[b] op r[c]; EXT narrows the result ----
  public static final int ADD = 4;
  public static final int SUB = 5;
  public static final int MUL = 6;

  /** Signed; a zero divisor traps (DIVIDE_ERROR). */
  public static final int DIV = 7;

  public static final int MOD = 8;
  public static final int UDIV = 9;
  public static final int UMOD = 10;
  public static final int AND = 11;
  public static final int OR = 12;
  public static final int XOR = 13;

  /** Shift counts are taken modulo 64. */
  public static final int SHL = 14;

  /** Arithmetic shift right. */
  public static final int SAR = 15;

  /** Logical shift right. */
  public static final int SHR = 16;

  /** r[a] = r[b] + c (a constant). */
  public static final int ADDI = 17;

  /** r[a] = -r[b]. */
  public static final int NEG = 18;

  /** r[a] = ~r[b]. */
  public static final int NOT = 19;

  // ---- comparisons: 1 or 0 ----
  public static final int EQ = 20;
  public static final int NE = 21;
  public static final int LT = 22;
  public static final int LE = 23;
  public static final int ULT = 24;
  public static final int ULE = 25;

  /** r[a] = r[b] == 0 ? 1 : 0. */
  public static final int LNOT = 26;

  /**
   * r[a] = r[b] narrowed to width c: 8, 16, 32 zero extended; -8, -16, -32 sign extended; 1 for
   * bool.
   */
  public static final int EXT = 27;

  // ---- control ----
  /** pc = a. */
  public static final int JMP = 28;

  /** if r[a] == 0, pc = b. */
  public static final int JZ = 29;

  /** if r[a] != 0, pc = b. */
  public static final int JNZ = 30;

  /**
   * Call function a. The link is in slots b and b+1, the named arguments follow from slot b+2 on; c
   * further arguments of a variadic function are in the c slots before b. The result is returned in
   * r[b].
   */
  public static final int CALL = 31;

  /**
   * As CALL; the function is the pointer r[a]. A pointer that is not to a function traps
   * (BAD_CALL).
   */
  public static final int CALLR = 32;

  /** Return r[a], or nothing if a is -1. */
  public static final int RET = 33;

  /** An empty endless loop: {@code for (;;);}. Only interrupts can still happen here. */
  public static final int FOREVER = 34;

  // ---- addresses ----
  /** r[a] = a pointer to slot b of this frame, which belongs to the {@link #variable} c. */
  public static final int LEAS = 35;

  /**
   * r[a] = a pointer to the shared per-CPU variable at offset b, of CPU r[c], or of this CPU if c
   * is -1.
   */
  public static final int LEAP = 36;

  /**
   * r[a] = r[a] moved by r[b] elements; constants[c] is elementWords | length << 32. An index
   * outside 0 .. length traps (BAD_INDEX); a length of 0 means unchecked.
   */
  public static final int INDEX = 37;

  /** r[a] = a va_list of this (variadic) function's further arguments. */
  public static final int VASTART = 38;

  // ---- memory; all but LDC, LDP, STP are operations on the memory part and end a step ----
  /** r[a] = word at address b. */
  public static final int LDG = 39;

  /** word at address a = r[b]. */
  public static final int STG = 40;

  /** r[a] = read-only word at address b: a local instruction. */
  public static final int LDC = 41;

  /** r[a] = this CPU's private per-CPU word b: a local instruction. */
  public static final int LDP = 42;

  /** this CPU's private per-CPU word a = r[b]: a local instruction. */
  public static final int STP = 43;

  /**
   * r[a] = word that r[b] points to. Local if it points into this CPU's stack. A wild pointer traps
   * (BAD_POINTER).
   */
  public static final int LD = 44;

  /** word that r[a] points to = r[b]. */
  public static final int ST = 45;

  /**
   * r[a] = character that r[b] points to (0 at the end of the text). Local if it points into a
   * string.
   */
  public static final int LDCH = 46;

  /** character that r[a] points to = r[b]. */
  public static final int STCH = 47;

  /**
   * Read-modify-write, kind {@code c & 0xff} (RMW_…): r[a] = old value; r[a] is the pointer, r[a+1]
   * and r[a+2] the values. {@code c >> 8} is the width of the word's type as in EXT, 0 for 64 bits:
   * RMW_ADD wraps at it.
   */
  public static final int RMW = 48;

  /** Call builtin b with c arguments in r[a], r[a+1], …. The result is returned in r[a]. */
  public static final int SYS = 49;

  /**
   * Starts noting words: the shared words that the following condition reads are what {@link #POLL}
   * waits for.
   */
  public static final int POLLBEGIN = 50;

  /**
   * Wait until a word that was read since POLLBEGIN changes, an interrupt was served, or r[b]
   * iterations of r[b+1] ns each have passed (r[b] &lt; 0: no limit). r[a] is this wait's own slot,
   * zero before and after. Sets r[b] to the iterations that passed.
   */
  public static final int POLL = 51;

  /** r[a] (a char slot of this frame) = the empty string, as text of at most c - 1 characters. */
  public static final int CHARS = 52;

  public static final int RMW_XCHG = 0;
  public static final int RMW_CMPXCHG = 1;
  public static final int RMW_ADD = 2;
  public static final int RMW_OR = 3;
  public static final int RMW_AND = 4;

  private static final int VARIABLE_SHIFT = 16;

  /** Encodes a variable's slots as an operand. */
  public static int variable(int first, int words) {
    return first << VARIABLE_SHIFT | words;
  }

  /** The first slot of a variable. */
  public static int variableSlot(int variable) {
    return variable >>> VARIABLE_SHIFT;
  }

  /** The number of slots of a variable. */
  public static int variableWords(int variable) {
    return variable & (1 << VARIABLE_SHIFT) - 1;
  }

  /** Names by op code, for the disassembler. */
  static final String[] NAMES = {
    "nop",
    "imm",
    "const",
    "mov",
    "add",
    "sub",
    "mul",
    "div",
    "mod",
    "udiv",
    "umod",
    "and",
    "or",
    "xor",
    "shl",
    "sar",
    "shr",
    "addi",
    "neg",
    "not",
    "eq",
    "ne",
    "lt",
    "le",
    "ult",
    "ule",
    "lnot",
    "ext",
    "jmp",
    "jz",
    "jnz",
    "call",
    "callr",
    "ret",
    "forever",
    "leas",
    "leap",
    "index",
    "vastart",
    "ldg",
    "stg",
    "ldc",
    "ldp",
    "stp",
    "ld",
    "st",
    "ldch",
    "stch",
    "rmw",
    "sys",
    "pollbegin",
    "poll",
    "chars"
  };
}
