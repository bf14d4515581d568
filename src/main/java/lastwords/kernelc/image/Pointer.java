package lastwords.kernelc.image;

/**
 * A kernel C pointer in one word: a tag (bits 56 to 63), an object (bits 24 to 55) and a character
 * offset (bits 0 to 23, used by {@code char *} alone). NULL is 0.
 */
public final class Pointer {
  /** Into the data segment: object is a word address. */
  public static final int DATA = 0x51;

  /** To text: object is the number of an interned string. */
  public static final int STRING = 0x52;

  /** To a function: object is its number. */
  public static final int FUNCTION = 0x53;

  /** Into a CPU's own stack: object is the CPU number (8 bits) and the word index (24 bits). */
  public static final int STACK = 0x54;

  /**
   * A {@code va_list}: object as for STACK, of the first argument's slot; the offset is the number
   * of arguments.
   */
  public static final int VARARGS = 0x55;

  private static final int TAG_SHIFT = 56;
  private static final int OBJECT_SHIFT = 24;
  private static final long OFFSET_MASK = (1L << OBJECT_SHIFT) - 1;
  private static final int STACK_INDEX_MASK = (1 << 24) - 1;

  private Pointer() {}

  public static long of(int tag, int object) {
    return ((long) tag << TAG_SHIFT) | ((object & 0xffffffffL) << OBJECT_SHIFT);
  }

  public static long ofStack(int tag, int cpu, int index) {
    return of(tag, (cpu << 24) | (index & STACK_INDEX_MASK));
  }

  public static int tag(long pointer) {
    return (int) (pointer >>> TAG_SHIFT);
  }

  public static int object(long pointer) {
    return (int) (pointer >>> OBJECT_SHIFT);
  }

  public static int offset(long pointer) {
    return (int) (pointer & OFFSET_MASK);
  }

  public static int stackCpu(long pointer) {
    return object(pointer) >>> 24;
  }

  public static int stackIndex(long pointer) {
    return object(pointer) & STACK_INDEX_MASK;
  }

  /** The pointer moved by whole words (elements of any type except char). */
  public static long plusWords(long pointer, long words) {
    return pointer + (words << OBJECT_SHIFT);
  }
}
