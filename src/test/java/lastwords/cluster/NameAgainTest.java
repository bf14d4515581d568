package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.Placement;
import lastwords.engine.recording.Replayed;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name is used again, by another machine, after its node was restarted with its folder. */
final class NameAgainTest {
  @TempDir Path data;

  private static MachineInfo launched(ClusterNode node) {
    Bundle bundle = Bundle.of(Catalog.at(Path.of("")).scenario("logbuf-scenario-2").cases().get(0));
    MachineInfo machine =
        node.launch(
            new LaunchOrder(bundle, Clock.LIVE, 1, 1.0, Placement.LOCAL, 0, 0, "demo", false));
    TestCluster.await(() -> node.machine(machine.id()).state().over());
    return node.machine(machine.id());
  }

  private long events(ClusterNode node, String machine, String file) {
    Replayed replayed =
        Fetched.replay(Fetched.fetch(node, machine, data.resolve(file)), StepSink.NONE);
    assertThat(replayed.missing()).isEmpty();
    assertThat(replayed.divergence()).isEmpty();
    assertThat(replayed.same()).isTrue();
    return replayed.events();
  }

  @Test
  void recordsOfTwoMachinesAreNotMixed() {
    MachineInfo before;
    long events;
    try (TestCluster cluster = new TestCluster(1, data)) {
      before = launched(cluster.node(0));
      events = events(cluster.node(0), "demo", "before.lwr");
    }
    try (TestCluster cluster = new TestCluster(1, data)) {
      ClusterNode node = cluster.node(0);
      TestCluster.await(() -> !node.machines().isEmpty());
      TestCluster.await(() -> node.machine("demo").state() == State.ENDED);
      assertThat(node.machine("demo").outcome()).isEqualTo(before.outcome());
      assertThat(node.report("demo").result().outcome().summary()).isEqualTo(before.outcome());
      assertThatThrownBy(() -> node.pause("demo"))
          .isInstanceOf(NodeException.class)
          .hasMessage("demo has ended, and no node controls it");
      assertThat(node.parts("demo")).hasSameSizeAs(before.places().keySet());

      MachineInfo again = launched(node);
      assertThat(again.id()).isNotEqualTo(before.id());
      assertThat(node.machine("demo").id()).isEqualTo(again.id());
      assertThat(node.machines()).extracting(MachineInfo::name).containsExactly("demo", "demo");
      assertThat(events(node, before.id(), "archived.lwr")).isEqualTo(events);
      events(node, "demo", "again.lwr");

      node.remove(before.id());
      assertThat(node.machines()).extracting(MachineInfo::id).containsExactly(again.id());
      events(node, "demo", "kept.lwr");
      node.remove("demo");
      assertThat(node.machines()).isEmpty();
    }
  }
}
