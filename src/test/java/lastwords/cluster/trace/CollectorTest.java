package lastwords.cluster.trace;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.TraceNotice;
import lastwords.cluster.spool.Removal;
import lastwords.cluster.spool.Spool;
import lastwords.cluster.spool.SpoolRecord;
import lastwords.cluster.spool.TraceHealth;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.recording.EventCodec;
import lastwords.engine.recording.RecordingPieces;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collector merges what shippers bring, once each, whenever it arrives. */
final class CollectorTest {
  private static final ActorTestKit KIT =
      ActorTestKit.create(
          ConfigFactory.parseString("akka.loglevel = WARNING").withFallback(ConfigFactory.load()));
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Bundle BUNDLE =
      Bundle.of(Catalog.standard().scenario("logbuf-scenario-2").cases().get(0));

  @TempDir private Path folder;
  private final TraceHealth health = new TraceHealth();

  private final TestProbe<Collector.Answer> reader = KIT.createTestProbe();
  private ActorRef<Collector.Command> collector = KIT.system().ignoreRef();

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private Spool spool(String node) throws IOException {
    return spool(node, 1_000);
  }

  private Spool spool(String node, long clock) throws IOException {
    Spool.Settings settings = new Spool.Settings(Spool.MAX_BYTES, Spool.Sync.BATCH);
    return Spool.open(folder.resolve(node), node, settings, health, () -> clock);
  }

  private void collect(String name, Duration patience) {
    collector = KIT.spawn(CollectorActor.create(folder.resolve(name), "node-a", patience, health));
  }

  private void ship(Spool spool) {
    spool.streams().forEach(it -> KIT.spawn(Shipper.create(spool, it, collector)));
  }

  private static RunHeader header() {
    return named("m");
  }

  private static RunHeader named(String id) {
    SortedMap<Integer, String> places = new TreeMap<>();
    places.put(0, "node-a");
    places.put(1, "node-b");
    SortedMap<Integer, Integer> origins = new TreeMap<>();
    origins.put(0, 1);
    origins.put(1, 2);
    return new RunHeader(id, "m", BUNDLE, places, origins, RunHeader.LIVE, 1, 1);
  }

  private static RunFooter footer() {
    RunResult result = Simulator.run(BUNDLE.setup(), 1, StepSink.NONE);
    return new RunFooter(result);
  }

  /** Events of a part at every second clock, the last one its END. */
  private static void append(Spool spool, int part, int count) {
    for (int seq = 0; seq < count; seq++) {
      Kind kind = seq == count - 1 ? Kind.END : Kind.WAKE;
      long clock = 10 + 2L * seq + part;
      spool.append(
          "m",
          new PartEvent(
              clock,
              part + 1,
              part,
              kind,
              0,
              StepRecord.of(seq, clock, part, Operation.LOAD, 0, 0, 0),
              "",
              List.of()));
    }
  }

  private <T extends Collector.Answer> T ask(
      java.util.function.Function<ActorRef<Collector.Answer>, Collector.Command> question,
      Class<T> answer) {
    collector.tell(question.apply(reader.getRef()));
    return answer.cast(reader.receiveMessage(LONG));
  }

  private void eventually(Runnable assertion) {
    reader.awaitAssert(
        LONG,
        () -> {
          assertion.run();
          return true;
        });
  }

  private List<String> missing() {
    Collector.Checked checked = ask(it -> new Collector.Check("m", it), Collector.Checked.class);
    return checked.known() ? checked.missing() : List.of("everything");
  }

  private boolean known() {
    return known("m");
  }

  private boolean known(String id) {
    return ask(it -> new Collector.Check(id, it), Collector.Checked.class).known();
  }

  private long version() {
    return ask(it -> new Collector.Seek("m", 0, it), Collector.Found.class).version();
  }

  private List<PartEvent> events() throws IOException {
    RecordingPieces pieces = new RecordingPieces(0, Integer.MAX_VALUE);
    long offset = 0;
    byte[] piece = read(offset);
    while (piece.length > 0) {
      pieces.add(piece);
      offset += piece.length;
      piece = read(offset);
    }
    return pieces.events();
  }

  private byte[] read(long offset) {
    return ask(it -> new Collector.Read("m", offset, 700, it), Collector.Piece.class).bytes();
  }

  private static void inOrderOnce(List<PartEvent> events, int count) {
    assertThat(events).hasSize(count);
    for (int i = 1; i < count; i++) {
      assertThat(events.get(i).clock()).isGreaterThan(events.get(i - 1).clock());
    }
  }

