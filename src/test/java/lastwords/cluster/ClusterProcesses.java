package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import lastwords.cluster.local.LocalNode;
import lastwords.cluster.local.NodeProcess;
import lastwords.cluster.local.Ports;
import lastwords.cluster.node.ClusterStatus;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.RunReport;
import lastwords.web.ApiClient;
import lastwords.web.ApiException;

/**
 * A cluster of real JVMs for tests: node-1, node-2, ... They end with this process, whatever
 * becomes of it, since each reads its standard input and ends where that does.
 */
public final class ClusterProcesses implements AutoCloseable {
  private static final TypeReference<ClusterStatus> STATUS = new TypeReference<>() {};
  private static final TypeReference<MachineInfo> MACHINE = new TypeReference<>() {};
  private static final TypeReference<FaultInfo> FAULT = new TypeReference<>() {};
  private static final TypeReference<RunReport> REPORT = new TypeReference<>() {};
  private static final TypeReference<List<PartInfo>> PARTS = new TypeReference<>() {};
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Of waiting for anything: a machine of two loaded cores is slow. */
  private static final Duration LONG = Duration.ofSeconds(120);

  private static final long LOOK_MILLIS = 100;

  private final Path folder;
  private final List<Member> members = new ArrayList<>();

  private static final class Member {
    private final String name;
    private final int port;
    private final int http;
    private Process process;

    Member(String name, int port, int http) {
      this.name = name;
      this.port = port;
      this.http = http;
    }

    String url() {
      return "http://127.0.0.1:" + http;
    }
  }

