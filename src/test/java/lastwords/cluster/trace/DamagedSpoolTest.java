package lastwords.cluster.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lastwords.cluster.node.TraceNotice;
import lastwords.cluster.spool.MappedRecordFile;
import lastwords.cluster.spool.Spool;
import lastwords.cluster.spool.SpoolRecord;
import lastwords.cluster.spool.Spooled;
import lastwords.cluster.spool.StreamLog;
import lastwords.cluster.spool.TraceHealth;
import lastwords.engine.recording.EventCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a power failure leaves of a spool, the node starts with everything that is intact and
 * says so.
 */
final class DamagedSpoolTest {
  private static final int MANY = 250_000; // three files
  private static final int BATCH = 10_000;

  @TempDir private Path folder;

  private Spool open(TraceHealth health) throws IOException {
    Spool.Settings settings = new Spool.Settings(Spool.MAX_BYTES, Spool.Sync.BATCH);
    return Spool.open(folder, "node-a", settings, health, () -> 1);
  }

  private void write(int events) throws IOException {
    try (Spool spool = open(new TraceHealth())) {
      for (int seq = 0; seq < events; seq++) {
        spool.append("m", SpoolWriter.event(seq));
      }
    }
  }

  /** The files of the first life, in order. */
  private List<Path> files() throws IOException {
    Path life =
        all(folder).filter(it -> it.getFileName().toString().startsWith("1-")).toList().get(0);
    return all(life).filter(it -> it.toString().endsWith(".log")).toList();
  }

