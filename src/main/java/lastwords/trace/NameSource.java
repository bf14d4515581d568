package lastwords.trace;

/** Where the names of a trace come from: from the machine that ran, or from a file. */
public interface NameSource {
  /** How many CPUs there are. */
  int cpus();

  /** The function that instruction pc is in. */
  String function(int pc);

  /** The source file of instruction pc, with its folders as far as they are known. */
  String path(int pc);

  /** The source line of instruction pc. */
  int line(int pc);

  /** The variable or member at a word address. */
  String word(long address);

  /** The lock with that number. */
  String lock(long number);

  /** The serial port with that number. */
  String port(long number);

  /** The function that serves a vector. */
  String vector(long vector);

  /** The text that a pointer to a text means. */
  String text(long pointer);

  /** A pointer to anything else, as a reader of kernel C would write it. */
  String pointer(long word);
}
