package lastwords.cli.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.cluster.local.LocalCluster;
import lastwords.cluster.local.LocalNode;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.web.ApiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords cluster up}. */
@Command(
    name = "up",
    description =
        "Starts nodes on this host, one process each, and waits until they form a cluster.",
    sortOptions = false)
final class ClusterUpCommand extends ClusterCall {
  private static final int MOST_NODES = 16;
  private static final int LINES_OF_LOG = 5;
  private static final long LOOK_MILLIS = 150;

  private final Output output;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "number of nodes; default: ${DEFAULT-VALUE}")
  private int nodes = 3;

  @Mixin private LocalClusterOption local;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      description = "timeout; default: ${DEFAULT-VALUE}")
  private int seconds = 120;

  @Option(
      names = "--insecure",
      description = "no keys: every process on this host can join and control the nodes")
  private boolean insecure;

  @Option(names = "--json", description = "prints JSON instead of a table")
  private boolean json;

  ClusterUpCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    if (nodes < 1 || nodes > MOST_NODES) {
      throw new ScenarioException(List.of("--nodes " + nodes + ": expected 1 to " + MOST_NODES));
    }
    Path home = local.folder();
    refuseASecond(home);
    LocalCluster cluster =
        LocalCluster.start(home, nodes, insecure ? List.of(LocalCluster.INSECURE) : List.of());
    boolean complete = false;
    try {
      await(cluster);
      complete = true;
    } finally {
      if (!complete) {
        cluster.kill();
        cluster.end();
      }
    }
    if (output.progressLine()) {
      output.rewind();
      output.err().print(" ".repeat(40));
      output.rewind();
    }
    if (insecure) {
      output.complain("--insecure: every process on this host can join and control these nodes");
    }
    tell(cluster);
    return ExitCode.OK;
  }

  private void refuseASecond(Path home) throws IOException {
    Optional<LocalCluster> there = LocalCluster.find(home);
    long alive = there.map(it -> it.nodes().stream().filter(LocalNode::alive).count()).orElse(0L);
    if (alive > 0) {
      throw new ScenarioException(
          List.of(
              "a cluster of "
                  + Wording.count(there.orElseThrow().nodes().size(), "node")
                  + " is already running in "
                  + home
                  + "; see 'lastwords cluster status', or stop it with 'lastwords cluster down'"));
    }
  }

  private void await(LocalCluster cluster) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + seconds * 1_000_000_000L;
    List<LocalNode> waiting = new ArrayList<>(cluster.nodes());
    while (!waiting.isEmpty()) {
      checkAlive(cluster);
      if (System.nanoTime() > deadline) {
        throw new ScenarioException(
            List.of(
                "after "
                    + seconds
                    + " s "
                    + waiting.stream().map(LocalNode::name).toList()
                    + " did not see all "
                    + Wording.count(nodes, "node")
                    + " up",
                last(cluster, waiting.get(0))));
      }
      LocalNode next = waiting.get(0);
      ApiClient client = new ApiClient(next.url(), Optional.empty(), Optional.empty());
      if (ClusterView.complete(ClusterView.ask(client), nodes)) {
        waiting.remove(next);
      } else {
        progress(nodes - waiting.size());
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  private void progress(int up) {
    if (output.progressLine()) {
      output.rewind();
      output.err().print(up + " of " + Wording.count(nodes, "node") + " up");
      output.err().flush();
    }
  }

  private static void checkAlive(LocalCluster cluster) throws IOException {
    for (LocalNode node : cluster.nodes()) {
      if (!node.alive()) {
        throw new ScenarioException(
            List.of(node.name() + " exited while starting", last(cluster, node)));
      }
    }
  }

  /** The last lines of a node's log, before it is deleted. */
  private static String last(LocalCluster cluster, LocalNode node) throws IOException {
    Path log = cluster.log(node.name());
    if (!Files.exists(log)) {
      return node.name() + " printed nothing";
    }
    List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size());
    return last.isEmpty() ? node.name() + " printed nothing" : String.join("\n", last);
  }

  private static Map<String, Object> nodes(LocalCluster cluster) {
    return Map.of("folder", cluster.folder().toString(), "nodes", cluster.nodes());
  }

  private void tell(LocalCluster cluster) {
    if (json) {
      output.out().println(ClusterJson.of("cluster-up", nodes(cluster)));
      return;
    }
    Table table = new Table("node", "url", "pid");
    cluster.nodes().forEach(it -> table.row(it.name(), it.url(), Long.toString(it.pid())));
    table.print(output);
    output.out().println();
    output.out().println("a browser shows the cluster at each url");
    output.out().println("logs and traces are in " + cluster.folder());
    String launch = output.asTyped("lastwords launch logbuf-scenario-3 --spread");
    output.command("next: " + launch + "; ", "lastwords cluster down");
  }
}
