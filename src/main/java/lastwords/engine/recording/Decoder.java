package lastwords.engine.recording;

import java.nio.ByteBuffer;

/**
 * Reads what {@link Encoder} wrote. Never reads beyond the end, nor allocates more than the input
 * can fill.
 */
final class Decoder {
  private final byte[] bytes;
  private int at;

  Decoder(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() throws RecordingException {
    long value = unsigned();
    return value >>> 1 ^ -(value & 1);
  }

  long unsigned() throws RecordingException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (at == bytes.length) {
        throw new RecordingException("expected a number, found the end");
      }
      int next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new RecordingException("expected a number of at most 64 bits");
  }

  /** A number of eight bytes. */
  long word() throws RecordingException {
    if (bytes.length - at < Long.BYTES) {
      throw new RecordingException("expected a word, found the end");
    }
    at += Long.BYTES;
    return ByteBuffer.wrap(bytes).getLong(at - Long.BYTES);
  }

  /** A number of at most that many bits. */
  int bits(String what, int count) throws RecordingException {
    long value = unsigned();
    if (value >>> count != 0) {
      throw new RecordingException("expected " + what + " of " + count + " bits, not " + value);
    }
    return (int) value;
  }

  /** A number in a range. */
  int between(String what, int least, int most) throws RecordingException {
    long value = number();
    if (value < least || value > most) {
      throw new RecordingException(
          "expected " + what + " from " + least + " to " + most + ", not " + value);
    }
    return (int) value;
  }

  String text() throws RecordingException {
    int length = length();
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = (char) unsigned();
    }
    return new String(text);
  }

  /** A count of items that take at least one byte each. */
  int length() throws RecordingException {
    long length = unsigned();
    if (length < 0 || length > bytes.length - at) {
      throw new RecordingException(
          "expected " + Long.toUnsignedString(length) + " more bytes, found the end");
    }
    return (int) length;
  }

  void end() throws RecordingException {
    if (at != bytes.length) {
      throw new RecordingException((bytes.length - at) + " bytes too many");
    }
  }
}
