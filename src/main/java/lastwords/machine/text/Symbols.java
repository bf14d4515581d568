package lastwords.machine.text;

/** What pointers point to, as a kernel prints it. */
public interface Symbols {
  /** Name of the function or variable: {@code panic}. */
  String name(long pointer);

  /** A function with offset and size: {@code panic+0x12e/0x2f0}. */
  String place(long pointer);

  /**
   * The address on a real machine, of a kernel that was not relocated; a plain number is returned
   * as it is.
   */
  long address(long pointer);

  /** The code byte at this address. */
  int code(long pointer);

  /** Hexadecimal digits of an address: 8 or 16. */
  int digits();
}