  @Test
  void twoNodesAreMergedByTheirClocks() throws IOException {
    try (Spool a = spool("node-a");
        Spool b = spool("node-b")) {
      collect("c", LONG);
      a.header("m", header());
      append(a, 0, 300);
      append(b, 1, 300);
      a.footer("m", footer());
      ship(a);
      eventually(() -> assertThat(known()).isTrue());
      assertThat(events()).isEmpty(); // nothing is known about node-b yet
      ship(b);
      a.mark(1_000_000);
      b.mark(1_000_000);
      eventually(() -> assertThat(missing()).isEmpty());
      inOrderOnce(events(), 600);
    }
  }

  @Test
  void aCollectorWithoutFilesGetsEverythingAgain() throws IOException {
    try (Spool a = spool("node-a");
        Spool b = spool("node-b")) {
      a.header("m", header());
      append(a, 0, 5_000);
      append(b, 1, 5_000);
      a.footer("m", footer());
      for (String name : List.of("one", "two", "one")) {
        collect(name, LONG); // the third has files from before
        ship(a);
        ship(b);
        a.mark(1_000_000);
        b.mark(1_000_000);
        eventually(() -> assertThat(missing()).isEmpty());
        inOrderOnce(events(), 10_000);
        KIT.stop(collector);
      }
    }
  }

  @Test
  void aNodeThatDiedAndComesBackBringsWhatItHadWritten() throws IOException {
    try (Spool dies = spool("node-b")) {
      append(dies, 1, 300);
    }
    try (Spool a = spool("node-a")) {
      collect("c", Duration.ofMillis(1));
      a.header("m", header());
      append(a, 0, 300);
      a.footer("m", footer());
      ship(a);
      a.mark(1_000_000);
      eventually(() -> assertThat(missing()).containsExactly("cpu-1 on node-b has no end"));
      inOrderOnce(events(), 300);
      final long before = version();
      try (Spool again = spool("node-b")) {
        ship(again);
        again.mark(1_000_000);
        eventually(() -> assertThat(missing()).isEmpty());
        inOrderOnce(events(), 600);
        assertThat(version()).isGreaterThan(before);
      }
    }
  }

  @Test
  void whatIsRemovedIsGoneForGoodAndItsNameIsFree() throws IOException {
    try (Spool a = spool("node-a")) {
      collect("c", LONG);
      a.header("m", header());
      append(a, 0, 300);
      ship(a);
      eventually(() -> assertThat(known()).isTrue());
      ask(it -> new Collector.Remove(new Removal("m", 1_000), it), Collector.Removed.class);
      assertThat(known()).isFalse();
      eventually(() -> assertThat(a.bytes()).isLessThan(200));
      try (Spool later = spool("node-x", 2_000)) {
        later.header("m", header());
        append(later, 1, 3);
        later.header("m2", named("m2"));
        ship(later);
        eventually(() -> assertThat(known("m2")).isTrue());
        assertThat(known()).isFalse();
      }
    }
  }

  @Test
  void machinesOfOneNameAreNotMixed() throws IOException {
    try (Spool a = spool("node-a")) {
      collect("c", Duration.ofMillis(1));
      a.header("m", header());
      append(a, 0, 10);
      a.header("m2", named("m2"));
      ship(a);
      a.mark(1_000_000);
      eventually(() -> assertThat(known("m2")).isTrue());
      List<MachineInfo> machines =
          ask(it -> new Collector.Machines("", it), Collector.Known.class).machines();
      assertThat(ask(it -> new Collector.Machines("m", it), Collector.Known.class).machines())
          .extracting(MachineInfo::id)
          .containsExactly("m2");
      assertThat(machines).extracting(MachineInfo::id).containsExactly("m", "m2");
      assertThat(machines).extracting(MachineInfo::name).containsExactly("m", "m");
      eventually(() -> assertThat(settled("m")).isTrue());
      assertThat(events()).hasSize(10);
      assertThat(settled("m2")).isTrue();
    }
  }

  @Test
  void ofTwoResultsTheLaterCoordinatorsStands() throws IOException {
    try (Spool a = spool("node-a")) {
      collect("c", Duration.ofMillis(1));
      a.header("m", header());
      append(a, 0, 10);
      a.footer("m", new RunFooter(footer().result(), 0));
      ship(a);
      a.mark(1_000_000);
      eventually(() -> assertThat(missing()).hasSize(1)); // of the part on the other node
      long before = version();
      a.footer("m", new RunFooter(footer().result(), 2));
      a.footer("m", new RunFooter(footer().result(), 1));
      eventually(() -> assertThat(version()).isGreaterThan(before));
      eventually(() -> assertThat(concluded().term()).isEqualTo(2));
    }
  }

