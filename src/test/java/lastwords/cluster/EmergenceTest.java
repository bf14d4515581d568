package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.RecordingChunk;
import lastwords.cluster.node.RunReport;
import lastwords.engine.recording.RecordingReader;
import lastwords.engine.recording.RecordingReplay;
import lastwords.engine.recording.Replayed;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.End;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to a machine when the nodes of its parts are stopped, cut off and killed: nothing is
 * scripted, it is what real processes and a real network do.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmergenceTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int INJECTIONS = 1_500;

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

  /** CPUs on one node each, and the given options; all other parts in this process. */
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

  /** The second law: replaying the run's recording in one process gives the same outcome. */
  private static void replays(MachineInfo machine, RunReport report) throws IOException {
    Path file = data.resolve(machine.id() + ".recording");
    try (OutputStream out = Files.newOutputStream(file)) {
      long offset = 0;
      boolean end = false;
      while (!end) {
        RecordingChunk chunk = node().recording(machine.id(), offset, 1 << 16);
        out.write(chunk.bytes());
        offset += chunk.bytes().length;
        end = chunk.end();
      }
    }
    try (RecordingReader reader = new RecordingReader(file)) {
      Replayed replayed = RecordingReplay.run(reader, StepSink.NONE);
      assertThat(replayed.complete()).as(replayed.toString()).isTrue();
      assertThat(replayed.same()).as(replayed.toString()).isTrue();
    }
    assertThat(report.recording()).isEmpty();
  }

  private static String all(List<String> lines) {
    return String.join("\n", lines);
  }

  @Test
  @Order(1)
  void aHealthyMachineStopsAllItsCpusAndReachesItsEnd() throws IOException {
    MachineInfo machine = launch("default", "healthy", 0, 0);
    RunReport report = ended(machine);
    assertThat(report.result().outcome().summary())
        .isEqualTo("loop, console all, pstore written, kdump n/a");
    replays(machine, report);
    node().remove(machine.id());
  }

  @Test
  @Order(2)
  void aCutNetworkLosesTheStopInterrupt() throws IOException {
    MachineInfo machine =
        launch("arm64", "cut", 0, 0, "interrupts", "node-c", "cpu-2", "conductor");
    awaitStaged(machine);
    node().partition("node-b", "node-c", true);
    TestCluster.await(() -> node().machine(machine.id()).state().over());
    node().partition("node-b", "node-c", false);
    RunReport report = node().report(machine.id());
    assertThat(report.result().outcome().end()).isEqualTo(End.ALIVE);
    assertThat(report.result().outcome().notStopped()).containsOnlyKeys(1);
    assertThat(all(report.result().explanation()))
        .contains("cpu1 was not stopped: no interrupt is pending for it");
    replays(machine, report);
    node().remove(machine.id());
    cluster.awaitUp(4);
  }

  @Test
  @Order(3)
  void aContinuedNodeGetsItsStopInterruptLate() throws IOException {
    MachineInfo machine = launch("default", "late", 3600 * SECOND, 0);
    awaitStaged(machine);
    cluster.stop("node-b");
    TestCluster.await(() -> state(machine, 0).contains("panic()"));
    TestCluster.await(() -> node().machine(machine.id()).nanos() > 2 * SECOND + SECOND * 13 / 10);
    cluster.go("node-b");
    TestCluster.await(() -> state(machine, 1).contains("stop_this_cpu()"));
    TestCluster.await(() -> state(machine, 0).equals("delay in panic()")); // the final loop
    node().stop(machine.id());
    RunReport report = ended(machine);
    assertThat(report.result().outcome().end()).isEqualTo(End.LOOP);
    assertThat(report.result().outcome().notStopped()).isEmpty();
    assertThat(String.join("\n", report.result().consoles().get("ttyS0")))
        .contains("Shutting down cpus with NMI");
    replays(machine, report);
    node().remove(machine.id());
    cluster.awaitUp(4);
  }

  @Test
  @Order(4)
  void aStoppedNodeAnswersNothingNotEvenNmis() {
    MachineInfo machine = launch("default", "stopped", 0, 0);
    awaitStaged(machine);
    cluster.stop("node-b");
    TestCluster.await(() -> state(machine, 0).equals("delay in panic()")); // the final loop
    cluster.lose("node-b");
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
            "default", "dead", 0, 6 * SECOND, "lock:logbuf_lock", "node-b", "cpu-1", "conductor");
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

  @Test
  @Order(6)
  void theCollectorsNodeDiesAndNothingOfTheOthersIsLostOrDoubled() throws IOException {
    assertThat(node().status().collector()).isEqualTo("node-a");
    MachineInfo machine = launch("default", "collected", 0, 0);
    awaitStaged(machine);
    cluster.kill("node-a");
    RunReport report = ended(machine);
    assertThat(report.result().outcome().end()).isEqualTo(End.LOOP);
    TestCluster.await(() -> !Set.of("", "node-a").contains(node().status().collector()));
    replays(machine, report);
    node().remove(machine.id());
  }

  @Test
  @Order(7)
  void faultsRainOnFourMachinesAndNothingIsLeftOfThem() {
    List<MachineInfo> machines = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      machines.add(launch(i % 2 == 0 ? "busy" : "busy-arm64", "rain-" + i, 0, 0));
    }
    Random random = new Random(1);
    int answered = 0;
    for (int i = 0; i < INJECTIONS; i++) {
      answered += inject(machines.get(random.nextInt(4)), random) ? 1 : 0;
    }
    assertThat(answered).isEqualTo(INJECTIONS);
    for (MachineInfo machine : machines) {
      assertThat(node().faults(machine.id())).isNotEmpty();
      node().stop(machine.id());
      ended(machine);
      node().remove(machine.id());
    }
    assertThat(node().machines()).isEmpty();
    TestCluster.await(() -> ((AkkaClusterNode) node()).machinesHere() == 0);
  }

  /** Injects or withdraws something; returns whether it was done, or rejected with a reason. */
  private static boolean inject(MachineInfo machine, Random random) {
    String[] faults = {
      "drop = ipi, to = 1, times = 3",
      "delay = ipi, by = 5ms, probability = 50",
      "duplicate = ipi, interval = 2",
      "stall = 1, after = 0ms, for = 3ms",
      "stall = 2, holding = logbuf_lock, for = 1ms",
      "slow = ttyS0, factor = 2",
      "garble = ttyS0",
      "wedge = ttyAMA0",
      "fill = pstore",
      "press = nmi-button, after = 0ms",
      "drop = everything"
    };
    try {
      int known = node().faults(machine.id()).size();
      if (known > 5 && random.nextInt(3) > 0) {
        node().withdraw(machine.id(), random.nextInt(known));
      } else {
        node().inject(machine.id(), faults[random.nextInt(faults.length)]);
      }
      return true;
    } catch (NodeException e) {
      return e.kind() != NodeException.Kind.UNAVAILABLE && !e.getMessage().isBlank();
    }
  }
}
