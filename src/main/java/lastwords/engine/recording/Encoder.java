package lastwords.engine.recording;

import java.util.Arrays;

/** Numbers and texts as bytes, small numbers in few of them. */
final class Encoder {
  private byte[] bytes = new byte[128];
  private int size;

  /** Seven bits a byte, lowest first; numbers near zero, of either sign, are short. */
  void number(long value) {
    unsigned(value << 1 ^ value >> 63);
  }

  void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((int) rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
  }

  /** Its length and its characters; whatever they are, they come back. */
  void text(String text) {
    unsigned(text.length());
    for (int i = 0; i < text.length(); i++) {
      unsigned(text.charAt(i));
    }
  }

  private void put(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  void clear() {
    size = 0;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
