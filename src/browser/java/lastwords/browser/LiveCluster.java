package lastwords.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lastwords.cluster.Nodes;
import lastwords.cluster.local.Ports;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.MemberInfo;
import lastwords.cluster.node.NodeOptions;
import lastwords.scenario.Catalog;
import lastwords.web.HttpApi;
import lastwords.web.HttpOptions;

/** A cluster in this process whose nodes node-a, node-b, … each serve HTTP. */
final class LiveCluster implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final List<ClusterNode> nodes = new ArrayList<>();
  private final List<HttpApi> apis = new ArrayList<>();

  LiveCluster(int size, Path folder) throws IOException {
    List<Integer> ports = Ports.free(size);
    for (int i = 0; i < size; i++) {
      HttpOptions http = HttpOptions.loopback(ports.get(i));
      nodes.add(Nodes.start(options(i, folder, HttpApi.url(http))));
      apis.add(new HttpApi(nodes.get(i), Catalog.standard(), http));
    }
    awaitMembers(size);
  }

  private NodeOptions options(int number, Path folder, String url) {
    String name = "node-" + (char) ('a' + number);
    List<String> seeds =
        nodes.stream().limit(1).map(it -> it.address().replaceFirst(".*@", "")).toList();
    return new NodeOptions(
        name, "127.0.0.1", 0, seeds, List.of(), folder.resolve(name), url, false, Optional.empty());
  }

  private void awaitMembers(int size) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!nodes.stream().allMatch(node -> up(node) == size)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the nodes do not find each other");
      }
      Thread.onSpinWait();
    }
  }

  private static long up(ClusterNode node) {
    return node.status().members().stream().map(MemberInfo::status).filter("up"::equals).count();
  }

  ClusterNode node(int number) {
    return nodes.get(number);
  }

  /** The address of a node's page. */
  String page(int number) {
    return apis.get(number).url() + "/";
  }

  /** Ends a node and its page. */
  void leave(int number) {
    apis.get(number).close();
    nodes.get(number).close();
  }

  @Override
  public void close() {
    apis.forEach(HttpApi::close);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      nodes.get(i).close();
    }
  }
}
