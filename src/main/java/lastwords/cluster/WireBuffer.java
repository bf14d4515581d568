package lastwords.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.Request;
import lastwords.machine.text.Texts;

/** A message's bytes. Numbers are of variable length; lengths are checked when read. */
final class WireBuffer {
  private final ByteBuffer bytes;

  WireBuffer(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Seven bits a byte, the sign lowest. */
  void putLong(long value) {
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      bytes.put((byte) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
  }

  long getLong() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }

  void putInt(int value) {
    putLong(value);
  }

  int getInt() {
    return Math.toIntExact(range(getLong(), Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  void putBoolean(boolean value) {
    bytes.put((byte) (value ? 1 : 0));
  }

  boolean getBoolean() {
    return bytes.get() != 0;
  }

  <E> E getEnum(E[] values) {
    return values[(int) range(getLong(), 0, values.length - 1L)];
  }

  void putText(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    putInt(encoded.length);
    bytes.put(encoded);
  }

  String getText() {
    byte[] encoded = new byte[length(1)];
    bytes.get(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  void putLongs(long[] values) {
    putInt(values.length);
    for (long value : values) {
      putLong(value);
    }
  }

  long[] getLongs() {
    long[] values = new long[length(1)];
    for (int i = 0; i < values.length; i++) {
      values[i] = getLong();
    }
    return values;
  }

  void putTexts(List<Texts.Definition> texts) {
    putInt(texts.size());
    for (Texts.Definition text : texts) {
      putInt(text.number());
      putText(text.text());
    }
  }

  List<Texts.Definition> getTexts() {
    int size = length(2);
    if (size == 0) {
      return List.of();
    }
    List<Texts.Definition> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(new Texts.Definition(getInt(), getText()));
    }
    return texts;
  }

  void putRequest(Request request) {
    putInt(request.part);
    putInt(request.operation);
    putInt(request.builtin);
    putInt(request.cpu);
    putInt(request.context);
    putInt(request.pc);
    putLong(request.target);
    putLong(request.a);
    putLong(request.b);
    putInt(request.argCount);
    for (int i = 0; i < request.argCount; i++) {
      putLong(request.args[i]);
    }
  }

  Request getRequest() {
    Request request = new Request();
    request.part = getInt();
    request.operation = getInt();
    request.builtin = getInt();
    request.cpu = getInt();
    request.context = getInt();
    request.pc = getInt();
    request.target = getLong();
    request.a = getLong();
    request.b = getLong();
    request.argCount = length(1);
    request.args = new long[Math.max(16, request.argCount)];
    for (int i = 0; i < request.argCount; i++) {
      request.args[i] = getLong();
    }
    return request;
  }

  /** Reads a count, which the remaining bytes must be enough for. */
  private int length(int bytesEach) {
    return (int) range(getLong(), 0, bytes.remaining() / bytesEach);
  }

  private static long range(long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(value + " is not " + least + " to " + most);
    }
    return value;
  }
}
