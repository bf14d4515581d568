package lastwords.trace.perfetto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A protocol buffers message that is being written, field by field. */
final class ProtoBytes {
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int TAG_BITS = 3;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ProtoBytes number(int field, long value) {
    varint((long) field << TAG_BITS);
    varint(value);
    return this;
  }

  ProtoBytes fixed64(int field, long value) {
    varint((long) field << TAG_BITS | FIXED64);
    for (int i = 0; i < Long.BYTES; i++) {
      bytes.write((int) (value >>> i * Byte.SIZE));
    }
    return this;
  }

  ProtoBytes text(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  ProtoBytes message(int field, ProtoBytes message) {
    return bytes(field, message.bytes.toByteArray());
  }

  private ProtoBytes bytes(int field, byte[] content) {
    varint((long) field << TAG_BITS | LENGTH_DELIMITED);
    varint(content.length);
    bytes.writeBytes(content);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
