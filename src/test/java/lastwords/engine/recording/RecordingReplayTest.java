package lastwords.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lastwords.engine.RandomScenario;
import lastwords.engine.RunResult;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepRecord;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import lastwords.trace.TraceRecord;
import lastwords.trace.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recording of a live run replays in one process, step by step. */
final class RecordingReplayTest {
  private static final int SCENARIOS = 60;
  private static final int ACTIONS = 6_000;
  private static final Catalog CATALOG = Catalog.standard();

  @TempDir private Path folder;

  private Bundle drawn(long seed) throws IOException {
    Path file = Files.writeString(folder.resolve("r.conf"), RandomScenario.text(seed));
    return Bundle.of(CATALOG.scenario(file.toString()).cases().get(0));
  }

  private static ChanceRun shipped(String name, long seed) {
    return new ChanceRun(Bundle.of(CATALOG.scenario(name).cases().get(0)), seed, ACTIONS);
  }

  private Path write(ChanceRun run, List<? extends TraceRecord> records) throws IOException {
    Path file = folder.resolve("run.lwr");
    try (RecordingWriter out =
        new RecordingWriter(new BufferedOutputStream(Files.newOutputStream(file)), run.header)) {
      for (TraceRecord record : records) {
        out.record(record);
      }
      out.footer(run.footer);
    }
    return file;
  }

  private static Replayed replay(Path file, TraceBuffer trace) throws IOException {
    try (RecordingReader reader = new RecordingReader(file)) {
      return RecordingReplay.run(reader, trace);
    }
  }

  private Replayed replay(ChanceRun run, List<PartEvent> events) throws IOException {
    return replay(write(run, events), new TraceBuffer());
  }

  private static String text(TraceBuffer trace, Machine machine, TraceFormat format)
      throws IOException {
    StringBuilder text = new StringBuilder();
    format.write(trace, new StepNames(machine), text);
    return text.toString();
  }

  private void same(ChanceRun run, String what) throws IOException {
    TraceBuffer replayedTrace = new TraceBuffer();
    Replayed replayed = replay(write(run, run.records), replayedTrace);
    assertThat(replayed.divergence()).as(what).isEmpty();
    assertThat(replayed.missing()).as(what).isEmpty();
    assertThat(replayed.same()).as(what).isTrue();
    RunResult was = run.footer.result();
    RunResult is = replayed.result();
    assertThat(is.explanation()).as(what).isEqualTo(was.explanation());
    assertThat(is.consoles()).as(what).isEqualTo(was.consoles());
    assertThat(is.pstoreRecords()).as(what).isEqualTo(was.pstoreRecords());
    assertThat(is.said()).as(what).isEqualTo(was.said());
    EventTrace live = new EventTrace(run.header);
    TraceBuffer liveTrace = new TraceBuffer();
    run.events.forEach(event -> live.accept(event, liveTrace));
    for (TraceFormat format : TraceFormat.values()) {
      assertThat(text(liveTrace, live.machine(), format))
          .as(what + " as " + format)
          .isEqualTo(text(replayedTrace, replayed.machine(), format));
    }
    memory(run.whole, replayed.machine(), what);
  }

  /** Memory and locks are equal word by word, texts by content. */
  private static void memory(Machine was, Machine is, String what) {
    int from = was.offset(was.wiring().memory());
    int to = was.offset(was.wiring().interrupts());
    for (int i = from; i < to; i++) {
      long one = was.state()[i];
      long other = is.state()[i];
      assertThat(EventTrace.same(was.texts(), one, is.texts(), other)).as(what).isTrue();
    }
    for (int lock = 0; lock < was.wiring().locks(); lock++) {
      assertThat(is.lock(lock).holder()).as(what).isEqualTo(was.lock(lock).holder());
    }
  }

