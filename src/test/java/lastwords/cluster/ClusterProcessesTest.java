package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lastwords.cluster.node.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes as processes: they come, go, come back, and run a machine together. */
final class ClusterProcessesTest {
  @TempDir private Path folder;

  @Test
  void nodesLeaveDieAndComeBack() {
    try (ClusterProcesses cluster = ClusterProcesses.start(folder, 3)) {
      cluster.launch("node-1", "logbuf-scenario-2", "demo", Map.of("spread", true, "speed", 10));
      RunReport report = cluster.awaitReport("node-2", "demo");
      assertThat(report.result().outcome().at()).isEqualTo("cpu0:logbuf_lock");
      assertThat(cluster.machine("node-3", "demo").places().values())
          .contains("node-1", "node-2", "node-3");

      assertThat(cluster.terminate("node-3")).as(cluster.said("node-3")).isEqualTo(143);
      cluster.awaitMembers("node-1", List.of("node-1", "node-2"));
      cluster.restart("node-3");
      cluster.awaitMembers("node-1", cluster.names());

      cluster.kill("node-2");
      cluster.awaitMembers("node-1", List.of("node-1", "node-3"));
      cluster.restart("node-2");
      cluster.awaitMembers("node-3", cluster.names());
    }
  }
}
