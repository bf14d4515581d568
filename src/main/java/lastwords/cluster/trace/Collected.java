package lastwords.cluster.trace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import lastwords.engine.recording.EventCodec;
import lastwords.trace.PartEvent;

/**
 * One stream's events of one machine, as the collector keeps them: a file in the order of their
 * clock, each once, which is read from the front while it grows.
 */
final class Collected implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final Path path;
  private final RecordFile file;
  private final Deque<byte[]> block = new ArrayDeque<>();
  private long newest = -1; // number in the stream of the last event
  private long offset; // where reading goes on
  private Optional<PartEvent> head = Optional.empty();
  private byte[] bytes = {};

  /** Opens the file; a torn tail is cut off. */
  Collected(Path path) throws IOException {
    this.path = path;
    long size = RecordFile.scan(path, (at, record) -> newest = ByteBuffer.wrap(record).getLong());
    this.file = new RecordFile(path, size);
  }

  /** Keeps an event, unless it is here already. */
  void store(long number, byte[] event) throws IOException {
    if (number > newest) {
      file.append(ByteBuffer.allocate(8 + event.length).putLong(number).put(event).array());
      newest = number;
    }
  }

  /** Makes what is kept survive this process. */
  void flush() throws IOException {
    file.flush();
  }

  /** The first event that was not taken yet. */
  Optional<PartEvent> head() throws IOException {
    if (head.isEmpty()) {
      if (block.isEmpty()) {
        file.flush();
        block.addAll(RecordFile.read(path, offset, file.size(), BLOCK));
      }
      if (!block.isEmpty()) {
        byte[] record = block.poll();
        offset += record.length + RecordFile.FRAME;
        bytes = Arrays.copyOfRange(record, 8, record.length);
        head = Optional.of(EventCodec.decode(bytes));
      }
    }
    return head;
  }

  /** Takes the head: its bytes. */
  byte[] take() {
    head = Optional.empty();
    return bytes;
  }

  /** Reads from the front again. */
  void rewind() {
    head = Optional.empty();
    block.clear();
    offset = 0;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
