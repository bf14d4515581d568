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

/** The files under deploy are valid for their readers, and start nodes with options that exist. */
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

  /** Fails if the program does not know one of its words. */
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

  @Test
  void theWorkflowRunsTheTestCommandOnTheOldestJdkAndOnANewerOne() throws IOException {
    Map<String, Object> workflow = documents("../.github/workflows/ci.yml").get(0);
    assertThat(map(workflow.get(true))).containsOnlyKeys("push", "pull_request"); // YAML's "on"
    Object job = at(workflow, "jobs", "verify");
    assertThat(map(job)).containsKeys("runs-on", "timeout-minutes");
    assertThat(list(at(job, "strategy", "matrix", "java"))).startsWith(17).hasSizeGreaterThan(1);
    List<Object> steps = list(at(job, "steps"));
    assertThat(steps).filteredOn(it -> ".ci/run".equals(map(it).get("run"))).hasSize(1);
    assertThat(steps)
        .allMatch(it -> map(it).containsKey("run") || map(it).containsKey("uses"))
        .filteredOn(it -> map(it).containsKey("uses"))
        .allMatch(it -> map(it).get("uses").toString().matches("actions/[a-z-]+@v\\d+"));
    assertThat(Path.of(".ci/run")).isExecutable();
  }

  /**
   * What the launcher and Maven's script use, without Maven itself; wget serves a given archive.
   */
  private Path programsWithoutMaven(Path archive) throws IOException {
    Path programs = Files.createDirectory(folder.resolve("bin"));
    String used =
        "sh sed find head tail grep dirname basename readlink mkdir rm mv cp cat flock tar gzip"
            + " mktemp uname tr awk";
    for (String name : used.split(" ")) {
      script(programs.resolve(name), "PATH=/usr/bin:/bin exec " + name + " \"$@\"");
    }
    script(
        programs.resolve("sh"), "PATH=" + programs + " exec /bin/sh \"$@\""); // sees no other PATH
    // wget --quiet URL -O FILE
    script(programs.resolve("wget"), "echo \"$2\" >" + folder + "/url; cp " + archive + " \"$4\"");
    return programs;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static String run(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said;
  }

  @Test
  void whereThereIsNoMavenTheLauncherFetchesIt() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home/deploy/.mvn/wrapper"));
    for (String file : List.of("lastwords", "mvnw", ".mvn/wrapper/maven-wrapper.properties")) {
      Files.copy(Path.of("deploy", file), folder.resolve("home/deploy").resolve(file));
    }
    assertThat(home).exists();
    Path maven = Files.createDirectories(folder.resolve("apache-maven-3.9.11/bin")).resolve("mvn");
    script(maven, "echo \"[ERROR] this Maven was told: $*\"; exit 1");
    Path archive = folder.resolve("maven.tar.gz");
    run(
        new ProcessBuilder(
            "tar", "czf", archive.toString(), "-C", folder.toString(), "apache-maven-3.9.11"));
    ProcessBuilder start =
        new ProcessBuilder(folder.resolve("home/deploy/lastwords").toString(), "version");
    start.environment().put("PATH", programsWithoutMaven(archive).toString());
    start.environment().put("JAVA_HOME", System.getProperty("java.home"));
    start.environment().put("MAVEN_USER_HOME", folder.resolve("m2").toString());
    assertThat(run(start))
        .contains("no Maven on the PATH: deploy/mvnw fetches it")
        .contains("[ERROR] this Maven was told: -q -B -Dmaven.test.skip=true package")
        .contains("the build failed");
    assertThat(Files.readString(folder.resolve("url")))
        .isEqualTo(
            "https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/3.9.11/"
                + "apache-maven-3.9.11-bin.tar.gz\n");
  }
}
