package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.RunReport;
import lastwords.cluster.node.TraceChunk;
import lastwords.engine.RandomScenario;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.recording.EventTrace;
import lastwords.machine.Machine;
import lastwords.scenario.Bundle;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Limits;
import lastwords.scenario.Setup;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first law: the simulate engine's trace and the collected trace of the same machine in
 * lock-step on three processes are the same, byte for byte.
 */
class OneTraceTest {
  private static final Catalog CATALOG = Catalog.at(Path.of(""));
  private static final int TRIPLES = 200;
  private static final int SCENARIOS = 25; // each is compiled on three nodes
  private static final int STEPS = 150; // each costs some messages between processes

  @TempDir static Path data;
  private static ConductedCluster cluster;

  @BeforeAll
  static void start() {
    cluster = new ConductedCluster(data, "node-a", "node-b");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static ClusterNode node() {
    return cluster.conductor();
  }

  private static Bundle cut(Case made) {
    Bundle bundle = Bundle.of(made);
    Limits limits = bundle.limits();
    return new Bundle(
        bundle.scenario(),
        bundle.variant(),
        bundle.title(),
        bundle.kernel(),
        bundle.sources(),
        bundle.config(),
        bundle.settings(),
        bundle.machine(),
        bundle.entries(),
        bundle.faults(),
        new Limits(limits.runNanos(), limits.hangNanos(), limits.settleNanos(), STEPS));
  }

  private static void same(Case made, long seed, Placement placement, String what)
      throws IOException {
    Bundle bundle = cut(made);
    MachineInfo machine =
        node()
            .launch(new LaunchOrder(bundle, Clock.LOCK_STEP, seed, 1, placement, 0, 0, "", false));
    TestCluster.await(() -> node().machine(machine.id()).state().over());
    RunReport report = node().report(machine.id());
    String collected = collected(machine.id());
    node().remove(machine.id());
    Setup setup = bundle.setup();
    Machine alone = Simulator.booted(setup);
    TraceBuffer steps = new TraceBuffer();
    RunResult expected = Simulator.run(setup, seed, steps, new lastwords.engine.LocalHost(alone));
    assertThat(collected).as(what).isEqualTo(text(steps, alone));
    assertThat(report.result()).as(what).isEqualTo(expected);
  }

  /** The machine's trace, as any node can read it. */
  private static String collected(String id) throws IOException {
    TraceBuffer steps = new TraceBuffer();
    List<EventTrace> trace = new ArrayList<>();
    long cursor = 0;
    boolean end = false;
    while (!end) {
      TraceChunk chunk = node().trace(id, cursor, 500);
      chunk.header().ifPresent(header -> trace.add(new EventTrace(header)));
      chunk.events().forEach(event -> trace.get(0).accept(event, steps));
      cursor = chunk.next();
      end = chunk.end();
    }
    return text(steps, trace.get(0).machine());
  }

  private static String text(TraceBuffer steps, Machine machine) throws IOException {
    StringWriter text = new StringWriter();
    TraceFormat.JSONL.write(steps, new StepNames(machine), text);
    return text.toString();
  }

  @Test
  void allShippedScenarios() throws IOException {
    for (String name : CATALOG.scenarios()) {
      same(CATALOG.scenario(name).cases().get(0), 1, Placement.SPREAD, name);
    }
  }

  @Test
  void scenariosSeedsAndPlacementsDrawnByChance() throws IOException {
    String[] nodes = {"conductor", "node-a", "node-b"};
    for (long seed = 0; seed < TRIPLES; seed++) {
      Random random = new Random(seed);
      TreeMap<String, String> chosen = new TreeMap<>();
      for (String group : List.of("cpu-0", "cpu-1", "locks", "memory", "interrupts", "uarts")) {
        chosen.put(group, nodes[random.nextInt(nodes.length)]);
      }
      String text = RandomScenario.text(seed % SCENARIOS);
      Path file = Files.writeString(data.resolve("random.conf"), text);
      Case made = CATALOG.scenario(file.toString()).cases().get(0);
      same(made, seed, new Placement(random.nextBoolean(), chosen), text);
    }
  }
}
