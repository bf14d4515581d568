package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.TraceChunk;
import lastwords.engine.recording.Replayed;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.scenario.setting.Overrides;
import lastwords.trace.PartEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The collector's process is killed while a machine runs: nothing that the surviving nodes have is
 * lost or duplicated, neither in the recording nor for a client that follows the trace.
 */
final class CollectorDeathTest {
  private static final String SCENARIO = "src/test/resources/live/healthy.conf";

  @TempDir Path data;

  private static String launch(ClusterNode node, String name) {
    Bundle bundle =
        Bundle.of(Catalog.at(Path.of("")).scenario(SCENARIO).variant("default", Overrides.NONE));
    SortedMap<String, String> places = new TreeMap<>();
    places.put("cpu-1", "node-b");
    places.put("memory", "node-b");
    Placement placement = new Placement(false, places);
    LaunchOrder order = new LaunchOrder(bundle, Clock.LIVE, 1, 1.0, placement, 0, 0, name, false);
    return node.launch(order).id();
  }

  @Test
  void nothingOfTheSurvivorsIsLostOrDoubled() {
    try (ConductedCluster cluster = new ConductedCluster(data, "node-a", "node-b")) {
      ClusterNode node = cluster.conductor();
      String early = launch(node, "early");
      TestCluster.await(() -> node.machine(early).state().over());
      same(Fetched.fetch(node, early, data.resolve("early.lwr")));
      assertThat(node.status().collector()).isEqualTo("node-a");

      String id = launch(node, "late");
      List<PartEvent> followed = new ArrayList<>();
      long[] cursor = {0};
      TestCluster.await(() -> follow(node, id, followed, cursor) || followed.size() > 100);
      cluster.kill("node-a");
      TestCluster.await(() -> follow(node, id, followed, cursor));
      Replayed replayed = same(Fetched.fetch(node, id, data.resolve("late.lwr")));
      assertThat(followed.size()).isEqualTo((int) replayed.events());
      assertThat(node.status().collector()).isNotEqualTo("node-a");
      same(Fetched.fetch(node, early, data.resolve("early-again.lwr")));
    }
  }

  /** Reads on; returns whether the trace has ended. */
  private static boolean follow(
      ClusterNode node, String id, List<PartEvent> followed, long[] cursor) {
    try {
      TraceChunk chunk = node.trace(id, cursor[0], 1000);
      followed.addAll(chunk.events());
      cursor[0] = chunk.next();
      return chunk.end();
    } catch (NodeException e) {
      return false; // no collector at the moment
    }
  }

  private static Replayed same(Path file) {
    Replayed replayed = Fetched.replay(file, StepSink.NONE);
    assertThat(replayed.missing()).isEmpty();
    assertThat(replayed.divergence()).isEmpty();
    assertThat(replayed.same()).isTrue();
    return replayed;
  }
}
