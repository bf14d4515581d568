package lastwords.trace.tracepoint;

/**
 * A field of a tracepoint.
 *
 * @param type as in C: {@code int}, {@code void *}, {@code char[]}
 * @param name its name
 * @param size in bytes; 0: a text or a bit mask of any length, found through four bytes
 * @param signed is it a signed number?
 */
public record Field(String type, String name, int size, boolean signed) {
  private static final int OF_LOCATION = 4;

  static Field number(String type, String name, int size) {
    return new Field(type, name, size, type.startsWith("int") || type.startsWith("s"));
  }

  static Field text(String name) {
    return new Field("char[]", name, 0, true);
  }

  static Field mask(String name) {
    return new Field("unsigned long[]", name, 0, false);
  }

  /** Number of bytes that it takes in the record. */
  public int bytes() {
    return size == 0 ? OF_LOCATION : size;
  }

  /** Is it referenced by offset and length? */
  public boolean isDynamic() {
    return size == 0;
  }

  /**
   * Its line in the tracepoint's description.
   *
   * @param offset from the beginning of the record
   */
  String line(int offset) {
    return "\tfield:"
        + (isDynamic() ? "__data_loc " : "")
        + type
        + (type.endsWith("*") ? "" : " ")
        + name
        + ";\toffset:"
        + offset
        + ";\tsize:"
        + bytes()
        + ";\tsigned:"
        + (signed ? 1 : 0)
        + ";\n";
  }
}
