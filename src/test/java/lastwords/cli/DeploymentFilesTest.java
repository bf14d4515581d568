package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import lastwords.cli.console.Output;
import lastwords.cli.console.Terminal;
import lastwords.cluster.local.NodeProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files under deploy are what their readers take, and start nodes with options that exist. */
final class DeploymentFilesTest {
  private static final String SYSTEMD = "/usr/bin/systemd-analyze";

  @TempDir private Path folder;

  private static List<Map<String, Object>> documents(String file) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<Map<String, Object>> documents = new ArrayList<>();
    String text = Files.readString(Path.of("deploy", file));
    StreamSupport.stream(yaml.loadAll(text).spliterator(), false)
        .forEach(it -> documents.add(map(it)));
    return documents;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  /** The value at a path of keys and list positions. */
  private static Object at(Object value, Object... path) {
    Object found = value;
    for (Object step : path) {
      found = step instanceof Integer index ? list(found).get(index) : map(found).get(step);
    }
    return found;
  }

  private static List<String> words(Object value) {
    return list(value).stream().map(it -> (String) it).toList();
  }

  /** Fails when the program does not know a word of it. */
  private static void checkCommand(List<String> words) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    assertThatCode(
            () ->
                Lastwords.create(new Output(sink, sink, Terminal.NONE))
                    .parseArgs(words.toArray(String[]::new)))
        .as(String.join(" ", words))
        .doesNotThrowAnyException();
  }

  private static List<String> after(List<String> words, String option) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals(option)) {
        values.add(words.get(i + 1));
      }
    }
    return values;
  }

  @Test
  void composeStartsThreeNodesThatFindEachOther() throws IOException {
    Map<String, Object> compose = documents("compose.yaml").get(0);
    Map<String, Object> services = map(compose.get("services"));
    List<String> seeds = services.keySet().stream().map(it -> it + ":25520").toList();
    assertThat(seeds).hasSize(3);
    services.forEach(
        (name, service) -> {
          List<String> command = words(at(service, "command"));
          checkCommand(command);
          assertThat(after(command, "--name")).containsExactly(name);
          assertThat(after(command, "--host")).containsExactly(name);
          assertThat(after(command, "--seed-node")).isEqualTo(seeds);
          assertThat(after(command, "--http-token-file")).containsExactly("/run/secrets/token");
          assertThat(words(at(service, "ports"))).allMatch(it -> it.startsWith("127.0.0.1:"));
          assertThat(words(at(service, "secrets")))
              .isSubsetOf(map(compose.get("secrets")).keySet());
          String volume = words(at(service, "volumes")).get(0).split(":")[0];
          assertThat(map(compose.get("volumes"))).containsKey(volume);
        });
    Path dockerfile = Path.of("deploy", "Dockerfile");
    assertThat(at(services.get("node-1"), "build", "dockerfile")).isEqualTo(dockerfile.toString());
  }

  @Test
  void kubernetesRunsNodesUnderTheNamesThatTheyJoinBy() throws IOException {
    List<Map<String, Object>> all = documents("kubernetes.yaml");
    assertThat(all)
        .extracting(it -> it.get("kind"))
        .containsExactly("Service", "StatefulSet", "NetworkPolicy", "PodDisruptionBudget");
    Map<String, Object> service = all.get(0);
    Map<String, Object> set = all.get(1);
    String name = (String) at(service, "metadata", "name");
    assertThat(at(service, "spec", "clusterIP")).isEqualTo("None");
    assertThat(at(set, "spec", "serviceName")).isEqualTo(name);
    Object labels = at(set, "spec", "template", "metadata", "labels");
    assertThat(at(service, "spec", "selector")).isEqualTo(labels);
    assertThat(at(set, "spec", "selector", "matchLabels")).isEqualTo(labels);
    assertThat(at(all.get(2), "spec", "podSelector", "matchLabels")).isEqualTo(labels);
    assertThat(at(all.get(3), "spec", "selector", "matchLabels")).isEqualTo(labels);

    Object container = at(set, "spec", "template", "spec", "containers", 0);
    List<String> arguments = words(at(container, "args"));
    checkCommand(arguments);
    assertThat(after(arguments, "--host")).containsExactly("$(POD_NAME)." + name);
    assertThat(at(container, "env", 0, "name")).isEqualTo("POD_NAME");
    List<String> pods = List.of("lastwords-0", "lastwords-1", "lastwords-2");
    assertThat(at(set, "metadata", "name")).isEqualTo("lastwords");
    assertThat(after(arguments, "--seed-node"))
        .isEqualTo(pods.stream().map(it -> it + "." + name + ":25520").toList());
    checkVolumes(set, container, arguments);
  }

  private static void checkVolumes(Object set, Object container, List<String> arguments) {
    TreeSet<Object> there = new TreeSet<>();
    list(at(set, "spec", "template", "spec", "volumes")).forEach(it -> there.add(at(it, "name")));
    there.add(at(set, "spec", "volumeClaimTemplates", 0, "metadata", "name"));
    List<Object> mounts = list(at(container, "volumeMounts"));
    assertThat(mounts).allMatch(it -> there.contains(at(it, "name")));
    assertThat(mounts)
        .anyMatch(it -> at(it, "mountPath").equals(after(arguments, "--data").get(0)));
    assertThat(after(arguments, "--http-token-file").get(0))
        .startsWith((String) at(mounts.get(2), "mountPath"));
  }

  @Test
  void aNodeWithoutMemoryEnds() throws IOException {
    String flag = "-XX:+ExitOnOutOfMemoryError";
    assertThat(Files.readString(Path.of("deploy/Dockerfile"))).contains(flag);
    assertThat(Files.readString(Path.of("deploy/lastwords")))
        .containsSubsequence("  node)\n", "umask 077", flag, ";;");
    assertThat(NodeProcess.command(List.of("node"))).contains(flag);
  }

  @Test
  void theImageHoldsWhatItStarts() throws IOException {
    String text = Files.readString(Path.of("deploy", "Dockerfile"));
    String pom = Files.readString(Path.of("pom.xml"));
    String version = pom.replaceFirst("(?s).*?<artifactId>lastwords</artifactId>\\s*<version>", "");
    assertThat(text)
        .contains("/target/lastwords-" + version.substring(0, version.indexOf('<')) + ".jar");
    text.lines()
        .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
        .forEach(line -> assertThat(Path.of(line.split(" ")[1])).as(line).exists());
    assertThat(text).contains("USER 10001");
  }

  @Test
  void theServiceIsOneThatSystemdTakes() throws Exception {
    String unit = Files.readString(Path.of("deploy/systemd/lastwords-node.service"));
    String start =
        unit.lines().filter(line -> line.startsWith("ExecStart=")).findFirst().orElseThrow();
    List<String> words =
        List.of(start.replace("$LASTWORDS_SEEDS $LASTWORDS_MORE", "").strip().split(" "));
    checkCommand(words.subList(1, words.size()));
    assumeThat(Path.of(SYSTEMD)).isExecutable();
    String here = Path.of("deploy/lastwords").toAbsolutePath().toString();
    Path copy = folder.resolve("lastwords-node.service");
    Files.writeString(copy, unit.replace("/opt/lastwords/deploy/lastwords", here));
    Process verify =
        new ProcessBuilder(SYSTEMD, "verify", "--man=no", copy.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(verify.getInputStream().readAllBytes());
    verify.waitFor();
    List<String> complaints =
        said.lines().filter(line -> line.contains("lastwords-node.service")).toList();
    assertThat(complaints).isEmpty();
  }
}
