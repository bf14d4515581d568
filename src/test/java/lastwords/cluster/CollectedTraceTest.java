package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.TraceChunk;
import lastwords.engine.recording.EventTrace;
import lastwords.engine.recording.Replayed;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.Machine;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.trace.PartEvent;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events on three nodes are collected, can be read from any of them, and replay in one process. */
final class CollectedTraceTest {
  private static final long HANG = 4_000_000_000L; // emulated ns without an event

  @TempDir static Path data;
  private static TestCluster cluster;

  @BeforeAll
  static void start() {
    cluster = new TestCluster(3, data);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static String launched(String scenario, Clock clock) {
    Bundle bundle = Bundle.of(Catalog.at(Path.of("")).scenario(scenario).cases().get(0));
    ClusterNode node = cluster.node(1);
    LaunchOrder order =
        new LaunchOrder(bundle, clock, 1, 1.0, Placement.SPREAD, 0, HANG, "", false);
    return node.launch(order).id();
  }

  private static List<TraceChunk> followed(String id) {
    List<TraceChunk> chunks = new ArrayList<>();
    TestCluster.await(
        () -> {
          long cursor = chunks.isEmpty() ? 0 : chunks.get(chunks.size() - 1).next();
          chunks.add(cluster.node(1).trace(id, cursor, 500));
          return chunks.get(chunks.size() - 1).end();
        });
    return chunks;
  }

  private static String text(TraceBuffer trace, Machine machine) throws IOException {
    StringBuilder text = new StringBuilder();
    TraceFormat.JSONL.write(trace, new StepNames(machine), text);
    return text.toString();
  }

  private static void same(String scenario, Clock clock) throws IOException {
    String id = launched(scenario, clock);
    List<TraceChunk> chunks = followed(id); // while it runs
    TraceBuffer replayedTrace = new TraceBuffer();
    Path file = Fetched.fetch(cluster.node(2), id, data.resolve(id + ".lwr"));
    Replayed replayed = Fetched.replay(file, replayedTrace);
    assertThat(replayed.missing()).isEmpty();
    assertThat(replayed.divergence()).isEmpty();
    assertThat(replayed.same()).isTrue();
    assertThat(replayed.recorded()).contains(cluster.node(0).report(id).result());
    Optional<RunHeader> header =
        chunks.stream().flatMap(chunk -> chunk.header().stream()).findFirst();
    List<PartEvent> events = chunks.stream().flatMap(it -> it.events().stream()).toList();
    assertThat(events).hasSize((int) replayed.events());
    EventTrace live = new EventTrace(header.orElseThrow());
    TraceBuffer liveTrace = new TraceBuffer();
    events.forEach(event -> live.accept(event, liveTrace));
    assertThat(text(liveTrace, live.machine())).isEqualTo(text(replayedTrace, replayed.machine()));
    cluster.node(0).remove(id);
  }

  @Test
  void aLiveRunIsCollectedWholeAndReplays() throws IOException {
    same("logbuf-scenario-3", Clock.LIVE);
    same("logbuf-scenario-2", Clock.LIVE);
  }

  @Test
  void aRunInLockStepIsCollectedWholeAndReplays() throws IOException {
    same("logbuf-scenario-3", Clock.LOCK_STEP);
  }
}
