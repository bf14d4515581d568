package lastwords.cluster.spool;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import lastwords.cluster.spool.SpoolRecord.Type;
import lastwords.engine.recording.Encoder;
import lastwords.engine.recording.EventCodec;
import lastwords.trace.TraceRecord;

/** Events as a {@link SpoolRecord}, again and again in the same bytes: most records are these. */
final class EventRecord {
  private final Encoder bytes = new Encoder();
  private String machine = "";
  private ByteBuffer head = ByteBuffer.allocate(0); // of that machine's records; the clock is last

  /**
   * Is this record from now on.
   *
   * @param clock of the node
   */
  void set(String of, long clock, TraceRecord record) {
    if (!machine.equals(of)) {
      machine = of;
      head = ByteBuffer.wrap(SpoolRecord.pieces(Type.EVENT, of, 0, new byte[0]).get(0));
    }
    head.putLong(head.capacity() - Long.BYTES, clock);
    bytes.clear();
    bytes.raw(head.array());
    EventCodec.encode(record, bytes);
  }

  /** The events alone, when they are too long for one record. */
  Optional<byte[]> tooLong() {
    int length = bytes.size() - head.capacity();
    return length <= SpoolRecord.PIECE
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(bytes.array(), head.capacity(), bytes.size()));
  }

  /** How many bytes. */
  int size() {
    return bytes.size();
  }

  /** They are the first of these. */
  byte[] array() {
    return bytes.array();
  }
}
