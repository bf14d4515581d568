package lastwords.cluster.spool;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import lastwords.cluster.spool.SpoolRecord.Type;
import lastwords.engine.recording.Encoder;
import lastwords.engine.recording.EventCodec;
import lastwords.trace.TraceRecord;

/** A reusable buffer that packs events as a {@link SpoolRecord}: most records are events. */
final class EventRecord {
  private final Encoder bytes = new Encoder();
  private String machine = "";
  private ByteBuffer head = ByteBuffer.allocate(0); // up to and with the clock

  /**
   * Packs a record.
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

  /** The events without the rest, if they do not fit into one piece. */
  Optional<byte[]> tooLong() {
    int length = bytes.size() - head.capacity();
    return length <= SpoolRecord.PIECE
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(bytes.array(), head.capacity(), bytes.size()));
  }

  /** Size in bytes. */
  int size() {
    return bytes.size();
  }

  /** The buffer; the packed record is at its start. */
  byte[] array() {
    return bytes.array();
  }
}
