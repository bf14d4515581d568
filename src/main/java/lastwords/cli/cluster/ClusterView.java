package lastwords.cli.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.cli.console.Table;
import lastwords.cluster.local.LocalCluster;
import lastwords.cluster.local.LocalNode;
import lastwords.cluster.node.ClusterStatus;
import lastwords.cluster.node.MemberInfo;
import lastwords.cluster.node.TraceNotice;
import lastwords.web.ApiClient;
import lastwords.web.ApiException;

/**
 * The nodes of a cluster: their processes, and what the members report.
 *
 * @param status as seen by the first node that answers; empty if none does
 * @param nodes one entry per node
 */
record ClusterView(Optional<ClusterStatus> status, List<Node> nodes) {
  private static final TypeReference<ClusterStatus> STATUS = new TypeReference<>() {};
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /**
   * A node.
   *
   * @param name its name
   * @param state up, leaving, unreachable, ... ; if it is not a member: dead, stopped
   * @param pid its process, 0 if that is on another machine
   * @param url its HTTP interface
   * @param collector does it collect the trace?
   * @param note the reason for its state
   */
  record Node(String name, String state, long pid, String url, boolean collector, String note) {}

  ClusterView {
    nodes = List.copyOf(nodes);
  }

  /** Queries one node of a cluster, which may be remote. */
  static ClusterView of(ApiClient client) throws IOException, InterruptedException {
    ClusterStatus status = client.get("/v1/cluster", STATUS);
    List<Node> nodes = status.members().stream().map(it -> member(it, status, 0)).toList();
    return new ClusterView(Optional.of(status), nodes);
  }

  /** Examines the processes on this machine and queries the first one that answers. */
  static ClusterView of(LocalCluster cluster, OnOptions on)
      throws IOException, InterruptedException {
    Optional<ClusterStatus> status = Optional.empty();
    for (LocalNode node : cluster.nodes()) {
      if (status.isEmpty() && node.running()) {
        status = ask(on.client(node.url()));
      }
    }
    List<Node> nodes = new ArrayList<>();
    for (LocalNode node : cluster.nodes()) {
      nodes.add(node(node, status));
    }
    return new ClusterView(status, nodes);
  }

  /** The report of one node; empty if it does not answer. */
  static Optional<ClusterStatus> ask(ApiClient client) throws InterruptedException {
    try {
      return Optional.of(client.get("/v1/cluster", STATUS, PATIENCE));
    } catch (ApiException | IOException e) {
      return Optional.empty();
    }
  }

  private static Node node(LocalNode node, Optional<ClusterStatus> status) {
    Optional<MemberInfo> member =
        status.flatMap(
            it -> it.members().stream().filter(m -> m.name().equals(node.name())).findFirst());
    String seen = member.map(ClusterView::state).orElse("not a member");
    boolean collector = status.map(it -> it.collector().equals(node.name())).orElse(false);
    if (!node.alive()) {
      String note = "process " + node.pid() + " is gone; the other nodes see it as: " + seen;
      return new Node(node.name(), "dead", node.pid(), node.url(), false, note);
    }
    if (node.stopped()) {
      String note = "stopped by SIGSTOP; the other nodes see it as: " + seen;
      return new Node(node.name(), "stopped", node.pid(), node.url(), collector, note);
    }
    String note = status.isEmpty() ? "does not answer yet" : "";
    String state = status.isEmpty() ? "starting" : seen;
    return new Node(node.name(), state, node.pid(), node.url(), collector, note);
  }

  private static Node member(MemberInfo it, ClusterStatus status, long pid) {
    String name = it.name().isEmpty() ? it.address() : it.name();
    boolean collector = status.collector().equals(it.name());
    return new Node(name, state(it), pid, it.http(), collector, "");
  }

  private static String state(MemberInfo member) {
    return member.reachable() ? member.status() : member.status() + ", unreachable";
  }

  /** Does every node see {@code count} members, all of them up? */
  static boolean complete(Optional<ClusterStatus> status, int count) {
    return status
        .map(
            it ->
                it.members().size() == count
                    && it.members().stream()
                        .allMatch(m -> m.status().equals("up") && m.reachable()))
        .orElse(false);
  }

  /** Notices about traces. */
  List<TraceNotice> traces() {
    return status.map(ClusterStatus::traces).orElse(List.of());
  }

  /** These notices, in lines. */
  List<String> traceLines() {
    List<String> lines = new ArrayList<>();
    if (status.isPresent() && status.get().collector().isEmpty()) {
      lines.add("no node collects the trace at the moment");
    }
    traces().forEach(it -> lines.add(it.node() + ": " + it.text()));
    return lines;
  }

  Table table() {
    Table table = new Table("node", "state", "pid", "url", "");
    for (Node it : nodes) {
      String note = it.collector() ? "collects the trace" : it.note();
      String pid = it.pid() == 0 ? "" : Long.toString(it.pid());
      table.row(it.name(), it.state(), pid, it.url(), note);
    }
    return table;
  }
}
