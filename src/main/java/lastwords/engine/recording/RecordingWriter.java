package lastwords.engine.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import lastwords.trace.TraceRecord;

/**
 * Writes a recording: the first line, the header, the records in order of clock and origin, and the
 * footer. Each of these is framed: a letter, the length, the bytes and their CRC32C.
 */
public final class RecordingWriter implements Closeable {
  /** The first line of a recording. */
  public static final String FIRST_LINE = "lastwords recording 2";

  /** The first line of the previous format, which has no transactions; of the same length. */
  static final String FIRST_LINE_BEFORE = "lastwords recording 1";

  static final byte HEADER = 'H';
  static final byte EVENT = 'E';
  static final byte FOOTER = 'F';

  private final OutputStream out;
  private final CRC32C sum = new CRC32C();
  private long size;

  /**
   * @param out should be buffered
   */
  public RecordingWriter(OutputStream out, RunHeader header) throws IOException {
    this.out = out;
    byte[] line = (FIRST_LINE + "\n").getBytes(StandardCharsets.US_ASCII);
    out.write(line);
    size = line.length;
    frame(HEADER, RunTexts.pack(header));
  }

  public void record(TraceRecord record) throws IOException {
    record(EventCodec.encode(record));
  }

  /** As above, for a record that {@link EventCodec} has encoded. */
  public void record(byte[] encoded) throws IOException {
    frame(EVENT, encoded);
  }

  public void footer(RunFooter footer) throws IOException {
    frame(FOOTER, RunTexts.pack(footer));
  }

  private void frame(byte kind, byte[] payload) throws IOException {
    Encoder head = new Encoder();
    head.unsigned(payload.length);
    byte[] length = head.bytes();
    sum.reset();
    sum.update(kind);
    sum.update(payload, 0, payload.length);
    int crc = (int) sum.getValue();
    out.write(kind);
    out.write(length);
    out.write(payload);
    out.write(new byte[] {(byte) (crc >> 24), (byte) (crc >> 16), (byte) (crc >> 8), (byte) crc});
    size += 1 + length.length + payload.length + 4;
  }

  /** Bytes written so far. */
  public long size() {
    return size;
  }

  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