  private static Stream<Path> all(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList().stream();
    }
  }

  private static void damage(Path file, long offset, byte[] bytes) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(offset);
      out.write(bytes);
    }
  }

  /** Opens the spool; returns what it reports. Its first life's events are added to the list. */
  private List<String> opened(List<Long> seqs) throws IOException {
    TraceHealth health = new TraceHealth();
    try (Spool spool = open(health)) {
      Spooled stream = spool.streams().get(0);
      long from = 0;
      long newest = -1;
      Spooled.Piece piece = stream.read(from, BATCH);
      while (piece.to() > from) {
        for (StreamLog.Numbered record : piece.records()) {
          assertThat(record.number()).isGreaterThan(newest);
          newest = record.number();
          long seq =
              EventCodec.decode(SpoolRecord.of(record.record()).data()).events().get(0).seq();
          assertThat(newest).isGreaterThanOrEqualTo(seq); // never lower than it was
          seqs.add(seq);
        }
        from = piece.to();
        piece = stream.read(from, BATCH);
      }
    }
    return health.notices("node-a").stream().map(TraceNotice::text).toList();
  }

  private static List<Long> seqs(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  private static void risesWithout(List<Long> seqs, int least, long lost) {
    assertThat(seqs)
        .hasSizeGreaterThan(least)
        .doesNotContain(lost)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void roomForMoreIsNoDamage() throws IOException {
    for (int zeros : new int[] {1, 8, 64, 5_000, MappedRecordFile.ROOM}) {
      write(100);
      Path file = files().get(0);
      long size = Files.size(file);
      damage(file, size, new byte[zeros]);
      List<Long> seqs = new ArrayList<>();
      assertThat(opened(seqs)).isEmpty();
      assertThat(seqs).isEqualTo(seqs(0, 100));
      assertThat(file).hasSize(size);
      Spool.delete(folder);
    }
  }

  @Test
  void roomForMoreInTheMiddleIsNoDamage() throws IOException {
    write(MANY);
    Path middle = files().get(1);
    damage(middle, Files.size(middle), new byte[MappedRecordFile.ROOM]);
    for (int life = 0; life < 2; life++) {
      List<Long> seqs = new ArrayList<>();
      assertThat(opened(seqs)).isEmpty();
      assertThat(seqs).isEqualTo(seqs(0, MANY));
    }
  }

  @Test
  void whatIsNoRecordAtTheEndIsCutOff() throws IOException {
    for (int more : new int[] {1, 8, 64, 5_000, MappedRecordFile.ROOM + 1}) {
      write(100);
      Path file = files().get(0);
      long size = Files.size(file);
      byte[] bytes = new byte[more];
      bytes[more / 2] = (byte) (more > MappedRecordFile.ROOM ? 0 : 0x55);
      damage(file, size, bytes);
      List<Long> seqs = new ArrayList<>();
      assertThat(opened(seqs))
          .containsExactly(
              file
                  + ": "
                  + more
                  + (more == 1 ? " byte" : " bytes")
                  + " at the end not a record, cut off at "
                  + size);
      assertThat(seqs).isEqualTo(seqs(0, 100));
      assertThat(file).hasSize(size);
      assertThat(opened(new ArrayList<>())).isEmpty();
      Spool.delete(folder);
    }
  }

  @Test
  void aTornRecordAtTheEndIsCutOff() throws IOException {
    write(100);
    Path file = files().get(0);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(out.length() - 5);
    }
    List<Long> seqs = new ArrayList<>();
    assertThat(opened(seqs)).hasSize(1).first().asString().contains("not a record, cut off at ");
    assertThat(seqs).isEqualTo(seqs(0, 99));
  }

  @Test
  void aNewestFileOfZerosIsCutOff() throws IOException {
    write(MANY);
    List<Path> files = files();
    Path newest = files.get(files.size() - 1);
    long bytes = Files.size(newest);
    damage(newest, 0, new byte[(int) bytes]);
    List<Long> seqs = new ArrayList<>();
    assertThat(opened(seqs))
        .containsExactly(newest + ": " + bytes + " bytes at the end not a record, cut off at 0");
    long first = Long.parseLong(newest.getFileName().toString().replace(".log", ""));
    assertThat(seqs).isEqualTo(seqs(0, first));
  }

  @Test
  void aFileOfZerosInTheMiddleIsSetAside() throws IOException {
    write(MANY);
    Path middle = files().get(1);
    long bytes = Files.size(middle);
    long first = Long.parseLong(middle.getFileName().toString().replace(".log", ""));
    damage(middle, 0, new byte[(int) bytes]);
    List<Long> seqs = new ArrayList<>();
    List<String> told = opened(seqs);
    String name = middle.getFileName().toString().replace(".log", "-at-0.damaged");
    assertThat(told)
        .containsExactly(middle + ": " + bytes + " bytes damaged at 0, set aside as " + name);
    assertThat(middle.resolveSibling(name)).hasSize(bytes);
    risesWithout(seqs, (int) first, first);
    assertThat(seqs).startsWith(0L).endsWith((long) MANY - 1);
    assertThat(opened(new ArrayList<>())).isEqualTo(told);
  }

  @Test
  void damageInTheMiddleOfAFileCostsOnlyItself() throws IOException {
    write(MANY);
    for (int i = 0; i < 2; i++) {
      Path file = files().get(i == 0 ? 0 : files().size() - 1);
      damage(file, 20_000, new byte[] {1, 2, 3});
      damage(file, 40_000, new byte[3_000]);
    }
    List<Long> seqs = new ArrayList<>();
    List<String> told = opened(seqs);
    assertThat(told)
        .hasSize(4)
        .allMatch(it -> it.matches(".* bytes damaged at [0-9]+, set aside as .*"));
    assertThat(seqs).isSorted().doesNotHaveDuplicates().hasSizeBetween(MANY - 200, MANY - 60);
    assertThat(seqs).startsWith(0L).endsWith((long) MANY - 1);
    List<Long> again = new ArrayList<>();
    assertThat(opened(again)).isEqualTo(told);
    assertThat(again).isEqualTo(seqs);
  }

  @Test
  void foreignFilesAreIgnoredAndStay() throws IOException {
    write(100);
    List<Path> foreign =
        List.of(
            Files.createDirectory(folder.resolve("lost+found")),
            Files.writeString(folder.resolve("notes.txt"), "mine"),
            Files.writeString(files().get(0).resolveSibling("notes.log"), "mine"));
    for (int life = 0; life < 10; life++) { // the oldest are deleted meanwhile
      List<Long> seqs = new ArrayList<>();
      List<String> told = opened(seqs);
      assertThat(told).contains(foreign.get(0) + " is not a file of the spool: ignored");
      assertThat(told).contains(foreign.get(1) + " is not a file of the spool: ignored");
      if (life == 0) {
        assertThat(told).contains(foreign.get(2) + " is not a file of the spool: ignored");
        assertThat(seqs).isEqualTo(seqs(0, 100));
      }
    }
    assertThat(foreign.get(0)).exists();
    assertThat(foreign.get(1)).hasContent("mine");
  }
}
