package lastwords.cluster.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A file of records, framed as in {@link RecordFile}, that is written through memory: what was
 * appended is in the hands of the operating system without a call to it, and survives the death of
 * the process. Until it is closed zeros follow the records, which are room for more of them: the
 * disk has taken these before a record is put there, so a full one is noticed in time.
 */
public final class MappedRecordFile implements Closeable {
  /** Zeros at the end of a file whose process was killed, at most, unless a record is longer. */
  public static final int ROOM = 256 << 10;

  private static final byte[] ZEROS = new byte[ROOM];

  private final RandomAccessFile file;
  private final CRC32C sum = new CRC32C();
  private ByteBuffer room = ByteBuffer.allocate(0); // mapped, from the next record on
  private long size;
  private long length; // with the zeros

  /** A file that is new, or loses what it had. */
  MappedRecordFile(Path path) throws IOException {
    this(new RandomAccessFile(path.toFile(), "rw"));
  }

  MappedRecordFile(RandomAccessFile file) throws IOException {
    this.file = file;
    file.setLength(0);
  }

  /**
   * Appends a record; gives where it begins. When that fails, the file is as it was.
   *
   * @param record its bytes are the first of these
   */
  long append(byte[] record, int bytes) throws IOException {
    if (room.remaining() < bytes + RecordFile.FRAME) {
      makeRoom(bytes + RecordFile.FRAME);
    }
    sum.reset();
    sum.update(record, 0, bytes);
    try {
      room.putLong((long) bytes << Integer.SIZE | sum.getValue()).put(record, 0, bytes);
    } catch (InternalError e) {
      throw new IOException("the disk is full although space was reserved", e); // how a JVM says so
    }
    long at = size;
    size += bytes + RecordFile.FRAME;
    return at;
  }

  private void makeRoom(int least) throws IOException {
    long needed = size + Math.max(ROOM, least);
    file.seek(length);
    try {
      for (long left = needed - length; left > 0; left -= ROOM) {
        file.write(ZEROS, 0, (int) Math.min(ROOM, left));
      }
    } catch (IOException e) {
      file.setLength(length); // a full disk may have taken some of it
      throw e;
    }
    length = needed;
    room = file.getChannel().map(MapMode.READ_WRITE, size, length - size);
  }

  /**
   * Makes what was appended survive a power cut, unless the file is closed. What is written through
   * memory is in the same pages, of which the channel forces all that have changed.
   */
  void force() throws IOException {
    RecordFile.force(file);
  }

  /** Bytes of records. */
  long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    room = ByteBuffer.allocate(0); // nobody may touch what is cut off
    file.setLength(size);
    file.close();
  }
}
