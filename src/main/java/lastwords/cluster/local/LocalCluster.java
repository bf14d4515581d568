package lastwords.cluster.local;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lastwords.json.Json;
import lastwords.kernelc.source.NearestName;
import lastwords.scenario.hocon.ScenarioException;

/** A cluster of processes on this host, with all its data under one folder. */
public final class LocalCluster {
  /** Node argument: the nodes have no key. */
  public static final String INSECURE = "--insecure";

  private static final long LEAVE_MILLIS = 20_000;
  private static final long KILL_MILLIS = 10_000;
  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;
  private final List<LocalNode> nodes;

  private LocalCluster(Path folder, List<LocalNode> nodes) {
    this.folder = folder;
    this.nodes = new ArrayList<>(nodes);
  }

  /** The default folder. */
  public static Path standardFolder() {
    String set = System.getProperty("lastwords.state", "");
    if (!set.isEmpty()) {
      return Path.of(set);
    }
    String state = Optional.ofNullable(System.getenv("XDG_STATE_HOME")).orElse("");
    Path base =
        state.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return base.resolve("lastwords").resolve("cluster");
  }

  /** The cluster under that folder, if it was started and not ended; its nodes may be dead. */
  public static Optional<LocalCluster> find(Path folder) throws IOException {
    Path file = file(folder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<LocalNode> nodes =
        Json.mapper().readValue(Files.readString(file), new TypeReference<List<LocalNode>>() {});
    return Optional.of(new LocalCluster(folder, nodes));
  }

  private static Path file(Path folder) {
    return folder.resolve("cluster.json");
  }

  /**
   * Starts nodes node-1, node-2, ... on free ports, with a key of their own. They take a few
   * seconds to join.
   *
   * @param arguments of each node, in addition to name, ports and folder
   */
  public static LocalCluster start(Path folder, int count, List<String> arguments)
      throws IOException {
    delete(folder);
    PrivateFiles.folder(folder);
    List<Integer> ports = Ports.free(2 * count);
    List<LocalNode> planned =
        IntStream.range(0, count)
            .mapToObj(i -> planned("node-" + (i + 1), ports.get(i), ports.get(count + i)))
            .toList();
    LocalCluster cluster = new LocalCluster(folder, planned);
    try {
      cluster.saveArguments(arguments);
      for (LocalNode node : planned) {
        cluster.launch(node);
      }
    } catch (IOException | RuntimeException e) {
      cluster.end();
      throw e;
    }
    return cluster;
  }

  private void saveArguments(List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(arguments);
    if (!arguments.contains(INSECURE)) {
      Path keys = folder.resolve("keys");
      ClusterKeys.create(keys);
      all.addAll(List.of("--keys", keys.toAbsolutePath().toString()));
    }
    Files.writeString(PrivateFiles.file(folder.resolve("arguments.json")), Json.of(all));
  }

  private static LocalNode planned(String name, int port, int http) {
    return new LocalNode(name, 0, 0, port, "http://" + LOOPBACK + ":" + http);
  }

  /** Restarts a node on the same ports and folder. */
  public void restart(String name) throws IOException {
    LocalNode node = node(name);
    if (node.alive()) {
      throw new ScenarioException(
          List.of(name + " runs as process " + node.pid() + "; kill it with: kill-node " + name));
    }
    launch(node);
  }

  private void launch(LocalNode node) throws IOException {
    Path home = PrivateFiles.folder(folder.resolve(node.name()));
    List<String> arguments = new ArrayList<>(List.of("node", "--name", node.name()));
    arguments.addAll(List.of("--port", Integer.toString(node.port())));
    arguments.addAll(List.of("--http", node.url().substring(node.url().lastIndexOf(':') + 1)));
    arguments.addAll(List.of("--data", home.resolve("data").toString(), "--partitions"));
    if (Boolean.getBoolean("lastwords.tied")) { // to a test, which may die
      arguments.addAll(List.of("--exit-with", Long.toString(ProcessHandle.current().pid())));
    }
    nodes.forEach(it -> arguments.addAll(List.of("--seed-node", LOOPBACK + ":" + it.port())));
    arguments.addAll(
        Json.mapper()
            .readValue(
                Files.readString(folder.resolve("arguments.json")),
                new TypeReference<List<String>>() {}));
    LocalNode started =
        NodeProcess.detached(
            node.name(), node.port(), node.url(), arguments, home.resolve("output.log"));
    nodes.replaceAll(it -> it.name().equals(node.name()) ? started : it);
    save();
  }

  private void save() throws IOException {
    Path next = PrivateFiles.file(folder.resolve("cluster.json.new"));
    Files.writeString(next, Json.pretty(nodes));
    Files.move(next, file(folder), StandardCopyOption.ATOMIC_MOVE);
  }

  public Path folder() {
    return folder;
  }

  /** All nodes, dead ones included. */
  public List<LocalNode> nodes() {
    return List.copyOf(nodes);
  }

  /** The node of that name. */
  public LocalNode node(String name) {
    List<String> names = nodes.stream().map(LocalNode::name).toList();
    return nodes.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ScenarioException(
                    List.of(
                        "no node '"
                            + name
                            + "' in the local cluster; there are "
                            + String.join(", ", names)
                            + NearestName.hint(name, names))));
  }

  /** A node's output file. */
  public Path log(String name) {
    return folder.resolve(name).resolve("output.log");
  }

  /**
   * Ends all nodes: asks them to leave, kills those that do not, and deletes the folder.
   *
   * @return the names of those that had to be killed
   */
  public List<String> end() throws IOException {
    for (LocalNode node : nodes) {
      node.signal("TERM");
      node.signal("CONT");
    }
    List<String> killed = new ArrayList<>();
    try {
      long deadline = System.nanoTime() + LEAVE_MILLIS * 1_000_000;
      for (LocalNode node : nodes) {
        node.awaitEnd(Math.max(0, (deadline - System.nanoTime()) / 1_000_000));
      }
      killed.addAll(nodes.stream().filter(LocalNode::alive).map(LocalNode::name).toList());
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    delete(folder);
    return killed;
  }

  /** Kills all nodes at once, and waits until they are gone. */
  public void kill() throws IOException {
    for (LocalNode node : nodes) {
      node.signal("KILL");
    }
    for (LocalNode node : nodes) {
      try {
        node.awaitEnd(KILL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Deletes a cluster's folder, unless it contains other files. */
  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      String strange =
          inside
              .map(it -> it.getFileName().toString())
              .filter(it -> !it.matches("cluster\\.json(\\.new)?|arguments\\.json|keys|node-\\d+"))
              .collect(Collectors.joining(", "));
      if (!strange.isEmpty()) {
        throw new ScenarioException(
            List.of(folder + ": contains other files, which would be deleted: " + strange));
      }
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
