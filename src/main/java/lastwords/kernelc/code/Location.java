package lastwords.kernelc.code;

/**
 * How code reaches a word.
 *
 * @param kind which instructions read and write it
 * @param where slot, address or offset, depending on the kind
 * @param register the pointer, or the CPU number (-1: this CPU)
 */
record Location(Kind kind, int where, int register) {
  /** Ways to reach a word. */
  enum Kind {
    /** Slot {@code where} of the frame. */
    SLOT,
    /** Word {@code where} of the data segment. */
    DATA,
    /** As DATA, but never written. */
    READ_ONLY,
    /** This CPU's private word {@code where}. */
    PRIVATE,
    /** Word {@code where} of the shared per-CPU area of CPU r[register]. */
    PER_CPU,
    /** The word {@code where} words after the pointer r[register]. */
    POINTER,
    /** The character at the pointer r[register]. */
    CHARACTER
  }

  /** The location a number of words further on. */
  Location plus(int words) {
    return new Location(kind, where + words, register);
  }
}
