package lastwords.kernelc.code;

/**
 * How the code reaches a word.
 *
 * @param kind which instructions read and write it
 * @param where slot, address or offset, by kind
 * @param register the pointer, or the CPU number (-1: this CPU)
 */
record Location(Kind kind, int where, int register) {
  /** Ways to reach a word. */
  enum Kind {
    /** Slot {@code where} of the frame. */
    SLOT,
    /** Word {@code where} of the data segment. */
    DATA,
    /** The same, and never written. */
    READ_ONLY,
    /** This CPU's private word {@code where}. */
    PRIVATE,
    /** Word {@code where} of the shared per-CPU area of CPU r[register]. */
    PER_CPU,
    /** {@code where} words behind the pointer r[register]. */
    POINTER,
    /** The character at the pointer r[register]. */
    CHARACTER
  }

  /** The word some words further on. */
  Location plus(int words) {
    return new Location(kind, where + words, register);
  }
}
