package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.RunReport;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.scenario.Overrides;
import lastwords.verdict.End;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comes of a machine when the nodes that its parts live on are stopped, cut off and killed:
 * nobody scripts it, it is what real processes and a real network do.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmergenceTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir static Path data;
  private static ConductedCluster cluster;

  @BeforeAll
  static void start() {
    cluster = new ConductedCluster(data, "node-a", "node-b", "node-c");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static Bundle healthy(String variant) {
    Catalog catalog = Catalog.at(Path.of(""));
    return Bundle.of(
        catalog.scenario("src/test/resources/live/healthy.conf").variant(variant, Overrides.NONE));
  }

  /** CPUs on a node each, and what else is said; all other parts in this process. */
  private static MachineInfo launch(
      String variant, String name, long settle, long hang, String... places) {
    SortedMap<String, String> chosen = new TreeMap<>();
    chosen.put("cpu-1", "node-b");
    chosen.put("cpu-2", "node-c");
    for (int i = 0; i < places.length; i += 2) {
      chosen.put(places[i], places[i + 1]);
    }
    return node()
        .launch(
            new LaunchOrder(
                healthy(variant),
                Clock.LIVE,
                1,
                1.0,
                new Placement(false, chosen),
                settle,
                hang,
                name,
                false));
  }

  private static ClusterNode node() {
    return cluster.conductor();
  }

  private static RunReport ended(MachineInfo machine) {
    TestCluster.await(() -> node().machine(machine.id()).state().over());
    return node().report(machine.id());
  }

  private static String state(MachineInfo machine, int part) {
    return node().parts(machine.id()).get(part).state();
  }

  /** All CPUs do what they do until the panic begins. */
  private static void awaitStaged(MachineInfo machine) {
    TestCluster.await(() -> state(machine, 0).startsWith("delay"));
  }

  private static String all(List<String> lines) {
    return String.join("\n", lines);
  }

  @Test
  @Order(1)
  void aHealthyMachineStopsAllItsCpusAndReachesItsEnd() {
    MachineInfo machine = launch("default", "healthy", 0, 0);
    RunReport report = ended(machine);
    assertThat(report.result().outcome().summary())
        .isEqualTo("loop, console all, pstore written, kdump n/a");
    node().remove(machine.id());
  }

  @Test
  @Order(2)
  void aCutNetworkLosesTheStopInterrupt() {
    MachineInfo machine =
        launch("arm64", "cut", 0, 0, "interrupts", "node-c", "cpu-2", "conductor");
    awaitStaged(machine);
    node().partition("node-b", "node-c", true);
    TestCluster.await(() -> node().machine(machine.id()).state().over());
    node().partition("node-b", "node-c", false);
    RunReport report = node().report(machine.id());
    assertThat(report.result().outcome().end()).isEqualTo(End.ALIVE);
    assertThat(report.result().outcome().notStopped()).containsOnlyKeys(1);
    assertThat(all(report.result().explanation())).contains("the request was lost");
    node().remove(machine.id());
    cluster.awaitUp(4);
  }

  @Test
  @Order(3)
  void aContinuedNodeGetsItsStopInterruptLate() {
    MachineInfo machine = launch("default", "late", 3 * SECOND, 0);
    awaitStaged(machine);
    cluster.stop("node-b");
    TestCluster.await(() -> state(machine, 0).contains("panic()"));
    TestCluster.await(() -> node().machine(machine.id()).nanos() > 2 * SECOND + SECOND * 13 / 10);
    cluster.go("node-b");
    RunReport report = ended(machine);
    assertThat(report.result().outcome().end()).isEqualTo(End.LOOP);
    assertThat(report.result().outcome().notStopped()).isEmpty();
    assertThat(String.join("\n", report.result().consoles().get("ttyS0")))
        .contains("Shutting down cpus with NMI");
    node().remove(machine.id());
    cluster.awaitUp(4);
  }

  @Test
  @Order(4)
  void aStoppedNodeAnswersNothingNotEvenNmis() {
    MachineInfo machine = launch("default", "stopped", 0, 0);
    awaitStaged(machine);
    cluster.stop("node-b");
    RunReport report = ended(machine);
    assertThat(report.result().outcome().end()).isEqualTo(End.LOOP);
    assertThat(report.result().outcome().notStopped()).containsOnlyKeys(1);
    assertThat(report.result().outcome().notStopped().get(1)).contains("node-b");
    assertThat(report.recording()).contains("cpu1");
    PartInfo lost = node().parts(machine.id()).get(1);
    assertThat(lost.lost()).contains("node-b");
    node().remove(machine.id());
    cluster.kill("node-b");
    cluster.start("node-b");
    cluster.awaitUp(4);
  }

  @Test
  @Order(5)
  void whoNeedsALockOfADeadNodeHangs() {
    MachineInfo machine =
        launch(
            "default", "dead", 0, 14 * SECOND, "lock:logbuf_lock", "node-b", "cpu-1", "conductor");
    awaitStaged(machine);
    cluster.kill("node-b");
    RunReport report = ended(machine);
    assertThat(report.result().outcome().end()).isEqualTo(End.HANG);
    assertThat(report.result().outcome().at()).isEqualTo("cpu0:logbuf_lock");
    assertThat(all(report.result().explanation()))
        .contains("waits for logbuf_lock to answer")
        .contains("logbuf_lock: node-b is gone");
    node().remove(machine.id());
    cluster.start("node-b");
    cluster.awaitUp(4);
  }
}
