package lastwords.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.MemberInfo;
import lastwords.cluster.node.NodeOptions;

/**
 * A cluster of real processes and, as its youngest member, this one, which conducts: so everything
 * that lives on the oldest member lives in a process that can be killed.
 */
final class ConductedCluster implements AutoCloseable {
  private static final Path QUICK = Path.of("src/test/resources/live/quick.conf");
  static final Path PATIENT = Path.of("src/test/resources/live/patient.conf");

  private final Path data;
  private final Path config;
  private final Map<String, Process> processes = new TreeMap<>();
  private final ClusterNode conductor;
  private String seed = "";

  /**
   * Starts nodes of these names, then this process as node "conductor"; waits until all are up. A
   * node is gone if it is killed or the test declares it {@link #lose lost}, and not before.
   */
  ConductedCluster(Path data, String... names) {
    this(data, 0, PATIENT, names);
  }

  /** As above, with nodes that detect quickly by themselves that one of them is gone. */
  static ConductedCluster quick(Path data, String... names) {
    return quick(data, 0, names);
  }

  /**
   * As above, with a port for this process: the side with the lowest one wins when equal halves
   * lose each other.
   */
  static ConductedCluster quick(Path data, int port, String... names) {
    return new ConductedCluster(data, port, QUICK, names);
  }

  private ConductedCluster(Path data, int port, Path config, String... names) {
    this.data = data;
    this.config = config;
    for (String name : names) {
      start(name);
    }
    conductor =
        Nodes.start(
            new NodeOptions(
                "conductor",
                "127.0.0.1",
                port,
                List.of(seed),
                List.of(),
                data.resolve("conductor"),
                "",
                true,
                Optional.of(config)));
    awaitUp(names.length + 1);
    seed = conductor.address().replaceFirst(".*@", ""); // no test kills this node
  }

  /** Starts a node that joins the others. */
  void start(String name) {
    start(name, command(name));
  }

  /** Starts a node whose files cannot grow beyond this size: as if its disk were full. */
  void startLimited(String name, int kibibytes) {
    List<String> command = new ArrayList<>();
    String limit = "ulimit -f " + 2 * kibibytes + " && exec \"$0\" \"$@\"";
    command.addAll(List.of("sh", "-c", limit));
    command.addAll(command(name));
    start(name, command);
  }

  private void start(String name, List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      processes.put(name, process);
      String address = address(process);
      seed = seed.isEmpty() ? address.replaceFirst(".*@", "") : seed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(String name) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.add("-XX:-UsePerfData"); // a file that a limited node could not write
    String images = System.getProperty("lastwords.images");
    if (images != null) {
      command.add("-Dlastwords.images=" + images);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TestNode.class.getName());
    command.addAll(List.of(name, seed, data.resolve(name).toString()));
    command.add(config.toString());
    return command;
  }

  private static String address(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder all = new StringBuilder();
    String line = lines.readLine();
    while (line != null && !line.startsWith("@@ ")) {
      all.append(line).append('\n');
      line = lines.readLine();
    }
    if (line == null) {
      throw new AssertionError("the node did not start:\n" + all);
    }
    drain(lines);
    return line.substring(3);
  }

  /** Unread output must not block the process. */
  private static void drain(BufferedReader lines) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (lines.readLine() != null) {
                  Thread.onSpinWait();
                }
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  /** Waits until this many nodes are up, and no others are known. */
  void awaitUp(int count) {
    TestCluster.await(
        () -> {
          List<MemberInfo> members = conductor.status().members();
          return members.size() == count
              && members.stream().allMatch(it -> it.status().equals("up") && it.reachable());
        });
  }

  ClusterNode conductor() {
    return conductor;
  }

  /** Has a node launch a machine, paused; waits until it exists. */
  void launch(String node, String name, String line) {
    try {
      OutputStream out = processes.get(node).getOutputStream();
      out.write((name + " " + line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TestCluster.await(
        () ->
            conductor.machines().stream()
                .anyMatch(it -> it.name().equals(name) && it.state() == State.PAUSED));
  }

  /** SIGSTOP. */
  void stop(String name) {
    signal("STOP", name);
  }

  /** SIGCONT. */
  void go(String name) {
    signal("CONT", name);
  }

  /** SIGKILL; the others know that the node is gone. */
  void kill(String name) {
    processes.remove(name).destroyForcibly();
    lose(name);
  }

  /** Makes the others regard a node as gone; its process may be stopped. */
  void lose(String name) {
    Loss.declare((AkkaClusterNode) conductor, name);
  }

  private void signal(String signal, String name) {
    try {
      String pid = Long.toString(processes.get(name).pid());
      new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    conductor.close();
    processes.values().forEach(Process::destroyForcibly);
  }
}