  private RunFooter concluded() {
    Collector.Concluded concluded =
        ask(it -> new Collector.Result("m", it), Collector.Concluded.class);
    try {
      return RunTexts.footer(concluded.footer().orElseThrow());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean settled(String id) {
    return ask(it -> new Collector.Settle(id, 1_000, it), Collector.Settled.class).settled();
  }

  private Path file(String glob) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> it.toString().matches(".*/" + glob)).findFirst().orElseThrow();
    }
  }

  private static void overwrite(Path file, long offset, byte[] bytes) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(bytes), offset);
    }
  }

  @Test
  void aDamagedSpoolLosesWhatIsDamagedAndDoublesNothing() throws IOException {
    try (Spool dies = spool("node-b")) {
      dies.header("m", header());
      append(dies, 1, 300);
    }
    collect("c", Duration.ofMillis(1));
    try (Spool whole = spool("node-b")) {
      ship(whole);
      whole.mark(1_000_000);
      eventually(
          () ->
              assertThat(missing())
                  .containsExactly("cpu-0 on node-a has no end", "its end has not arrived"));
    }
    Path log = file("node-b/1-[^/]*/0+\\.log");
    overwrite(log, Files.size(log) - 5_000, new byte[] {7, 7, 7});
    try (Spool damaged = spool("node-b")) {
      ship(damaged); // to a collector that has all of it
      damaged.mark(1_000_000);
      inOrderOnce(events(), 300);
      KIT.stop(collector);
      collect("d", Duration.ofMillis(1));
      ship(damaged); // to one that has nothing
      eventually(
          () ->
              assertThat(missing())
                  .anyMatch(it -> it.contains("cpu-1 on node-b lacks its events ")));
      inOrderOnce(events(), 299);
    }
  }

  @Test
  void aRecordOfWhichAPieceWasLostIsLeftOut() throws IOException {
    byte[] data = new byte[150_000];
    List<byte[]> pieces = SpoolRecord.pieces(SpoolRecord.Type.HEADER, "m", 5, data);
    Sources.Source source =
        new Sources(LONG).add("s", "node-a", KIT.<Shipper.Command>createTestProbe().getRef());
    List<Integer> lengths = new ArrayList<>();
    int[] numbers = {0, 1, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13}; // 2 and 8 are lost
    for (int number : numbers) {
      SpoolRecord piece = SpoolRecord.of(pieces.get(number % pieces.size()));
      source.whole(number, piece).ifPresent(it -> lengths.add(it.length));
    }
    assertThat(pieces).hasSize(4);
    assertThat(lengths).containsExactly(150_000);
  }

  @Test
  void aDamagedCollectorGetsWhatItLacksAgain() throws IOException {
    try (Spool a = spool("node-a");
        Spool b = spool("node-b")) {
      a.header("m", header());
      append(a, 0, 300);
      append(b, 1, 300);
      a.footer("m", footer());
      collect("c", LONG);
      ship(a);
      ship(b);
      a.mark(1_000_000);
      b.mark(1_000_000);
      eventually(() -> assertThat(missing()).isEmpty());
      KIT.stop(collector);
      Path events = file("node-a@[^/]*\\.events");
      overwrite(events, Files.size(events), new byte[64]);
      Path others = file("node-b@[^/]*\\.events");
      overwrite(others, 1_000, new byte[100]);
      overwrite(file("c/m/header"), 0, new byte[40]);
      Files.createDirectory(folder.resolve("c").resolve("lost+found"));
      collect("c", LONG);
      ship(a);
      ship(b);
      a.mark(1_000_000);
      b.mark(1_000_000);
      eventually(() -> assertThat(missing()).isEmpty());
      inOrderOnce(events(), 600);
      assertThat(health.notices("node-a"))
          .extracting(TraceNotice::text)
          .hasSize(4)
          .anyMatch(it -> it.contains("64 bytes damaged at "))
          .anyMatch(it -> it.contains(" bytes damaged at ") && it.contains("node-b@"))
          .anyMatch(it -> it.contains("header is damaged: set aside as header.damaged"))
          .anyMatch(it -> it.endsWith("lost+found is not a file of the collector: ignored"));
    }
  }

  @Test
  void anEventThatComesAgainUnderAnotherNumberIsKeptOnce() throws IOException {
    try (Collected stream = new Collected(folder.resolve("s.events"), notice -> {})) {
      for (long number : new long[] {0, 1, 2, 5, 6, 7}) {
        stream.store(number, EventCodec.encode(SpoolWriter.event(number % 5)));
      }
    }
    List<Long> kept = new ArrayList<>();
    try (Collected stream = new Collected(folder.resolve("s.events"), notice -> {})) {
      stream.store(9, EventCodec.encode(SpoolWriter.event(2)));
      stream.store(10, EventCodec.encode(SpoolWriter.event(3)));
      while (stream.head().isPresent()) {
        kept.add(stream.head().get().events().get(0).seq());
        stream.take();
      }
    }
    assertThat(kept).containsExactly(0L, 1L, 2L, 3L);
  }
}
