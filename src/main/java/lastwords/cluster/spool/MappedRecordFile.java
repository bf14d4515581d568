package lastwords.cluster.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A memory-mapped file of records, framed as in {@link RecordFile}: a record is in the page cache
 * without a system call, and survives the death of the process. Until the file is closed, zeros
 * follow the records as room for more. The zeros are written first, so a full disk is noticed
 * before a record is put there.
 */
public final class MappedRecordFile implements Closeable {
  /** Most zeros at the end of a file whose process was killed, unless a record is longer. */
  public static final int ROOM = 256 << 10;

  private static final byte[] ZEROS = new byte[ROOM];

  private final RandomAccessFile file;
  private final CRC32C sum = new CRC32C();
  private ByteBuffer room = ByteBuffer.allocate(0); // mapped; starts where the next record goes
  private long size;
  private long length; // with the zeros

  /** Creates or truncates a file. */
  MappedRecordFile(Path path) throws IOException {
    this(new RandomAccessFile(path.toFile(), "rw"));
  }

  MappedRecordFile(RandomAccessFile file) throws IOException {
    this.file = file;
    file.setLength(0);
  }

  /**
   * Appends a record; returns its offset. If that fails, the file is unchanged.
   *
   * @param record buffer that starts with the record
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
      throw new IOException("the disk is full although space was reserved", e); // as JVMs say it
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
      file.setLength(length); // a full disk may have taken a part
      throw e;
    }
    length = needed;
    room = file.getChannel().map(MapMode.READ_WRITE, size, length - size);
  }

  /**
   * Makes what was appended survive a power cut, unless the file is closed. The channel also forces
   * pages that were changed through the mapping.
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
    room = ByteBuffer.allocate(0); // the mapping past the new end must not be touched
    file.setLength(size);
    file.close();
  }
}
