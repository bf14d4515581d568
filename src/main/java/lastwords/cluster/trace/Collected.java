package lastwords.cluster.trace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import lastwords.cluster.spool.RecordFile;
import lastwords.engine.recording.EventCodec;
import lastwords.kernelc.source.Wording;
import lastwords.trace.TraceRecord;

/**
 * The records of one machine from one stream, as the collector keeps them: a file in clock order,
 * without duplicates, which is read while it grows.
 */
final class Collected implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final Path path;
  private final RecordFile file;
  private final Deque<byte[]> block = new ArrayDeque<>();
  private long newest = -1; // number of the last record in its stream
  private long clock = Long.MIN_VALUE; // of the last record
  private long offset; // where reading continues
  private Optional<TraceRecord> head = Optional.empty();
  private byte[] bytes = {};

  /**
   * Opens the file. Everything after the first damage is set aside: the spools send it again.
   *
   * @param notices takes a line for each thing that was done
   */
  Collected(Path path, Consumer<String> notices) throws IOException {
    this.path = path;
    byte[][] last = {{}};
    long size = RecordFile.scan(path, (at, record) -> last[0] = record);
    if (last[0].length > 0) {
      newest = ByteBuffer.wrap(last[0]).getLong();
      clock = EventCodec.clock(event(last[0]));
    }
    setAside(path, size, notices);
    this.file = new RecordFile(path, size);
  }

  private static void setAside(Path path, long from, Consumer<String> notices) throws IOException {
    long rest = Files.exists(path) ? Files.size(path) - from : 0;
    if (rest > 0) {
      Path aside = CollectedMachines.aside(path);
      try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ);
          FileChannel out =
              FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        in.transferTo(from, rest, out);
      }
      notices.accept(
          path
              + ": "
              + Wording.count(rest, "byte")
              + " damaged at "
              + from
              + ", set aside as "
              + aside.getFileName()
              + "; the spools send them again");
    }
  }

  private static byte[] event(byte[] record) {
    return Arrays.copyOfRange(record, 8, record.length);
  }

  /** Stores a record, unless it is known, perhaps by another number. */
  void store(long number, byte[] event) throws IOException {
    long at = EventCodec.clock(event);
    if (number > newest && at > clock) {
      file.append(ByteBuffer.allocate(8 + event.length).putLong(number).put(event).array());
      newest = number;
      clock = at;
    }
  }

  /** Makes what is stored survive this process. */
  void flush() throws IOException {
    file.flush();
  }

  /** The next record. */
  Optional<TraceRecord> head() throws IOException {
    if (head.isEmpty()) {
      if (block.isEmpty()) {
        file.flush();
        block.addAll(RecordFile.read(path, offset, file.size(), BLOCK));
      }
      if (!block.isEmpty()) {
        byte[] record = block.poll();
        offset += record.length + RecordFile.FRAME;
        bytes = event(record);
        head = Optional.of(EventCodec.decode(bytes));
      }
    }
    return head;
  }

  /** Moves past the head; returns its bytes. */
  byte[] take() {
    head = Optional.empty();
    return bytes;
  }

  /** Starts reading from the beginning again. */
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
