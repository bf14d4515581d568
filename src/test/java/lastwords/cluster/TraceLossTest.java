package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.TraceNotice;
import lastwords.cluster.node.TraceNotice.Kind;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loss of a trace is visible wherever the machine is. */
final class TraceLossTest {
  private static final String SCENARIO = "src/test/resources/live/healthy.conf";
  private static final int KIBIBYTES = 8; // of the limited node's files: the header is longer

  @TempDir Path data;

  private static String launch(ClusterNode node, Placement placement) {
    Bundle bundle =
        Bundle.of(Catalog.at(Path.of("")).scenario(SCENARIO).variant("default", Overrides.NONE));
    LaunchOrder order = new LaunchOrder(bundle, Clock.LIVE, 1, 1.0, placement, 0, 0, "m", false);
    return node.launch(order).id();
  }

  /** Waits until it is visible in every way; a busy node may be missing once. */
  private static void shown(ClusterNode node, String id, String what) {
    TestCluster.await(() -> node.machine(id).state().over());
    TestCluster.await(() -> says(node.machine(id), what));
    TestCluster.await(() -> node.machines().stream().anyMatch(it -> says(it, what)));
    TestCluster.await(() -> says(node.report(id).machine(), what));
  }

  private static boolean says(MachineInfo machine, String what) {
    return machine.trace().stream().anyMatch(it -> it.matches(what));
  }

  @Test
  void aCollectorThatCannotWriteIsSeen() throws IOException {
    Files.createFile(Files.createDirectories(data.resolve("node-a")).resolve("collector"));
    try (TestCluster cluster = new TestCluster(2, data)) {
      ClusterNode node = cluster.node(1);
      String id = launch(node, Placement.SPREAD);
      TestCluster.await(() -> !node.status().traces().isEmpty());
      TraceNotice notice = node.status().traces().get(0);
      assertThat(notice.node()).isEqualTo("node-a");
      assertThat(notice.kind()).isEqualTo(Kind.NOT_COLLECTED);
      assertThat(notice.text()).contains("not being collected (FileAlreadyExistsException: ");
      assertThat(node.status().collector()).isEmpty();
      shown(node, id, "node-a: traces are not being collected .*");

      Files.delete(data.resolve("node-a").resolve("collector"));
      TestCluster.await(() -> node.status().traces().isEmpty());
      assertThat(node.machine(id).trace()).isEmpty();
      TestCluster.await(() -> node.trace(id, 0, 10).header().isPresent());
    }
  }

  @Test
  void aNodeWhoseDiskIsFullIsSeenAndGoesOn() {
    try (ConductedCluster cluster = new ConductedCluster(data, "node-a")) {
      cluster.startLimited("node-b", KIBIBYTES);
      cluster.awaitUp(3);
      ClusterNode node = cluster.conductor();
      SortedMap<String, String> places = new TreeMap<>();
      places.put("cpu-1", "node-b");
      String id = launch(node, new Placement(false, places));
      shown(
          node,
          id,
          "node-b: the spool cannot be written .File too large.: \\d+ records? of .* lost");
      List<TraceNotice> notices = new ArrayList<>();
      TestCluster.await(() -> notices.addAll(node.status().traces()));
      assertThat(notices.get(0).kind()).isEqualTo(Kind.LOST);
      assertThat(notices.get(0).machine()).isEqualTo(id);
      assertThat(notices.get(0).records()).isPositive();
      node.remove(id);
      TestCluster.await(() -> node.status().traces().isEmpty());
    }
  }
}
