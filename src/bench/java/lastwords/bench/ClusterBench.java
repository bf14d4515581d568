package lastwords.bench;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.cluster.Nodes;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.NodeOptions;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.RunReport;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.scenario.setting.Overrides;

/**
 * What messages cost: an interrupt between two processes compared with a bare Akka ask, a step
 * compared with bare messages, lock-step on one and on three nodes. Everything is measured in turn,
 * several times.
 */
public final class ClusterBench {
  private static final int ROUNDS = 5;
  private static final int ASKS = 1_500;
  private static final int STORES = 300_000; // ping.c: STORES, after half as many to warm up
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ClusterNode node;
  private final ActorSystem<Echo.Ping> bare;
  private final ActorRef<Echo.Ping> echo;
  private final ThreadTime bareThread = new ThreadTime("bare-lastwords.parts");
  private final ThreadTime partsThread = new ThreadTime("lastwords-lastwords.parts");
  private final Catalog catalog = Catalog.at(Path.of(System.getProperty("lastwords.home", "")));

  private ClusterBench(ClusterNode node, ActorSystem<Echo.Ping> bare, String echo) {
    this.node = node;
    this.bare = bare;
    this.echo = ActorRefResolver.get(bare).resolveActorRef(echo);
  }

  /**
   * Without arguments: measures. With a name, a seed node and a folder: acts as the other process.
   */
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      serve(args);
      return;
    }
    Path data = Files.createTempDirectory("lastwords-bench");
    ActorSystem<Echo.Ping> bare = bare();
    ClusterNode node = start("node-a", List.of(), data);
    String seed = node.address().replaceFirst(".*@", "");
    Process b = spawn("node-b", seed, data);
    String echo = echo(b);
    Process c = spawn("node-c", seed, data);
    echo(c);
    int code = 1;
    try {
      while (node.status().members().stream().filter(it -> it.status().equals("up")).count() < 3) {
        Thread.sleep(100);
      }
      new ClusterBench(node, bare, echo).measure();
      code = 0;
    } catch (RuntimeException | InterruptedException e) {
      e.printStackTrace();
    } finally {
      b.destroyForcibly();
      c.destroyForcibly();
      Runtime.getRuntime().halt(code);
    }
  }

  private static void serve(String[] args) throws IOException {
    ActorSystem<Echo.Ping> bare = bare();
    start(args[0], List.of(args[1]), Path.of(args[2]));
    System.out.println("@@ " + ActorRefResolver.get(bare).toSerializationFormat(bare));
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
    Runtime.getRuntime().halt(0);
  }

  private static ActorSystem<Echo.Ping> bare() {
    Config own =
        ConfigFactory.parseString(
            "akka.remote.artery.canonical { hostname = 127.0.0.1, port = 0 }");
    Config config =
        own.withFallback(ConfigFactory.parseResources("lastwords/node.conf"))
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve();
    return ActorSystem.create(Echo.create(), "bare", config);
  }

  private static ClusterNode start(String name, List<String> seeds, Path data) {
    return Nodes.start(
        new NodeOptions(
            name,
            "127.0.0.1",
            0,
            seeds,
            List.of(),
            data.resolve(name),
            "",
            false,
            Optional.empty()));
  }

  private static Process spawn(String name, String seed, Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ClusterBench.class.getName(),
            name,
            seed,
            data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String echo(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith("@@ ")) {
      line = lines.readLine();
    }
    return line.substring(3);
  }

  private void measure() throws Exception {
    double[] asks = new double[ROUNDS];
    double[] interrupts = new double[ROUNDS];
    double[] tells = new double[ROUNDS];
    double[] messages = new double[ROUNDS];
    double[] tellsOfCpu = new double[ROUNDS];
    double[] messagesOfCpu = new double[ROUNDS];
    double[] alone = new double[ROUNDS];
    double[] spread = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      double[] bareTells = tell();
      double[] ofMachine = messages();
      double[] one = {
        ask(),
        said("default", "round trip (\\d+) ns"),
        bareTells[0],
        ofMachine[0],
        bareTells[1],
        ofMachine[1],
        lockStep(Placement.LOCAL),
        lockStep(Placement.SPREAD)
      };
      double[][] all = {
        asks, interrupts, tells, messages, tellsOfCpu, messagesOfCpu, alone, spread
      };
      for (int i = 0; round >= 0 && i < one.length; i++) {
        all[i][round] = one[i];
      }
    }
    print("bare ask between two processes, us", asks, 1e-3);
    print("interrupt there and back between two processes, us", interrupts, 1e-3);
    System.out.printf(Locale.ROOT, "  ratio %.2f%n", median(interrupts) / median(asks));
    print("bare typed tells in one process, messages/s", tells, 1);
    print("messages of a machine in one process, messages/s", messages, 1);
    System.out.printf(Locale.ROOT, "  ratio %.2f%n", median(messages) / median(tells));
    print("bare typed tells, messages a CPU second of the thread", tellsOfCpu, 1);
    print("messages of a machine, the same", messagesOfCpu, 1);
    System.out.printf(Locale.ROOT, "  ratio %.2f%n", median(messagesOfCpu) / median(tellsOfCpu));
    print("lock-step on one node, steps/s", alone, 1);
    print("lock-step on three nodes, steps/s", spread, 1);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String what, double[] values, double scale) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-54s %,14.1f  %,.1f to %,.1f%n",
        what,
        median(values) * scale,
        sorted[0] * scale,
        sorted[sorted.length - 1] * scale);
  }

  /** ns of a request and its answer, the median. */
  private double ask() {
    double[] nanos = new double[ASKS];
    for (int i = 0; i < ASKS; i++) {
      long number = i;
      long start = System.nanoTime();
      AskPattern.<Echo.Ping, Echo.Pong>ask(
              echo,
              replyTo -> new Echo.Ping(1, 2, number, 3, start, replyTo),
              PATIENCE,
              bare.scheduler())
          .toCompletableFuture()
          .join();
      nanos[i] = System.nanoTime() - start;
    }
    return Arrays.stream(nanos).skip(ASKS / 3).average().orElseThrow();
  }

  /** Bare messages: per second of wall time, per second of the thread's CPU time. */
  private double[] tell() throws InterruptedException {
    bareThread.passed();
    long start = System.nanoTime();
    new BareTells(bare).play();
    double wall = BareTells.TELLS * 1e9 / (System.nanoTime() - start);
    return new double[] {wall, BareTells.TELLS * 1e9 / bareThread.passed()};
  }

  /** The same for a machine: three per step. The first third of its stores is not included. */
  private double[] messages() {
    partsThread.passed();
    double wall = 3e12 / said("store", "step (\\d+) ps");
    return new double[] {wall, 3e9 * STORES / partsThread.passed()};
  }

  /** A number in the machine's last words. */
  private double said(String variant, String pattern) {
    String where = variant.equals("default") ? "node-b" : "node-a";
    RunReport report =
        run(
            "src/bench/scenarios/ping.conf",
            variant,
            Clock.LIVE,
            new Placement(false, new TreeMap<>(java.util.Map.of("cpu-1", where))));
    Matcher matcher = Pattern.compile(pattern).matcher(String.join("\n", report.result().said()));
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + report.result());
    }
    return Double.parseDouble(matcher.group(1));
  }

  private double lockStep(Placement placement) {
    long start = System.nanoTime();
    RunReport report = run("logbuf-scenario-2", "x86_64", Clock.LOCK_STEP, placement);
    return report.result().steps() * 1e9 / (System.nanoTime() - start);
  }

  private RunReport run(String scenario, String variant, Clock clock, Placement placement) {
    Bundle bundle = Bundle.of(catalog.scenario(scenario).variant(variant, Overrides.NONE));
    MachineInfo machine =
        node.launch(new LaunchOrder(bundle, clock, 1, 1.0, placement, 0, 0, "", false));
    while (!node.machine(machine.id()).state().over()) {
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    RunReport report = node.report(machine.id());
    node.remove(machine.id());
    return report;
  }
}
