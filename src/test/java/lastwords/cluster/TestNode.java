package lastwords.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.NodeOptions;

/** A node in a process of its own, for tests: ends when its standard input does. */
public final class TestNode {
  private TestNode() {}

  /**
   * @param args name, seed node (empty: none), folder
   */
  public static void main(String[] args) throws IOException {
    List<String> seeds = args[1].isEmpty() ? List.of() : List.of(args[1]);
    ClusterNode node =
        Nodes.start(
            new NodeOptions(
                args[0],
                "127.0.0.1",
                0,
                seeds,
                List.of(),
                Path.of(args[2]),
                "",
                true,
                Optional.empty()));
    System.out.println("@@ " + node.address());
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
    Runtime.getRuntime().halt(0);
  }
}
