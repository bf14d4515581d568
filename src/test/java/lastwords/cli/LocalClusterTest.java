package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import lastwords.cluster.local.LocalCluster;
import lastwords.cluster.local.LocalNode;
import lastwords.cluster.local.NodeProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of processes, started, disturbed and stopped by the command line. */
final class LocalClusterTest {
  /** Lines whose JSON is checked against its schema here. */
  static final List<String> JSON_LINES =
      List.of("cluster up", "cluster down", "cont-node node-1", "restart-node node-1");

  private static final long PATIENCE_NANOS = 120_000_000_000L;

  @TempDir private Path folder;

  @BeforeAll
  static void tie() {
    System.setProperty("lastwords.tied", "true");
  }

  @AfterAll
  static void untie() {
    System.clearProperty("lastwords.tied");
  }

  @AfterEach
  void leaveNothingBehind() throws IOException {
    Optional<LocalCluster> left = LocalCluster.find(home());
    if (left.isPresent()) {
      left.get().kill();
    }
  }

  private Path home() {
    return folder.resolve("cluster");
  }

  private String told(String line) {
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    words.addAll(List.of("--dir", home().toString()));
    Cli done = Cli.run(words);
    assertThat(done.code()).as(line + "\n" + done.err()).isEqualTo(ExitCode.OK);
    return done.out();
  }

  private void await(String row) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    String status = told("cluster status");
    while (!status.matches("(?s).*" + row + ".*")) {
      assertThat(System.nanoTime()).as(row + "\n" + status).isLessThan(deadline);
      Thread.sleep(200);
      status = told("cluster status");
    }
  }

  @Test
  void nodesAreStoppedKilledAndStartedAgain() throws Exception {
    assertThat(told("cluster up --nodes 3")).contains("node-1  http://127.0.0.1:");
    assertThat(Cli.run("cluster", "up", "--dir", home().toString()).err())
        .contains("a cluster of 3 nodes is already running");
    nothingIsForOthers();
    told("launch logbuf-scenario-2 --name demo --spread --speed 10 --wait");

    assertThat(told("stop-node node-2")).isEqualTo("node-2 is stopped\n");
    await("node-2 +stopped +\\d+ +\\S+ +stopped by SIGSTOP");
    assertThat(told("cont-node node-2")).isEqualTo("node-2 continues\n");
    await("node-2 +up ");

    assertThat(told("kill-node node-2")).isEqualTo("node-2 is dead\n");
    await("node-2 +dead +\\d+ +\\S+ +process \\d+ is gone");
    assertThat(Cli.run("stop-node", "node-2", "--dir", home().toString()).err())
        .contains("node-2 is dead; restart it");
    assertThat(told("restart-node node-2")).isEqualTo("node-2 is restarted\n");
    await("node-2 +up ");

    largeRequestsDoNotFillTheMemory();
    List<LocalNode> nodes = LocalCluster.find(home()).orElseThrow().nodes();
    assertThat(told("cluster down")).isEqualTo("3 nodes have stopped\n");
    assertThat(nodes).noneMatch(LocalNode::alive);
    assertThat(home()).doesNotExist();
  }

  private void nothingIsForOthers() throws IOException {
    try (Stream<Path> all = Files.walk(home())) {
      for (Path path : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .endsWith("------");
      }
    }
    assertThat(home().resolve("keys")).isDirectoryContaining("glob:**/node.p12");
  }

  /** The node has 256 MiB. */
  private void largeRequestsDoNotFillTheMemory() throws Exception {
    String url = LocalCluster.find(home()).orElseThrow().nodes().get(0).url();
    String body = "{\"bundle\":{\"title\":\"" + "x".repeat(4_000_000) + "\"}}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v1/machines"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(client.sendAsync(request, BodyHandlers.ofString()));
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      int status = answer.handle((it, cut) -> cut == null ? it.statusCode() : 0).join();
      assertThat(status).isIn(400, 503, 0);
    }
    assertThat(told("ps")).contains("demo");
  }

  @Test
  void whatIsDoneToNodesIsToldAsJson() throws Exception {
    JsonSchemas.valid("cluster-up", told("cluster up --nodes 1 --json"));
    told("stop-node node-1");
    JsonSchemas.valid("cluster", told("cluster status --json"));
    JsonSchemas.valid("node", told("cont-node node-1 --json"));
    told("kill-node node-1");
    JsonSchemas.valid("cluster", told("cluster status --json"));
    JsonSchemas.valid("node", told("restart-node node-1 --json"));
    assertThat(JsonSchemas.valid("cluster-down", told("cluster down --json")).get("ended").asInt())
        .isEqualTo(1);
  }

  @Test
  void ctrlCWhileItStartsLeavesNothing() throws Exception {
    assumeFalse(ignoresInterrupts(), "started in the background, where Ctrl-C is ignored");
    Path out = folder.resolve("out");
    List<String> words = List.of("cluster", "up", "--nodes", "2", "--dir", home().toString());
    Process up =
        new ProcessBuilder(NodeProcess.command(words))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      while (!Files.exists(home().resolve("cluster.json")) && up.isAlive()) {
        Thread.sleep(20);
      }
      List<LocalNode> nodes = LocalCluster.find(home()).orElseThrow().nodes();
      new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();
      assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(up.exitValue()).as(Files.readString(out)).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(nodes).noneMatch(LocalNode::alive);
      assertThat(home()).doesNotExist();
    } finally {
      up.destroyForcibly();
    }
  }

  /** Is SIGINT ignored? Processes inherit that, for example when a shell starts them with an &. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  @Test
  void aPortForEverybodyHasToBeAskedFor() {
    Cli refused = Cli.run("node", "--host", "192.0.2.1", "--port", "1");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("could join and control it", "--keys", "--insecure");
    Cli insecure = Cli.run("node", "--port", "1", "--host", "192.0.2.1", "--insecure");
    assertThat(insecure.err()).contains("--insecure: anyone who can reach 192.0.2.1:1 can join");
    Cli keyless = Cli.run("node", "--keys", home().toString());
    assertThat(keyless.code()).isEqualTo(ExitCode.USAGE);
    assertThat(keyless.err()).contains("does not contain node.p12", "lastwords cluster keys");
  }

  @Test
  void aNodeThatCannotStartSaysWhy() {
    Cli done = Cli.run("node", "--host", "192.0.2.1", "--port", "1", "--insecure");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("the node cannot start");
    assertThat(Cli.run("node", "--http", "0.0.0.0:0").err()).contains("--http-token-file");
    assertThat(Cli.run("node", "--seed-node", "x").err()).contains("expected HOST:PORT");
  }
}
