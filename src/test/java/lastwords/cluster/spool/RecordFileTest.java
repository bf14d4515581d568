package lastwords.cluster.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full for a while costs only the records of that time. */
final class RecordFileTest {
  @TempDir private Path folder;

  /** A file on a disk that can be full: then it accepts half of what it is given. */
  private static final class OnFullDisk extends RandomAccessFile {
    boolean full;

    OnFullDisk(Path path) throws IOException {
      super(path.toFile(), "rw");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      super.write(bytes, offset, full ? length / 2 : length);
      if (full) {
        throw new IOException("No space left on device");
      }
    }
  }

  @Test
  void whatAFullDiskDidNotTakeIsGoneWithoutATrace() throws IOException {
    Path path = folder.resolve("records");
    OnFullDisk disk = new OnFullDisk(path);
    try (RecordFile file = new RecordFile(disk, 0)) {
      file.append(new byte[] {1, 1, 1});
      file.flush();
      disk.full = true;
      file.append(new byte[] {2, 2, 2});
      assertThatThrownBy(file::flush).hasMessage("No space left on device");
      file.append(new byte[1 << 20]);
      assertThatThrownBy(file::flush).hasMessage("No space left on device");
      disk.full = false;
      file.append(new byte[] {3, 3, 3});
      file.flush();
      assertThat(file.size()).isEqualTo(2 * (3 + RecordFile.FRAME));
    }
    List<byte[]> records = new ArrayList<>();
    RecordFile.scan(path, (at, record) -> records.add(record));
    assertThat(records).containsExactly(new byte[] {1, 1, 1}, new byte[] {3, 3, 3});
  }
}
