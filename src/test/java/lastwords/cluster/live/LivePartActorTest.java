package lastwords.cluster.live;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import com.typesafe.config.ConfigFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.live.LivePart.Command;
import lastwords.cluster.live.LivePart.Order;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.LivePart.Wire;
import lastwords.cluster.live.MachineProtocol.Report;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.recording.RecordingReader;
import lastwords.engine.recording.RecordingReplay;
import lastwords.engine.recording.RecordingWriter;
import lastwords.engine.recording.Replayed;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;
import lastwords.trace.TraceRecord;
import lastwords.trace.Transaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose parts all live on one node. */
final class LivePartActorTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final DispatcherSelector PARTS = DispatcherSelector.fromConfig("lastwords.parts");
  private static final ActorTestKit KIT =
      ActorTestKit.create(
          ConfigFactory.parseResources("lastwords/node.conf")
              .withOnlyPath("lastwords")
              .withFallback(ConfigFactory.load()));
  private static final Bundle BUNDLE =
      Bundle.of(Catalog.standard().scenario("logbuf-scenario-2").cases().get(0));

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  /** A run that is frozen while it writes its record with this number. */
  private static final class Run {
    final List<TraceRecord> records = new ArrayList<>(); // owned by the parts' thread until frozen
    final List<ActorRef<Command>> parts = new ArrayList<>();
    final TestProbe<MachineProtocol.Command> coordinator = KIT.createTestProbe();
    final Machine machine = Simulator.booted(BUNDLE.setup(), RecordingReplay.SPARE_FAULTS).copy(1);
    final SortedMap<Integer, Integer> origins = new TreeMap<>();
    final SortedMap<Integer, String> places = new TreeMap<>();
    final SortedMap<Integer, Integer> unanswered = new TreeMap<>();
    private final int last;
    private final boolean backwards;

    /**
     * @param backwards are CPUs frozen after the other parts?
     */
    Run(int last, boolean backwards) {
      this.last = last;
      this.backwards = backwards;
      Site site = Site.of(machine, List.of(), 1, last, 1000, new Hlc(), this::take);
      for (int part = 0; part < machine.wiring().parts(); part++) {
        parts.add(KIT.spawn(LivePartActor.create(site, part), PARTS));
        origins.put(part, 1);
        places.put(part, "node-a");
      }
      Wire wire = new Wire(1, parts, List.copyOf(origins.values()), coordinator.ref());
      parts.forEach(it -> it.tell(wire));
      reports(1);
      parts.forEach(it -> it.tell(order(2, OrderKind.START)));
      List<Report> frozen = reports(3);
      frozen.forEach(it -> machine.restore(it.state().orElseThrow()));
      frozen.stream()
          .filter(it -> it.unanswered() >= 0)
          .forEach(it -> unanswered.put(it.part(), it.unanswered()));
    }

    private static Order order(long number, OrderKind kind) {
      return new Order(number, kind, 0, 0, Optional.empty());
    }

    private void take(TraceRecord record) {
      records.add(record);
      if (records.size() == last) {
        List<ActorRef<Command>> order = new ArrayList<>(parts);
        if (backwards) {
          Collections.reverse(order);
        }
        order.forEach(it -> it.tell(order(3, OrderKind.FREEZE)));
      }
    }

    /** All parts' reports on the order with this number. */
    private List<Report> reports(long number) {
      List<Report> reports = new ArrayList<>();
      while (reports.size() < parts.size()) {
        MachineProtocol.Command said = coordinator.receiveMessage(LONG);
        if (said instanceof Report report && report.number() == number) {
          reports.add(report);
        }
      }
      return reports;
    }

    List<PartEvent> events() {
      return records.stream().flatMap(it -> it.events().stream()).toList();
    }
  }

  private Replayed replay(Run run) throws IOException {
    Path file = folder.resolve("run.lwr");
    RunHeader header =
        new RunHeader("m-1", "m", BUNDLE, run.places, run.origins, RunHeader.LIVE, 1, 1);
    Ending ending = new Ending(Ending.Cause.LIMIT, 0, List.of(), new TreeMap<>(), run.unanswered);
    try (RecordingWriter out =
        new RecordingWriter(new BufferedOutputStream(Files.newOutputStream(file)), header)) {
      for (TraceRecord record : run.records) {
        out.record(record);
      }
      out.footer(new RunFooter(RunResult.of(run.machine, ending, 0)));
    }
    try (RecordingReader reader = new RecordingReader(file)) {
      return RecordingReplay.run(reader, StepSink.NONE);
    }
  }

  /** At any point of a step: in the middle of one, a part has not answered yet. */
  @Test
  void whatIsRecordedUntilItIsFrozenReplaysToTheSameState() throws IOException {
    for (int last = 1; last < 200; last = last * 4 / 3 + 1) {
      for (boolean backwards : new boolean[] {false, true}) {
        Run run = new Run(last, backwards);
        Replayed replayed = replay(run);
        String which = "record " + last + (backwards ? ", CPUs last" : ", CPUs first");
        assertThat(replayed.divergence()).as(which).isEmpty();
        assertThat(replayed.missing()).as(which).isEmpty();
        assertThat(replayed.same()).as(which).isTrue();
        assertThat(replayed.result().consoles())
            .as(which)
            .isEqualTo(replayed.recorded().orElseThrow().consoles());
        assertThat(difference(run.machine, replayed.machine())).as(which).isEqualTo(-1);
      }
    }
  }

  /**
   * The first word in which they differ, with texts compared by content; -1: none. Devices refer to
   * lists of texts, which have other numbers.
   */
  private static int difference(Machine one, Machine other) {
    int devices = one.offset(one.wiring().interrupts() + 1);
    int locks = one.offset(one.wiring().lock(0));
    for (int i = 0; i < one.state().length; i = i + 1 == devices ? locks : i + 1) {
      long word = one.state()[i];
      long than = other.state()[i];
      boolean texts = one.texts().isText(word) && other.texts().isText(than);
      if (word != than && !(texts && one.texts().text(word).equals(other.texts().text(than)))) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void aStepThatNeedsAnotherPartIsOneRecord() {
    Run run = new Run(150, false);
    assertThat(run.records).hasAtLeastOneElementOfType(Transaction.class);
    long asks = run.events().stream().filter(it -> it.kind() == Kind.ASK).count();
    long transactions = run.records.stream().filter(Transaction.class::isInstance).count();
    assertThat(asks - transactions).isLessThanOrEqualTo(run.machine.cpus());
  }

  /** An event whose record is being written has not affected any other part yet. */
  @Test
  void aCpuThatIsFrozenBeforeItsAnswerHasComeTakesIt() {
    Run run = new Run(10, false);
    int at = 9;
    TraceRecord last = run.records.get(at);
    while (!(last instanceof Transaction)) {
      run = new Run(++at + 1, false);
      last = run.records.get(at);
    }
    assertThat(run.unanswered).doesNotContainKey(((Transaction) last).step().cpu());
  }
}
