package lastwords.trace.perfetto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A protocol buffers message, read without a schema. */
final class ProtoReader {
  private final Map<Integer, List<Object>> fields = new HashMap<>();
  private final byte[] bytes;
  private int at;

  ProtoReader(byte[] bytes) {
    this.bytes = bytes;
    while (at < bytes.length) {
      field();
    }
  }

  private void field() {
    long tag = varint();
    Object value =
        switch ((int) tag & 7) {
          case 0 -> varint();
          case 1 -> fixed64();
          case 2 -> bytes((int) varint());
          default -> throw new AssertionError("wire type " + (tag & 7) + " at " + at);
        };
    fields.computeIfAbsent((int) (tag >>> 3), it -> new ArrayList<>()).add(value);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = bytes[at++];
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  private long fixed64() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value |= (bytes[at++] & 0xffL) << i * 8;
    }
    return value;
  }

  private byte[] bytes(int length) {
    byte[] part = new byte[length];
    System.arraycopy(bytes, at, part, 0, length);
    at += length;
    return part;
  }

  boolean has(int field) {
    return fields.containsKey(field);
  }

  List<Long> numbers(int field) {
    return fields.getOrDefault(field, List.of()).stream().map(it -> (Long) it).toList();
  }

  long number(int field) {
    return numbers(field).get(0);
  }

  Optional<String> text(int field) {
    return fields.getOrDefault(field, List.of()).stream()
        .findFirst()
        .map(it -> new String((byte[]) it, StandardCharsets.UTF_8));
  }

  List<ProtoReader> messages(int field) {
    return fields.getOrDefault(field, List.of()).stream()
        .map(it -> new ProtoReader((byte[]) it))
        .toList();
  }
}
