package lastwords.trace;

/** The source of the names in a trace: the machine that ran, or a file. */
public interface NameSource {
  /** Number of CPUs. */
  int cpus();

  /** The function that contains instruction pc. */
  String function(int pc);

  /** The source file of instruction pc, with its folders as far as they are known. */
  String path(int pc);

  /** The source line of instruction pc. */
  int line(int pc);

  /** The variable or member at a word address. */
  String word(long address);

  /** The lock with this number. */
  String lock(long number);

  /** The serial port with this number. */
  String port(long number);

  /** The function that serves a vector. */
  String vector(long vector);

  /** The text that a text pointer points to. */
  String text(long pointer);

  /** A pointer to anything else, as a reader of kernel C would write it. */
  String pointer(long word);
}
