package lastwords.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import lastwords.cli.cluster.Passwords;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.PortNumber;
import lastwords.cluster.NodeLogging;
import lastwords.cluster.Nodes;
import lastwords.cluster.local.MemoryWatch;
import lastwords.cluster.local.Ports;
import lastwords.cluster.local.PrivateFiles;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.NodeOptions;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.web.HttpApi;
import lastwords.web.HttpOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lastwords node}. */
@Command(
    name = "node",
    description = "Runs one node of a cluster in this process, until Ctrl-C or SIGTERM.",
    footer = {
      "",
      "Without --seed-node it forms a new cluster, which others can join. Give all nodes of a cluster",
      "the same seed nodes in the same order.",
      "The password of --http-keystore is in LASTWORDS_KEYSTORE_PASSWORD."
    },
    sortOptions = false)
final class NodeCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";

  private final Output output;

  @Option(names = "--name", paramLabel = "NAME", description = "default: node-PORT")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "address at which other nodes reach it; default: ${DEFAULT-VALUE}")
  private String host = LOOPBACK;

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "port for other nodes; default: a free one")
  private int port;

  @Option(
      names = "--seed-node",
      paramLabel = "HOST:PORT",
      description = "a node of the cluster to join; repeatable")
  private List<String> seedNodes = List.of();

  @Option(
      names = "--roles",
      paramLabel = "R,...",
      split = ",",
      description = "roles, for placing parts")
  private List<String> roles = List.of();

  @Option(
      names = "--data",
      paramLabel = "D",
      description = "folder for its trace and log; default: a temporary folder")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--http",
      paramLabel = "[HOST:]PORT",
      description = "serves HTTP at this address, by default to this host only; 0: any free port")
  private Optional<String> http = Optional.empty();

  @Option(
      names = "--http-token-file",
      paramLabel = "F",
      description = "file with the token that clients must send; required unless HOST is local")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(
      names = "--http-keystore",
      paramLabel = "F",
      description = "PKCS 12 keystore with the key for HTTPS")
  private Optional<Path> keystore = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "F",
      description =
          "HOCON file that overrides the node's configuration, such as config/artery-mtls.conf")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--keys",
      paramLabel = "D",
      description =
          "folder with the key that authenticates the nodes of the cluster, from 'lastwords cluster"
              + " keys'")
  private Optional<Path> keys = Optional.empty();

  @Option(
      names = "--insecure",
      description = "accepts nodes without a key: anyone who can reach the port can join")
  private boolean insecure;

  @Option(names = "--partitions", description = "allows 'lastwords partition' to cut its network")
  private boolean partitions;

  @Option(
      names = "--exit-with-stdin",
      description = "exits at the end of standard input, that is, with the process that started it")
  private boolean exitWithStdin;

  @Option(names = "--exit-with", paramLabel = "PID", description = "exits when that process ends")
  private Optional<Long> parent = Optional.empty();

  @Option(
      names = "--rehearse",
      paramLabel = "SCENARIO",
      hidden = true,
      description = "starts, uses and stops a node by itself, then exits")
  private Optional<String> rehearsal = Optional.empty();

  NodeCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    PortNumber.check("--port", port);
    Optional<HttpOptions> serving = http.isPresent() ? Optional.of(serving()) : Optional.empty();
    int own = port == 0 ? Ports.free(1).get(0) : port;
    NodeOptions options =
        new NodeOptions(
            name.orElse("node-" + own),
            host,
            own,
            seedNodes.stream().map(NodeCommand::checked).toList(),
            roles,
            folder(),
            serving.map(this::advertised).orElse(""),
            partitions,
            config,
            keys);
    checkSecure(options);
    Path logging = Path.of(System.getProperty("lastwords.home", ""), "config", "logback-node.xml");
    NodeLogging.start(logging, options.data().resolve("log"), options.name());
    MemoryWatch.start();
    try (ClusterNode node = Nodes.start(options)) {
      return serve(node, serving, options.data());
    }
  }

  /** Anyone who reaches a port without certificates can join, and do everything that a node can. */
  private void checkSecure(NodeOptions options) {
    boolean secure = Nodes.secure(options);
    if (!secure && !insecure && rehearsal.isEmpty()) {
      throw new ScenarioException(
          List.of(
              "anyone who can reach port "
                  + options.port()
                  + " of this node could join and control it:",
              "  give it a key with --keys DIR (made by 'lastwords cluster keys DIR'),",
              "  or certificates with --config config/artery-mtls.conf, or use --insecure"));
    }
    if (!secure && rehearsal.isEmpty()) {
      output.complain(
          "--insecure: anyone who can reach "
              + options.host()
              + ":"
              + options.port()
              + " can join this node and control it");
    }
  }

  /** An address that stands for all of this machine's addresses is of no use to others. */
  private String advertised(HttpOptions options) {
    boolean all = options.host().equals("0.0.0.0") || options.host().equals("::");
    return HttpApi.url(
        all ? new HttpOptions(host, options.port(), options.token(), options.tls()) : options);
  }

  private static String checked(String seed) {
    if (!seed.matches("[\\w.\\-\\[\\]:]+:\\d{1,5}")) {
      throw new ScenarioException(
          List.of("--seed-node " + seed + ": expected HOST:PORT, such as 127.0.0.1:25520"));
    }
    return seed;
  }

  private Path folder() throws IOException {
    return data.isPresent()
        ? (Files.isDirectory(data.get()) ? data.get() : PrivateFiles.folder(data.get()))
        : Files.createTempDirectory("lastwords-node-");
  }

  private HttpOptions serving() throws IOException {
    String text = http.orElseThrow();
    if (!text.matches("([\\w.\\-\\[\\]:]+:)?\\d{1,5}")) {
      throw new ScenarioException(List.of("--http " + text + ": expected PORT or HOST:PORT"));
    }
    int colon = text.lastIndexOf(':');
    String address = colon < 0 ? LOOPBACK : text.substring(0, colon).replaceAll("[\\[\\]]", "");
    int wanted = Integer.parseInt(text.substring(colon + 1));
    Optional<String> token =
        tokenFile.isPresent() ? Optional.of(HttpOptions.token(tokenFile.get())) : Optional.empty();
    Optional<SSLContext> tls =
        keystore.isPresent()
            ? Optional.of(HttpOptions.tls(keystore.get(), Passwords.ofKeystore()))
            : Optional.empty();
    return new HttpOptions(address, wanted == 0 ? Ports.free(1).get(0) : wanted, token, tls);
  }

  private int serve(ClusterNode node, Optional<HttpOptions> serving, Path folder)
      throws IOException {
    AtomicBoolean asked = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(node, asked, folder), "leave"));
    if (exitWithStdin) {
      watchStdin();
    }
    parent.ifPresent(NodeCommand::watch);
    if (serving.isEmpty()) {
      return await(node, asked, "");
    }
    try (HttpApi api = new HttpApi(node, Catalog.standard(), serving.get())) {
      if (rehearsal.isPresent()) {
        asked.set(true);
        return rehearse(api.url(), rehearsal.get());
      }
      return await(node, asked, ", " + api.url());
    }
  }

  private int await(ClusterNode node, AtomicBoolean asked, String url) {
    output.out().println(node.name() + " listens on " + node.address() + url);
    output.out().flush();
    try {
      node.awaitEnd();
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    }
    if (asked.getAndSet(true)) {
      return ExitCode.OK;
    }
    output.complain(node.name() + " is no longer a member of its cluster");
    return ExitCode.UNEXPECTED;
  }

  /** A rehearsal for the launcher's class archive: the most used verbs. */
  private int rehearse(String url, String scenario) {
    List<List<String>> verbs =
        List.of(
            List.of("run", scenario),
            List.of("explore", scenario),
            List.of("sample", scenario, "--runs", "20"),
            List.of("run", scenario, "--kernel", "5.0"),
            List.of("cluster", "status", "--on", url),
            List.of(
                "launch", scenario, "--name", "rehearsal", "--on", url, "--hang", "50ms", "--wait"),
            List.of("trace", "--on", url, "--json"),
            List.of("ps", "--on", url));
    int worst = ExitCode.OK;
    for (List<String> verb : verbs) {
      worst = Math.max(worst, Lastwords.run(output, verb.toArray(String[]::new)));
    }
    return worst;
  }

  /** Called when the process is asked to terminate; does nothing if the node has ended already. */
  private void leave(ClusterNode node, AtomicBoolean asked, Path folder) {
    if (!asked.getAndSet(true)) {
      node.leave();
    }
    if (data.isEmpty()) {
      delete(folder);
    }
  }

  /** Deletes a temporary folder. Whatever cannot be deleted is left: the process is ending. */
  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("lastwords: " + folder + " cannot be deleted: " + e.getMessage());
    }
  }

  private static void watch(long pid) {
    ProcessHandle.of(pid)
        .ifPresentOrElse(
            it -> it.onExit().thenRun(() -> System.exit(ExitCode.OK)),
            () -> System.exit(ExitCode.OK));
  }

  private static void watchStdin() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // its output does not matter
                }
              } catch (IOException e) {
                // its end counts as well
              }
              System.exit(ExitCode.OK);
            },
            "stdin");
    thread.setDaemon(true);
    thread.start();
  }
}