  @Test
  void runsOfRandomScenariosReplay() throws IOException {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      same(new ChanceRun(drawn(seed), seed, ACTIONS), "seed " + seed);
    }
  }

  /** As recorded by older versions: each event separately. */
  @Test
  void transactionsMeanTheirEvents() throws IOException {
    ChanceRun run = shipped("logbuf-scenario-2", 6);
    assertThat(run.records).hasAtLeastOneElementOfType(Transaction.class);
    Path two = write(run, run.records);
    TraceBuffer trace = new TraceBuffer();
    Replayed replayed = replay(two, trace);
    byte[] bytes = Files.readAllBytes(write(run, run.events));
    bytes[RecordingWriter.FIRST_LINE.length() - 1] = '1';
    Path one = Files.write(folder.resolve("one.lwr"), bytes);
    TraceBuffer traceOfOne = new TraceBuffer();
    Replayed replayedOne = replay(one, traceOfOne);
    assertThat(replayedOne.same()).isTrue();
    assertThat(replayedOne.events()).isEqualTo(replayed.events()).isEqualTo(run.events.size());
    assertThat(text(traceOfOne, replayedOne.machine(), TraceFormat.JSONL))
        .isEqualTo(text(trace, replayed.machine(), TraceFormat.JSONL));
  }

  @Test
  void shippedScenariosReplay() throws IOException {
    for (String name : List.of("logbuf-scenario-1", "logbuf-scenario-2", "logbuf-scenario-3")) {
      same(shipped(name, 5), name);
    }
  }

  @Test
  void aChangedResultIsWhereTheReplayParts() throws IOException {
    ChanceRun run = shipped("logbuf-scenario-3", 3);
    Random random = new Random(1);
    for (int i = 0; i < 30; i++) {
      int at = random.nextInt(run.events.size());
      PartEvent event = run.events.get(at);
      boolean compared =
          event.kind() == Kind.STEP || event.kind() == Kind.ANSWER || event.kind() == Kind.PERFORM;
      if (!compared) {
        continue;
      }
      List<PartEvent> events = new ArrayList<>(run.events);
      events.set(at, with(event, event.seq(), event.result() ^ 1L << 40));
      Divergence divergence = replay(run, events).divergence().orElseThrow();
      assertThat(divergence.event()).isEqualTo(at + 1);
      assertThat(divergence.seq()).isEqualTo(event.seq());
      assertThat(divergence.recorded()).isNotEqualTo(divergence.came());
    }
  }

  private static PartEvent with(PartEvent event, long seq, long result) {
    StepRecord it = event.step();
    return event.with(
        new StepRecord(
            seq,
            it.nanos(),
            it.cpu(),
            it.context(),
            it.pc(),
            it.operation(),
            it.target(),
            it.argument(),
            result));
  }

  @Test
  void whatIsMissingIsToldAndTheRestReplayed() throws IOException {
    ChanceRun run = shipped("logbuf-scenario-3", 3);
    int memory = run.whole.wiring().memory();
    List<PartEvent> events = new ArrayList<>(run.events);
    events.removeIf(it -> it.part() == memory && it.seq() >= 100 && it.seq() < 103);
    Replayed replayed = replay(run, events);
    assertThat(replayed.divergence()).isEmpty();
    assertThat(replayed.complete()).isFalse();
    assertThat(replayed.missing())
        .anyMatch(
            it -> it.startsWith("memory on node-") && it.endsWith("lacks its events 100 to 102"));
    assertThat(replayed.events()).isEqualTo(events.size());
  }

  @Test
  void aPartThatWasLostHasNoEnd() throws IOException {
    ChanceRun run = shipped("logbuf-scenario-3", 3);
    List<PartEvent> events = new ArrayList<>(run.events);
    events.removeIf(it -> it.part() == 0 && it.seq() > 50);
    Replayed replayed = replay(run, events);
    assertThat(replayed.missing()).anyMatch(it -> it.startsWith("cpu-0 on node-"));
    assertThat(replayed.missing()).anyMatch(it -> it.contains("nothing after event 50"));
  }

  @Test
  void aReplayThatIsInterruptedSaysSo() throws IOException {
    ChanceRun run = shipped("logbuf-scenario-2", 3);
    Path file = write(run, run.events);
    Thread.currentThread().interrupt();
    Replayed replayed = replay(file, new TraceBuffer());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(replayed.missing()).containsExactly("interrupted after event 0");
    assertThat(replayed.recorded()).isEmpty();
  }

  @Test
  void aRecordingThatIsCutSaysWhere() throws IOException {
    ChanceRun run = shipped("logbuf-scenario-2", 3);
    byte[] whole = Files.readAllBytes(write(run, run.records));
    int cuts = 0;
    for (int length = whole.length - 1; length > whole.length - 400; length -= 7) {
      Path file = Files.write(folder.resolve("cut.lwr"), java.util.Arrays.copyOf(whole, length));
      try {
        assertThat(replay(file, new TraceBuffer()).complete()).isFalse();
      } catch (RecordingException e) {
        assertThat(e).hasMessageContaining("cut.lwr: ends in the middle of event ");
        cuts++;
      }
    }
    assertThat(cuts).isGreaterThan(40);
  }

  @Test
  void aDamagedFileIsRefusedWithItsPlace() throws IOException {
    ChanceRun run = shipped("logbuf-scenario-2", 3);
    byte[] whole = Files.readAllBytes(write(run, run.records));
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] spoilt = whole.clone();
      int at = random.nextInt(whole.length);
      spoilt[at] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(folder.resolve("spoilt.lwr"), spoilt);
      assertThatThrownBy(() -> replay(file, new TraceBuffer()))
          .as("byte " + at)
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining("spoilt.lwr:");
    }
  }

  @Test
  void whatCannotBeIsRefusedOrDiverges() throws IOException {
    ChanceRun run = shipped("logbuf-scenario-3", 4);
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      List<PartEvent> events = new ArrayList<>(run.events.subList(0, 2_000));
      for (int change = 0; change < 3; change++) {
        int at = random.nextInt(events.size());
        events.set(at, spoilt(events.get(at), random));
      }
      try {
        replay(run, events);
      } catch (RecordingException e) {
        assertThat(e).hasMessageContaining("run.lwr: event ");
      }
    }
  }

  private static PartEvent spoilt(PartEvent it, Random random) {
    StepRecord step = it.step();
    long[] n = {it.part(), it.cpu(), step.pc(), it.target(), it.argument(), it.nanos(), it.draw()};
    long[] wild = {0, -1, 1, 63, 1L << 40, Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong()};
    int which = random.nextInt(n.length);
    n[which] = which < 3 ? random.nextInt(60) : wild[random.nextInt(wild.length)];
    Kind kind =
        random.nextInt(4) == 0 ? Kind.values()[random.nextInt(Kind.values().length)] : it.kind();
    StepRecord other =
        new StepRecord(
            it.seq(),
            n[5],
            (int) n[1],
            step.context(),
            (int) n[2],
            step.operation(),
            n[3],
            n[4],
            it.result());
    return new PartEvent(
        it.clock(), it.origin(), (int) n[0], kind, n[6], other, it.note(), it.texts());
  }

  @Test
  void aFileOfAnotherKindIsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("x.lwr"), "lastwords recording 3\nH");
    assertThatThrownBy(() -> new RecordingReader(file))
        .hasMessageContaining("expected a recording, whose first line is");
  }
}
