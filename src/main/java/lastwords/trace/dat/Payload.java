package lastwords.trace.dat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lastwords.trace.tracepoint.Field;
import lastwords.trace.tracepoint.Tracepoint;
import lastwords.trace.tracepoint.TracepointEvent;

/** The bytes of an event's record. A text that is too long for a page is cut. */
final class Payload {
  private static final int MOST_BYTES = 4000; // of a record: it must fit into a page
  private static final int LONGEST_TEXT = 700; // in bytes; there may be five
  private static final int LOCATION_BITS = 16;

  private Payload() {}

  /** The bytes, little-endian; their number is a multiple of four. */
  static ByteBuffer of(TracepointEvent event) {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) event.tracepoint().id());
    bytes.put((byte) event.flags());
    bytes.put((byte) 0); // preempt count: not known
    bytes.putInt(event.pid());
    fields(event, bytes);
    while (bytes.position() % Integer.BYTES != 0) {
      bytes.put((byte) 0);
    }
    return bytes.flip();
  }

  private static void fields(TracepointEvent event, ByteBuffer bytes) {
    List<Field> fields = event.tracepoint().fields();
    int end = Tracepoint.COMMON_BYTES + fields.stream().mapToInt(Field::bytes).sum();
    for (int i = 0; i < fields.size(); i++) {
      Object value = event.values().get(i);
      if (fields.get(i).isDynamic()) {
        byte[] content = content(value);
        bytes.putInt(content.length << LOCATION_BITS | end);
        bytes.put(end, content);
        end += content.length;
      } else {
        number(fields.get(i).size(), ((Number) value).longValue(), bytes);
      }
    }
    bytes.position(end);
  }

  private static void number(int size, long value, ByteBuffer bytes) {
    if (size == Long.BYTES) {
      bytes.putLong(value);
    } else {
      bytes.putInt((int) value);
    }
  }

  /** A text with a terminating 0, or a mask of CPUs. */
  private static byte[] content(Object value) {
    if (value instanceof Number mask) {
      return ByteBuffer.allocate(Long.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putLong(mask.longValue())
          .array();
    }
    byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
    byte[] ended = new byte[Math.min(text.length, LONGEST_TEXT) + 1];
    System.arraycopy(text, 0, ended, 0, ended.length - 1);
    return ended;
  }
}
