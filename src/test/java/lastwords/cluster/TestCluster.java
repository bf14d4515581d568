package lastwords.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.MemberInfo;
import lastwords.cluster.node.NodeOptions;

/** A cluster whose nodes are actor systems in this process. */
final class TestCluster implements AutoCloseable {
  private final List<ClusterNode> nodes = new ArrayList<>();

  /** Nodes node-a, node-b, …; waits until all are up. */
  TestCluster(int size, Path data) {
    String seed = "";
    for (int i = 0; i < size; i++) {
      String name = "node-" + (char) ('a' + i);
      nodes.add(
          Nodes.start(
              new NodeOptions(
                  name,
                  "127.0.0.1",
                  0,
                  seed.isEmpty() ? List.of() : List.of(seed),
                  List.of(),
                  data.resolve(name),
                  "",
                  true,
                  Optional.of(ConductedCluster.PATIENT))));
      seed = seed.isEmpty() ? nodes.get(0).address().replaceFirst(".*@", "") : seed;
    }
    await(() -> nodes.stream().allMatch(node -> up(node, size)));
  }

  /** Does a node know {@code size} members, all of them up? */
  static boolean up(ClusterNode node, int size) {
    List<MemberInfo> members = node.status().members();
    return members.size() == size && members.stream().allMatch(it -> it.status().equals("up"));
  }

  ClusterNode node(int number) {
    return nodes.get(number);
  }

  /** Waits for something that happens sooner or later; gives up after a minute. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  @Override
  public void close() {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      nodes.get(i).close();
    }
  }
}
