package lastwords.cluster.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was appended is in the file, whatever happens to the process and the disk. */
final class MappedRecordFileTest {
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

  private static byte[] record(int number) {
    byte[] record = new byte[1 + number * 37 % 5_000];
    Arrays.fill(record, (byte) number);
    return record;
  }

  private static List<byte[]> records(Path path) throws IOException {
    List<byte[]> records = new ArrayList<>();
    RecordFile.scan(path, (at, record) -> records.add(record));
    return records;
  }

  @Test
  void recordsAreThereBeforeItIsClosed() throws IOException {
    Path path = folder.resolve("records");
    try (MappedRecordFile file = new MappedRecordFile(path)) {
      long end = 0;
      for (int i = 0; i < 1_000; i++) {
        assertThat(file.append(record(i), record(i).length)).isEqualTo(end);
        end = file.size();
        if (i % 100 == 0) {
          assertThat(records(path)).hasSize(i + 1);
        }
      }
      assertThat(path.toFile().length()).isBetween(end, end + MappedRecordFile.ROOM);
    }
    List<byte[]> records = records(path);
    for (int i = 0; i < 1_000; i++) {
      assertThat(records.get(i)).isEqualTo(record(i));
    }
    assertThat(RecordFile.scan(path, (at, record) -> {})).isEqualTo(path.toFile().length());
  }

  @Test
  void aRecordMayBeLongerThanTheRoom() throws IOException {
    Path path = folder.resolve("records");
    byte[] longest = new byte[3 * MappedRecordFile.ROOM + 1];
    longest[longest.length - 1] = 1;
    try (MappedRecordFile file = new MappedRecordFile(path)) {
      file.append(record(1), record(1).length);
      file.append(longest, longest.length);
      file.append(new byte[] {1, 2, 3, 4}, 3);
    }
    assertThat(records(path)).containsExactly(record(1), longest, new byte[] {1, 2, 3});
  }

  @Test
  void whatAFullDiskDidNotTakeIsGoneWithoutATrace() throws IOException {
    Path path = folder.resolve("records");
    OnFullDisk disk = new OnFullDisk(path);
    byte[] most = new byte[MappedRecordFile.ROOM];
    most[0] = 1;
    try (MappedRecordFile file = new MappedRecordFile(disk)) {
      file.append(record(1), record(1).length);
      disk.full = true;
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> file.append(most, most.length))
            .isInstanceOf(IOException.class)
            .hasMessage("No space left on device");
      }
      file.append(record(2), record(2).length); // there is room for this one
      disk.full = false;
      file.append(most, most.length);
    }
    assertThat(records(path)).containsExactly(record(1), record(2), most);
  }
}
