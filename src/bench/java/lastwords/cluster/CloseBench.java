package lastwords.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lastwords.cluster.node.ClusterNode;

/** Starts and closes pairs of TLS nodes, both ends at once, and prints how long closing took. */
public final class CloseBench {
  private CloseBench() {}

  /**
   * Measures.
   *
   * @param args number of pairs; "leave" if they are to leave first
   */
  public static void main(String[] args) throws Exception {
    int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 150;
    boolean leave = args.length > 1 && args[1].equals("leave");
    Path folder = Files.createTempDirectory("lastwords-close-");
    TlsNodes nodes = new TlsNodes(folder);
    List<Long> millis = new ArrayList<>();
    int over = 0;
    for (int i = 0; i < pairs; i++) {
      ClusterNode one = nodes.start("a" + i, List.of());
      ClusterNode two = nodes.start("b" + i, List.of(one.address().replaceFirst(".*@", "")));
      TestCluster.await(() -> TestCluster.up(one, 2) && TestCluster.up(two, 2));
      long begin = System.nanoTime();
      CompletableFuture<?> first = CompletableFuture.runAsync(leave ? one::leave : one::close);
      CompletableFuture<?> second = CompletableFuture.runAsync(leave ? two::leave : two::close);
      try {
        CompletableFuture.allOf(first, second).get(120, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        over++;
      }
      millis.add((System.nanoTime() - begin) / 1_000_000);
    }
    millis.sort(null);
    System.out.printf(
        "%d pairs closed: %d not within 120 s; median %d ms, 95 %% %d ms, longest %d ms%n",
        pairs, over, millis.get(pairs / 2), millis.get(pairs * 95 / 100), millis.get(pairs - 1));
    System.exit(over == 0 ? 0 : 1);
  }
}
