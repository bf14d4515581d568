package lastwords.machine.text;

/** What pointers point to, as a kernel shows it. */
public interface Symbols {
  /** The function or variable: {@code panic}. */
  String name(long pointer);

  /** Of a function, with the offset in it and its size: {@code panic+0x12e/0x2f0}. */
  String place(long pointer);

  /** The address on a real machine, of a kernel that was not moved; a plain number is itself. */
  long address(long pointer);

  /** The byte of the code that is there. */
  int code(long pointer);

  /** Hexadecimal digits of an address: 8 or 16. */
  int digits();
}