  private ClusterProcesses(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts so many nodes and waits until each sees all of them up.
   *
   * @param folder for data and logs
   */
  public static ClusterProcesses start(Path folder, int nodes) {
    ClusterProcesses cluster = new ClusterProcesses(folder);
    try {
      List<Integer> ports = Ports.free(2 * nodes);
      for (int i = 0; i < nodes; i++) {
        cluster.members.add(new Member("node-" + (i + 1), ports.get(i), ports.get(nodes + i)));
      }
      cluster.members.forEach(cluster::launch);
      cluster.names().forEach(name -> cluster.awaitMembers(name, cluster.names()));
      return cluster;
    } catch (IOException e) {
      cluster.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private void launch(Member member) {
    List<String> arguments = new ArrayList<>(List.of("node", "--name", member.name));
    arguments.addAll(List.of("--port", Integer.toString(member.port)));
    arguments.addAll(List.of("--http", Integer.toString(member.http)));
    arguments.addAll(List.of("--data", folder.resolve(member.name).toString()));
    arguments.addAll(List.of("--partitions", "--exit-with-stdin"));
    members.forEach(it -> arguments.addAll(List.of("--seed-node", "127.0.0.1:" + it.port)));
    try {
      Files.createDirectories(folder.resolve(member.name));
      member.process =
          new ProcessBuilder(NodeProcess.command(arguments))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log(member.name).toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all nodes, dead or alive. */
  public List<String> names() {
    return members.stream().map(it -> it.name).toList();
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** What a node said on its standard streams. */
  public String said(String name) {
    try {
      return Files.readString(log(name));
    } catch (IOException e) {
      return "";
    }
  }

  private Member member(String name) {
    return members.stream().filter(it -> it.name.equals(name)).findFirst().orElseThrow();
  }

  /** Talks to one node. */
  public ApiClient client(String name) {
    return new ApiClient(member(name).url(), Optional.empty(), Optional.empty());
  }

  /** The cluster as one node sees it. */
  public ClusterStatus status(String name) {
    return io(() -> client(name).get("/v1/cluster", STATUS, PATIENCE));
  }

  /** Waits until that node sees exactly these nodes, all of them up and reachable. */
  public void awaitMembers(String name, List<String> expected) {
    await(
        name + " sees " + expected + " up",
        () ->
            status(name).members().stream()
                    .filter(it -> it.status().equals("up") && it.reachable())
                    .map(it -> it.name())
                    .sorted()
                    .toList()
                    .equals(expected)
                && status(name).members().size() == expected.size());
  }

  /** Waits until a condition holds; a node that does not answer is asked again. */
  public void await(String what, Callable<Boolean> condition) {
    long deadline = System.nanoTime() + LONG.toNanos();
    String last = "";
    while (System.nanoTime() < deadline) {
      try {
        if (condition.call()) {
          return;
        }
        last = "it did not hold";
        Thread.sleep(LOOK_MILLIS);
      } catch (ApiException | UncheckedIOException e) {
        last = e.toString();
        pause();
      } catch (Exception e) {
        throw new IllegalStateException(what, e);
      }
    }
    throw new AssertionError("waited for: " + what + "; " + last + logs());
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String logs() {
    StringBuilder text = new StringBuilder();
    for (Member member : members) {
      List<String> lines = said(member.name).lines().toList();
      text.append("\n--- ").append(member.name);
      lines
          .subList(Math.max(0, lines.size() - 15), lines.size())
          .forEach(it -> text.append("\n" + it));
    }
    return text.toString();
  }

  /**
   * Launches a shipped scenario by way of one node.
   *
   * @param order members of the request beside scenario and name: {@code spread}, {@code speed}
   */
  public MachineInfo launch(String node, String scenario, String name, Map<String, Object> order) {
    Map<String, Object> all = new LinkedHashMap<>(order);
    all.put("scenario", scenario);
    all.put("name", name);
    return io(() -> client(node).post("/v1/machines", lastwords.web.ApiJson.text(all), MACHINE));
  }

  public MachineInfo machine(String node, String id) {
    return io(() -> client(node).get("/v1/machines/" + id, MACHINE));
  }

  /** pause, resume or stop. */
  public MachineInfo order(String node, String id, String order) {
    return io(() -> client(node).post("/v1/machines/" + id + "/" + order, "", MACHINE));
  }

  public List<PartInfo> parts(String node, String id) {
    return io(() -> client(node).get("/v1/machines/" + id + "/parts", PARTS));
  }

  public FaultInfo inject(String node, String id, String fault) {
    return io(() -> client(node).postText("/v1/machines/" + id + "/faults", fault, FAULT));
  }

  /** Waits until the machine is as wanted. */
  public MachineInfo awaitMachine(String node, String id, Predicate<MachineInfo> wanted) {
    List<MachineInfo> found = new ArrayList<>();
    await(
        "machine " + id,
        () -> {
          found.add(machine(node, id));
          return wanted.test(found.get(found.size() - 1));
        });
    return found.get(found.size() - 1);
  }

  /** Waits for the run's end; what came of it. */
  public RunReport awaitReport(String node, String id) {
    MachineInfo ended = awaitMachine(node, id, it -> it.state().over());
    assertThat(ended.state()).as(ended.outcome()).isEqualTo(MachineInfo.State.ENDED);
    return io(() -> client(node).get("/v1/machines/" + id + "/report", REPORT));
  }

  /** The machine's trace as JSON lines, as far as it has come. */
  public List<String> trace(String node, String id) {
    return io(
        () -> {
          try (InputStream in = client(node).stream("/v1/machines/" + id + "/trace")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
          }
        });
  }

  /** The recording of a machine that has ended, as a file. */
  public Path recording(String node, String id) {
    return io(
        () -> {
          Path file = folder.resolve(id + ".recording");
          try (InputStream in = client(node).stream("/v1/machines/" + id + "/recording")) {
            Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          }
          return file;
        });
  }

  /** SIGSTOP. */
  public void stop(String name) {
    signal(name, "STOP");
  }

  /** SIGCONT. */
  public void cont(String name) {
    signal(name, "CONT");
  }

  /** SIGKILL; returns when the process is gone. */
  public void kill(String name) {
    member(name).process.destroyForcibly();
    awaitGone(name);
  }

  /** SIGTERM; returns when the process is gone: its exit code. */
  public int terminate(String name) {
    member(name).process.toHandle().destroy(); // Process.destroy() would close its input, too
    awaitGone(name);
    return member(name).process.exitValue();
  }

  /** Waits until a node's process has ended. */
  public void awaitGone(String name) {
    await(name + " is gone", () -> !member(name).process.isAlive());
  }

  /** Starts a node that is gone again, under its name and on its ports. */
  public void restart(String name) {
    assertThat(member(name).process.isAlive()).isFalse();
    launch(member(name));
  }

  private void signal(String name, String signal) {
    ProcessHandle handle = member(name).process.toHandle();
    long started = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    io(
        () -> {
          new LocalNode(name, handle.pid(), started, 0, "").signal(signal);
          return true;
        });
  }

  /** Cuts the network between two nodes, at the transport. */
  public void cut(String one, String other) {
    partition(one, other, true);
  }

  /** Mends it. */
  public void mend(String one, String other) {
    partition(one, other, false);
  }

  private void partition(String one, String other, boolean cut) {
    String json = "{\"from\":\"" + one + "\",\"to\":\"" + other + "\",\"cut\":" + cut + "}";
    io(
        () -> {
          client(one).post("/v1/partitions", json);
          return true;
        });
  }

  private static <T> T io(Callable<T> call) {
    try {
      return call.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    for (Member member : members) {
      if (member.process != null) {
        member.process.destroyForcibly();
      }
    }
    for (Member member : members) {
      if (member.process != null) {
        member.process.onExit().join();
      }
    }
  }
}
