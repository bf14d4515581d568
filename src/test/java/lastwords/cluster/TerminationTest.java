package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lastwords.cluster.node.ClusterNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes end, whatever their connections do. */
final class TerminationTest {
  /** Without a bound about one pair in four did not end. */
  private static final int PAIRS = 6;

  @TempDir private Path folder;

  @Test
  void nodesThatTalkByTlsEndWhenBothCloseAtOnce() throws IOException {
    TlsNodes nodes = new TlsNodes(folder);
    List<ClusterNode> all = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      ClusterNode one = nodes.start("a" + i, List.of());
      ClusterNode two = nodes.start("b" + i, List.of(one.address().replaceFirst(".*@", "")));
      TestCluster.await(() -> TestCluster.up(one, 2) && TestCluster.up(two, 2));
      all.addAll(List.of(one, two));
    }
    ExecutorService closers = Executors.newFixedThreadPool(all.size());
    CompletableFuture<?>[] closes =
        all.stream()
            .map(node -> CompletableFuture.runAsync(node::close, closers))
            .toArray(CompletableFuture[]::new);
    closers.shutdown();
    assertThat(CompletableFuture.allOf(closes)).succeedsWithin(Duration.ofMinutes(5));
  }
}
