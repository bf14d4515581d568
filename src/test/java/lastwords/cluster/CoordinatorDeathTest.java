package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.RunReport;
import lastwords.cluster.node.TraceChunk;
import lastwords.engine.recording.Replayed;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.End;
import lastwords.trace.PartEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The node that controls a machine dies, or is cut off: another one takes over, and the records of
 * the remaining nodes can be read from any of them.
 */
final class CoordinatorDeathTest {
  private static final String SCENARIO = "src/test/resources/live/healthy.conf";

  @TempDir Path data;

  private static void controlledElsewhere(ClusterNode node, String machine, String before) {
    TestCluster.await(
        () -> {
          try {
            return !node.machine(machine).node().equals(before);
          } catch (NodeException e) {
            return false; // no node controls it at the moment
          }
        });
  }

  private static RunReport ended(ClusterNode node, String machine) {
    TestCluster.await(() -> node.machine(machine).state().over());
    return node.report(machine);
  }

  /** CPUs 0 and 1 and everything that they need live here and on node-b. */
  private static String places(String cpu2) {
    String rest = "locks=conductor,uarts=conductor,pstore=conductor,interrupts=conductor,";
    return "cpu-0=conductor,cpu-1=node-b,cpu-2="
        + cpu2
        + ",memory=node-b,firmware=conductor,"
        + rest;
  }

  /** Holds a machine once all its CPUs do what they do until the panic begins. */
  private static void stage(ClusterNode node, String machine) {
    node.resume(machine);
    TestCluster.await(() -> node.parts(machine).get(0).state().startsWith("delay"));
    node.pause(machine);
  }

  private List<PartEvent> events(ClusterNode node, String machine) {
    List<PartEvent> events = new ArrayList<>();
    TestCluster.await(
        () -> {
          events.clear();
          long cursor = 0;
          boolean more = true;
          while (more) {
            TraceChunk chunk = node.trace(machine, cursor, 10_000);
            events.addAll(chunk.events());
            cursor = chunk.next();
            more = !chunk.events().isEmpty() && !chunk.end();
            if (chunk.end()) {
              return true;
            }
          }
          return false;
        });
    return events;
  }

  private static List<Long> of(List<PartEvent> events, int part) {
    return events.stream().filter(it -> it.part() == part).map(PartEvent::seq).toList();
  }

  /** What survivors have is read now; what the lost nodes have, when they return. */
  private void survivorsAreReadAndTheOthersDeliver(
      ConductedCluster cluster, String machine, String lostNode, int nodes) {
    ClusterNode node = cluster.conductor();
    controlledElsewhere(node, machine, "node-a");
    node.resume(machine);
    RunReport report = ended(node, machine);
    assertThat(report.result().outcome().end()).isEqualTo(End.LOOP);
    assertThat(report.result().outcome().notStopped()).containsOnlyKeys(2);
    assertThat(report.result().outcome().notStopped().get(2)).contains(lostNode);
    Replayed replayed =
        Fetched.replay(Fetched.fetch(node, machine, data.resolve("one.lwr")), StepSink.NONE);
    assertThat(replayed.divergence()).isEmpty();
    assertThat(replayed.missing()).allMatch(it -> it.contains("cpu-2"));
    List<PartEvent> events = events(node, machine);
    assertThat(of(events, 0)).isNotEmpty();
    assertThat(of(events, 1)).isNotEmpty();
    assertThat(of(events, 2)).isEmpty();

    cluster.kill(lostNode);
    cluster.start(lostNode);
    cluster.awaitUp(nodes);
    TestCluster.await(() -> !of(events(node, machine), 2).isEmpty());
    List<PartEvent> all = events(node, machine);
    assertThat(of(all, 0)).isEqualTo(of(events, 0));
    assertThat(of(all, 2)).doesNotHaveDuplicates();
    assertThat(node.report(machine).result()).isEqualTo(report.result());
    node.remove(machine);
    assertThat(node.machines()).isEmpty();
  }

  @Test
  void theSeedNodeIsCutOff() {
    try (ConductedCluster cluster = ConductedCluster.quick(data, "node-a", "node-b")) {
      ClusterNode node = cluster.conductor();
      cluster.launch("node-a", "cut", SCENARIO + " default LIVE " + places("node-a"));
      stage(node, "cut");
      assertThat(node.status().collector()).isEqualTo("node-a");
      node.partition("node-b", "node-a", true);
      node.partition("conductor", "node-a", true);
      cluster.awaitUp(2);
      survivorsAreReadAndTheOthersDeliver(cluster, "cut", "node-a", 3);
    }
  }

