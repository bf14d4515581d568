package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.RunReport;
import lastwords.engine.recording.Replayed;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.End;
import lastwords.outcome.FaultCount;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveMachineTest {
  private static final long HANG = 4_000_000_000L; // emulated ns without an event

  @TempDir static Path data;
  private static TestCluster cluster;

  @BeforeAll
  static void start() {
    cluster = new TestCluster(2, data);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static RunReport run(String scenario, int variant, Clock clock, Placement placement) {
    Bundle bundle = Bundle.of(Catalog.at(Path.of("")).scenario(scenario).cases().get(variant));
    ClusterNode node = cluster.node(0);
    MachineInfo info =
        node.launch(new LaunchOrder(bundle, clock, 1, 1.0, placement, 0, HANG, "", false));
    TestCluster.await(() -> node.machine(info.id()).state().over());
    RunReport report = node.report(info.id());
    node.remove(info.id());
    return report;
  }

  @Test
  void inLockStepAcrossNodesTheOutcomeIsTheSimulateEngines() {
    RunReport report = run("logbuf-scenario-2", 0, Clock.LOCK_STEP, Placement.SPREAD);
    assertThat(report.result().outcome().at()).isEqualTo("cpu0:logbuf_lock");
  }

  @Test
  void aLiveMachineHangsAtItsOwnLogLockWhereverItsPartsLive() {
    RunReport report = run("logbuf-scenario-2", 0, Clock.LIVE, Placement.SPREAD);
    assertThat(report.result().outcome().at()).isEqualTo("cpu0:logbuf_lock");
    report = run("logbuf-scenario-2", 0, Clock.LIVE, Placement.LOCAL);
    assertThat(report.result().outcome().at()).isEqualTo("cpu0:logbuf_lock");
  }

  @Test
  void everyNodeKnowsAMachineAtOnce() {
    Bundle bundle = Bundle.of(Catalog.at(Path.of("")).scenario("logbuf-scenario-2").cases().get(0));
    LaunchOrder order =
        new LaunchOrder(bundle, Clock.LIVE, 1, 1.0, Placement.LOCAL, 0, 0, "here", true);
    cluster.node(0).launch(order);
    assertThat(cluster.node(1).machine("here").name()).isEqualTo("here");
    assertThat(cluster.node(1).machines()).hasSize(1);
    assertThatThrownBy(() -> cluster.node(1).launch(order)).hasMessageContaining("already");
    cluster.node(0).remove("here");
  }

  @Test
  void faultsAreCountedAndThoseThatNeverFiredAreSaid() {
    Bundle bundle = Bundle.of(Catalog.at(Path.of("")).scenario("logbuf-scenario-3").cases().get(0));
    ClusterNode node = cluster.node(0);
    node.launch(new LaunchOrder(bundle, Clock.LIVE, 1, 1.0, Placement.SPREAD, 0, 0, "f", true));
    node.inject("f", "stall = 1, at = vprintk_emit, for = 1ms");
    node.inject("f", "stall = 1, holding = logbuf_lock, for = 1ms, times = 1");
    node.inject("f", "delay = ipi, by = 1us, to = 1, times = 1");
    node.resume("f");
    TestCluster.await(() -> node.machine("f").state().over());
    assertThat(node.faults("f")).extracting(FaultInfo::fired).containsExactly(0L, 1L, 1L);
    RunReport report = node.report("f");
    assertThat(report.result().ending().faults())
        .extracting(FaultCount::fired)
        .containsExactly(0L, 1L, 1L);
    assertThat(report.result().explanation())
        .contains("fault 0 (stall = 1, at = vprintk_emit, for = 1ms) never fired");
    node.remove("f");
  }

  /**
   * The wait is twice limits.run in every attempt; what precedes it also takes emulated time, more
   * of it on a loaded host: then the next attempt has more wall time for the same.
   */
  @Test
  void aWaitIsNotGivenUpHoweverLongItIs() throws IOException {
    Path file =
        Files.writeString(
            data.resolve("waits.conf"),
            """
            title = "panic() waits for its time"
            kernel = "5.2"
            machine = ${machines.x86_64} { cpus = 2 }
            settings.panic_timeout = 200
            cpu.0.run = panic_in_task
            limits { run = 100s, hang = 100s }
            """);
    Bundle bundle = Bundle.of(Catalog.at(Path.of("")).scenario(file.toString()).cases().get(0));
    ClusterNode node = cluster.node(0);
    End end = End.UNDECIDED;
    for (double speed = 100; end == End.UNDECIDED && speed > 2; speed /= 2) {
      MachineInfo info =
          node.launch(
              new LaunchOrder(bundle, Clock.LIVE, 1, speed, Placement.SPREAD, 0, 0, "", false));
      TestCluster.await(() -> node.machine(info.id()).state().over());
      end = node.report(info.id()).result().outcome().end();
      node.remove(info.id());
    }
    assertThat(end).isEqualTo(End.REBOOT);
  }

  @Test
  void nobodyWaitsForACpuThatHasStalledBeforeItWasInPlace() {
    Bundle bundle =
        Bundle.of(
            Catalog.at(Path.of(""))
                .scenario("panic-does-not-wait-for-a-cpu-that-is-not-there")
                .variant("stalled-before-it-is-in-place", Overrides.NONE));
    ClusterNode node = cluster.node(0);
    LaunchOrder order =
        new LaunchOrder(bundle, Clock.LIVE, 1, 1.0, Placement.SPREAD, 0, 0, "stalled", false);
    String id = node.launch(order).id();
    TestCluster.await(() -> node.machine(id).state().over());
    assertThat(node.report(id).result().outcome().end()).isEqualTo(End.LOOP);
    assertThat(node.report(id).result().outcome().notStopped()).containsOnlyKeys(1);
    Replayed replayed =
        Fetched.replay(Fetched.fetch(node, id, data.resolve("stalled.recording")), StepSink.NONE);
    assertThat(replayed.same()).as(replayed.toString()).isTrue();
    node.remove(id);
  }

  @Test
  void aKernelThatDoesNotBootIsRefusedAtOnce() throws IOException {
    Path folder = data.resolve("endless");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("endless.c"),
        "static int w;\nstatic int endless(void) { while (!READ_ONCE(w)) cpu_relax(); return 0; }\n"
            + "early_initcall(endless);\n");
    Path file =
        Files.writeString(
            folder.resolve("endless.conf"),
            "title = endless\nkernel = \"5.2\"\nmachine = x86_64\nsources = [ \"endless.c\" ]\n");
    Bundle bundle = Bundle.of(Catalog.at(Path.of("")).scenario(file.toString()).cases().get(0));
    assertThatThrownBy(
            () ->
                cluster
                    .node(0)
                    .launch(
                        new LaunchOrder(
                            bundle, Clock.LIVE, 1, 1.0, Placement.SPREAD, 0, 0, "", false)))
        .isInstanceOf(NodeException.class)
        .hasMessageContaining("endless() does not return");
    assertThat(cluster.node(0).machines()).isEmpty();
  }
}
