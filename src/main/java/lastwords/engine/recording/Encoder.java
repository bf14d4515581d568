package lastwords.engine.recording;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Encodes numbers and texts; small numbers take few bytes. */
public final class Encoder {
  private static final int MOST_OF_NUMBER = 10; // 64 bits, 7 a byte

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[128];
  private int size;

  /** Appends a signed number: zigzag, seven bits per byte, lowest first. */
  void number(long value) {
    unsigned(value << 1 ^ value >> 63);
  }

  /** Appends all eight bytes of a number that is never near zero. */
  void word(long value) {
    WORD.set(withRoom(Long.BYTES), size, value);
    size += Long.BYTES;
  }

  void unsigned(long value) {
    byte[] to = withRoom(MOST_OF_NUMBER);
    int at = size;
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      to[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[at++] = (byte) rest;
    size = at;
  }

  /** Appends a text: its length and its characters. */
  void text(String text) {
    unsigned(text.length());
    for (int i = 0; i < text.length(); i++) {
      unsigned(text.charAt(i));
    }
  }

  /** Appends bytes as they are. */
  public void raw(byte[] more) {
    System.arraycopy(more, 0, withRoom(more.length), size, more.length);
    size += more.length;
  }

  private byte[] withRoom(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
    return bytes;
  }

  /** Empties the buffer. */
  public void clear() {
    size = 0;
  }

  /** Size in bytes. */
  public int size() {
    return size;
  }

  /** The buffer, valid until more is appended. */
  public byte[] array() {
    return bytes;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