  @Test
  void fourNodesAreSplitInTwoHalves() throws IOException {
    String[] others = {"node-a", "node-b", "node-c"};
    try (ConductedCluster cluster = ConductedCluster.quick(data, lowPort(), others)) {
      ClusterNode node = cluster.conductor();
      cluster.launch("node-a", "halves", SCENARIO + " default LIVE " + places("node-c"));
      stage(node, "halves");
      for (String here : List.of("conductor", "node-b")) {
        node.partition(here, "node-a", true);
        node.partition(here, "node-c", true);
      }
      cluster.awaitUp(2);
      survivorsAreReadAndTheOthersDeliver(cluster, "halves", "node-c", 3);
    }
  }

  /** Below the ports that the operating system assigns automatically. */
  private static int lowPort() throws IOException {
    for (int port = 20_000; port < 32_000; port++) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress("127.0.0.1", port));
        return port;
      } catch (BindException e) {
        continue;
      }
    }
    throw new IOException("no free port below 32000");
  }

  @Test
  void theNodeThatWasAskedDiesAndAnotherControlsTheMachine() {
    try (ConductedCluster cluster = new ConductedCluster(data, "node-a", "node-b")) {
      ClusterNode node = cluster.conductor();
      String place = "cpu-0=conductor,cpu-1=node-a,cpu-2=node-b,";
      String rest =
          "locks=conductor,memory=node-a,uarts=conductor,pstore=conductor,"
              + "interrupts=conductor,firmware=conductor";
      cluster.launch("node-b", "orphan", SCENARIO + " default LIVE " + place + rest);
      cluster.launch("node-b", "void", SCENARIO + " default LOCK_STEP " + place + rest);
      String id = node.machine("orphan").id();
      node.resume("orphan");
      TestCluster.await(() -> node.parts("orphan").get(0).state().startsWith("delay"));
      node.pause("orphan"); // all CPUs do what they do until the panic begins
      node.inject("orphan", "drop = ipi, to = 1, times = 1");
      node.inject("orphan", "slow = ttyS0, factor = 2");
      node.withdraw("orphan", 1);
      List<FaultInfo> faults = node.faults("orphan");

      cluster.kill("node-b");
      controlledElsewhere(node, "orphan", "node-b");
      MachineInfo found = node.machine("orphan");
      assertThat(found.id()).isEqualTo(id);
      assertThat(found.state()).isEqualTo(State.PAUSED);
      assertThat(node.faults("orphan")).isEqualTo(faults);
      TestCluster.await(() -> node.parts("orphan").get(2).lost().contains("node-b is gone"));
      assertThat(node.parts("orphan").get(1).lost()).isEmpty();
      node.inject("orphan", "garble = ttyS0");
      node.withdraw("orphan", 2);
      node.resume("orphan");

      RunReport report = ended(node, "orphan");
      assertThat(report.result().outcome().end()).isEqualTo(End.LOOP);
      assertThat(report.result().outcome().notStopped()).containsOnlyKeys(2);
      assertThat(report.result().ending().notes())
          .anyMatch(it -> it.startsWith("node-b, which controlled the machine, is gone"));
      assertThat(report.recording()).isEqualTo("the recording lacks what happened to cpu2");
      Replayed replayed =
          Fetched.replay(Fetched.fetch(node, "orphan", data.resolve("orphan.lwr")), StepSink.NONE);
      assertThat(replayed.divergence()).isEmpty();
      assertThat(replayed.missing()).allMatch(it -> it.contains("cpu-2"));
      assertThat(replayed.events()).isPositive();

      assertThat(node.machine("void").state()).isEqualTo(State.FAILED);
      assertThat(node.machine("void").outcome())
          .isEqualTo("the run is void: node-b, which ran the engine, is gone");
      node.remove("void");
      node.remove("orphan");
      assertThat(node.machines()).isEmpty();
      TestCluster.await(() -> ((AkkaClusterNode) node).machinesHere() == 0);
    }
  }
}
