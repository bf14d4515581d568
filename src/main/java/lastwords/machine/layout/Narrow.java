package lastwords.machine.layout;

/** Conversion to C's narrower integer types in a 64-bit word. */
public final class Narrow {
  private Narrow() {}

  /**
   * @param width 8, 16, 32 zero extended, -8, -16, -32 sign extended, 1 bool, anything else:
   *     unchanged
   */
  public static long to(int width, long value) {
    return switch (width) {
      case 1 -> value != 0 ? 1 : 0;
      case 8 -> value & 0xff;
      case 16 -> value & 0xffff;
      case 32 -> value & 0xffffffffL;
      case -8 -> (byte) value;
      case -16 -> (short) value;
      case -32 -> (int) value;
      default -> value;
    };
  }
}
