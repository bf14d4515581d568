package lastwords.cluster.spool;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * An append-only file of records. Each has at least one byte and is framed by its length and
 * CRC32C, which tells it from a torn tail or zeros. What has been flushed survives the death of the
 * process.
 */
public final class RecordFile implements Closeable {
  /** Overhead of a record in bytes. */
  public static final int FRAME = 8;

  private static final int MOST_BYTES = 64 << 20; // of a record; a larger length is damage

  private final RandomAccessFile file;
  private final CRC32C sum = new CRC32C();
  private byte[] buffer = new byte[1 << 14];
  private int waiting; // bytes of it
  private long size;

  /**
   * Opens or creates a file.
   *
   * @param size bytes of valid records, from {@link #scan}; the rest is cut off
   */
  public RecordFile(Path path, long size) throws IOException {
    this(new RandomAccessFile(path.toFile(), "rw"), size);
  }

  public RecordFile(RandomAccessFile file, long size) throws IOException {
    this.file = file;
    this.size = size;
    file.setLength(size);
    file.seek(size);
  }

  /** Takes a record. */
  @FunctionalInterface
  public interface Visitor {
    void visit(long offset, byte[] record) throws IOException;
  }

  /** Appends a record, which is in the file after {@link #flush}; returns its offset. */
  public long append(byte[] record) throws IOException {
    int length = record.length + FRAME;
    if (waiting + length > buffer.length) {
      flush();
      buffer = buffer.length < length ? new byte[2 * length] : buffer;
    }
    sum.reset();
    sum.update(record, 0, record.length);
    ByteBuffer.wrap(buffer, waiting, length)
        .putInt(record.length)
        .putInt((int) sum.getValue())
        .put(record);
    waiting += length;
    long at = size;
    size += length;
    return at;
  }

  /**
   * Writes everything appended to the file. If that fails, what was appended since the last flush
   * is lost, and the file is unchanged.
   */
  public void flush() throws IOException {
    if (waiting == 0) {
      return;
    }
    int bytes = waiting;
    waiting = 0;
    try {
      file.write(buffer, 0, bytes);
    } catch (IOException e) {
      size -= bytes;
      file.setLength(size); // a full disk may have taken a part
      file.seek(size);
      throw e;
    }
  }

  /** Makes what was flushed survive a power cut, unless the file is closed. */
  void force() throws IOException {
    force(file);
  }

  /** As above, for any file of records. */
  static void force(RandomAccessFile file) throws IOException {
    try {
      file.getChannel().force(false);
    } catch (ClosedChannelException e) {
      // closed meanwhile, after it had been forced
    }
  }

  /** Makes the names of a folder's files survive a power cut. */
  static void forceFolder(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  /** Size in bytes, including what has not been flushed. */
  public long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    flush();
    file.close();
  }

  /** Visits every record up to the end or a torn tail; returns the bytes of valid records. */
  public static long scan(Path path, Visitor visitor) throws IOException {
    long at = 0;
    long length = Files.exists(path) ? Files.size(path) : 0;
    if (length == 0) {
      return 0;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      while (length - at >= FRAME) {
        byte[] record = next(in, length - at - FRAME);
        visitor.visit(at, record);
        at += record.length + FRAME;
      }
    } catch (EOFException e) {
      return at;
    }
    return at;
  }

  private static byte[] next(DataInputStream in, long room) throws IOException {
    int length = in.readInt();
    int expected = in.readInt();
    if (length <= 0 || length > Math.min(room, MOST_BYTES)) {
      throw new EOFException();
    }
    byte[] record = in.readNBytes(length);
    if (record.length < length || sum(record) != expected) {
      throw new EOFException();
    }
    return record;
  }

  /**
   * The record at an offset, if it is a valid one.
   *
   * @param most bytes that it may have
   */
  static Optional<byte[]> recordAt(byte[] bytes, int at, int most) {
    ByteBuffer in = ByteBuffer.wrap(bytes, at, bytes.length - at);
    int length = in.getInt();
    int expected = in.getInt();
    if (length <= 0 || length > Math.min(in.remaining(), most)) {
      return Optional.empty();
    }
    byte[] record = new byte[length];
    in.get(record);
    return sum(record) == expected ? Optional.of(record) : Optional.empty();
  }

  private static int sum(byte[] record) {
    CRC32C sum = new CRC32C();
    sum.update(record, 0, record.length);
    return (int) sum.getValue();
  }

  /**
   * Reads records from an offset on: as many as fit into that many bytes, but at least one if there
   * is one.
   *
   * @param end where the records end
   */
  public static List<byte[]> read(Path path, long offset, long end, int maxBytes)
      throws IOException {
    List<byte[]> records = new ArrayList<>();
    if (offset >= end) {
      return records;
    }
    try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
      in.seek(offset);
      ByteBuffer block = block(in, Math.min(end - offset, maxBytes));
      while (block.remaining() >= FRAME && block.remaining() - FRAME >= first(block)) {
        records.add(take(block));
      }
      if (records.isEmpty()) {
        in.seek(offset);
        long length = FRAME + (long) in.readInt();
        in.seek(offset);
        records.add(take(block(in, length)));
      }
    }
    return records;
  }

  private static int first(ByteBuffer block) {
    return block.getInt(block.position());
  }

  private static ByteBuffer block(RandomAccessFile in, long bytes) throws IOException {
    byte[] block = new byte[(int) bytes];
    in.readFully(block);
    return ByteBuffer.wrap(block);
  }

  private static byte[] take(ByteBuffer block) throws IOException {
    byte[] record = new byte[block.getInt()];
    int expected = block.getInt();
    block.get(record);
    if (sum(record) != expected) {
      throw new IOException("a written record has changed");
    }
    return record;
  }
}
