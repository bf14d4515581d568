package lastwords.cluster.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lastwords.cluster.spool.SpoolRecord.Type;
import lastwords.cluster.trace.Shipper;
import lastwords.cluster.trace.SpoolWriter;
import lastwords.engine.recording.EventCodec;
import lastwords.trace.PartEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spool keeps everything, even if its process dies, until nobody needs it. */
final class SpoolTest {
  private static final int BATCH = 10_000;

  @TempDir private Path folder;
  private final TraceHealth health = new TraceHealth();

  private Spool open(long maxBytes) throws IOException {
    Spool.Settings settings = new Spool.Settings(maxBytes, Spool.Sync.BATCH);
    return Spool.open(folder, "node-a", settings, health, () -> 1);
  }

  private static List<PartEvent> events(Spooled stream) throws IOException {
    List<PartEvent> events = new ArrayList<>();
    long from = 0;
    Spooled.Piece piece = stream.read(from, BATCH);
    while (piece.to() > from) {
      for (StreamLog.Numbered record : piece.records()) {
        SpoolRecord read = SpoolRecord.of(record.record());
        if (read.type() == Type.EVENT) {
          events.addAll(EventCodec.decode(read.data()).events());
        }
      }
      from = piece.to();
      piece = stream.read(from, BATCH);
    }
    return events;
  }

  private static void append(Spool spool, int from, int to) {
    for (int seq = from; seq < to; seq++) {
      spool.append("m", SpoolWriter.event(seq));
    }
  }

  private static void inOrder(List<PartEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i)).isEqualTo(SpoolWriter.event(i));
    }
  }

  private Path newestFile() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> it.toString().endsWith(".log"))
          .max(Comparator.comparing(Path::toString))
          .orElseThrow();
    }
  }

  @Test
  void whatWasWrittenIsThereForTheNextLifeOfTheNode() throws IOException {
    try (Spool spool = open(Spool.MAX_BYTES)) {
      append(spool, 0, 120_000); // two files
      inOrder(events(spool.streams().get(0)));
    }
    try (Spool spool = open(Spool.MAX_BYTES)) {
      assertThat(spool.streams()).hasSize(2);
      List<PartEvent> events = events(spool.streams().get(0));
      assertThat(events).hasSize(120_000);
      inOrder(events);
      assertThat(events(spool.streams().get(1))).isEmpty();
    }
  }

  @Test
  void aTornTailIsCutOff() throws IOException {
    try (Spool spool = open(Spool.MAX_BYTES)) {
      append(spool, 0, 100);
    }
    try (RandomAccessFile file = new RandomAccessFile(newestFile().toFile(), "rw")) {
      file.setLength(file.length() - 5);
    }
    try (Spool spool = open(Spool.MAX_BYTES)) {
      List<PartEvent> events = events(spool.streams().get(0));
      assertThat(events).hasSize(99);
      inOrder(events);
    }
  }

  @Test
  void aKilledProcessLosesNothingThatItHasWritten() throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SpoolWriter.class.getName(),
                folder.toString())
            .start();
    long written = 0;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.US_ASCII))) {
      while (written < 30_000) {
        written = Long.parseLong(out.readLine());
      }
    } finally {
      writer.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
    }
    try (Spool spool = open(Spool.MAX_BYTES)) {
      List<PartEvent> events = events(spool.streams().get(0));
      assertThat(events).hasSizeGreaterThanOrEqualTo((int) written);
      inOrder(events);
    }
  }

  @Test
  void whoWritesWaitsForTheCollector() throws Exception {
    try (Spool spool = open(20_000)) {
      CountDownLatch done = new CountDownLatch(1);
      Thread writer =
          new Thread(
              () -> {
                append(spool, 0, 5_000);
                done.countDown();
              });
      writer.start();
      Spooled stream = spool.streams().get(0);
      long next = 0;
      while (done.getCount() > 0) {
        Spooled.Piece piece = stream.read(next, BATCH);
        assertThat(spool.backlog()).isLessThan(20_200);
        next = piece.to();
        stream.acknowledged(next);
      }
      writer.join();
      inOrder(events(stream));
      assertThat(events(stream)).hasSize(5_000);
    }
  }

  @Test
  void whatIsCollectedAndRemovedIsDeleted() throws IOException {
    try (Spool spool = open(Spool.MAX_BYTES)) {
      append(spool, 0, 120_000);
      Spooled stream = spool.streams().get(0);
      stream.acknowledged(200_000);
      assertThat(spool.bytes()).isGreaterThan(5_000_000);
      spool.removed(new Removal("m", 1));
      stream.acknowledged(200_001);
      assertThat(spool.bytes()).isLessThan(1_000);
      assertThat(events(stream)).isEmpty();
    }
  }

  @Test
  void oneFolderIsOfOneNode() throws IOException {
    try (Spool spool = open(Spool.MAX_BYTES)) {
      assertThat(spool.backlog()).isZero();
      assertThatThrownBy(() -> open(Spool.MAX_BYTES)).hasMessageContaining("is in use");
    }
  }

  @Test
  void longRecordsGoInPieces() throws IOException {
    byte[] data = new byte[150_000];
    new java.util.Random(1).nextBytes(data);
    List<byte[]> pieces = SpoolRecord.pieces(Type.HEADER, "machine", 5, data);
    assertThat(pieces).allMatch(it -> it.length < Shipper.BATCH_BYTES);
    java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      SpoolRecord read = SpoolRecord.of(piece);
      assertThat(read.machine()).isEqualTo("machine");
      assertThat(read.clock()).isEqualTo(5);
      assertThat(read.first()).isEqualTo(whole.size() == 0);
      whole.writeBytes(read.data());
      assertThat(read.last()).isEqualTo(whole.size() == data.length);
    }
    assertThat(whole.toByteArray()).isEqualTo(data);
  }

  @Test
  void whatIsForcedMeanwhileIsWholeAndInOrder() throws Exception {
    try (Spool spool = open(Spool.MAX_BYTES)) {
      Thread writer = new Thread(() -> append(spool, 0, 250_000)); // three files
      writer.start();
      while (writer.isAlive()) {
        spool.force();
      }
      writer.join();
      append(spool, 250_000, 250_001);
    }
    assertThat(health.notices("node-a")).isEmpty();
    try (Spool spool = open(Spool.MAX_BYTES)) {
      List<PartEvent> events = events(spool.streams().get(0));
      assertThat(events).hasSize(250_001);
      inOrder(events);
    }
  }
}
