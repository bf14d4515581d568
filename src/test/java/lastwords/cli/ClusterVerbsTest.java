package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.cli.console.ExitCode;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.TraceNotice;
import lastwords.cluster.node.TraceNotice.Kind;
import lastwords.scenario.Catalog;
import lastwords.web.FakeClusterNode;
import lastwords.web.HttpApi;
import lastwords.web.HttpOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that talk to a cluster, with a node without actors. */
final class ClusterVerbsTest {
  @TempDir private Path folder;

  private HttpApi api;

  private final FakeClusterNode node = new FakeClusterNode();

  @BeforeEach
  void start() throws IOException {
    api = new HttpApi(node, Catalog.standard(), HttpOptions.loopback(0));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Cli on(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--on", api.url()));
    return Cli.run(all);
  }

  private String told(String... words) {
    Cli done = on(words);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.err()).isEmpty();
    return done.out();
  }

  private String refused(String... words) {
    Cli done = on(words);
    assertThat(done.code()).as(done.out()).isEqualTo(ExitCode.USAGE);
    assertThat(done.out()).isEmpty();
    return done.err();
  }

  @Test
  void aMachineIsLaunchedFaultedResumedAndReported() {
    assertThat(told("launch", "logbuf-scenario-2:patched", "--name", "demo", "--paused"))
        .startsWith("demo is booted on node-1, clock live\n");
    assertThat(told("ps")).contains("demo     logbuf-scenario-2:patched  live   paused");
    assertThat(told("inject", "drop = ipi, to = 1"))
        .isEqualTo("fault 0 is active: drop = ipi, to = 1\n");
    assertThat(told("faults", "demo")).contains("0      active  never  drop = ipi, to = 1");
    assertThat(told("withdraw", "demo", "0")).startsWith("fault 0 is withdrawn");
    assertThat(told("step", "--cpu", "1", "--steps", "3")).isEqualTo("demo is paused\n");
    assertThat(refused("outcome"))
        .isEqualTo("lastwords: demo is paused and has no outcome yet; add --wait\n");
    assertThat(told("resume")).isEqualTo("demo has ended\n");
    assertThat(told("outcome"))
        .contains("logbuf-scenario-2 (patched), kernel 5.2+panic-lock-safe, machine arm64:")
        .contains("\nlast words\n")
        .endsWith("again: lastwords fetch demo && lastwords replay demo.recording\n");
    assertThat(told("remove", "demo")).isEqualTo("removed demo\n");
    assertThat(refused("outcome")).contains("there is no machine");
  }

  @Test
  void theScenarioSaysWherePartsGoUnlessTheLaunchDoes() throws IOException {
    String text = Files.readString(Path.of("config/scenarios/logbuf-scenario-2.conf"));
    String place = "\nplace { spread = yes, cpu.1 = node-2, locks = node-3 }\n";
    String file = Files.writeString(folder.resolve("placed.conf"), text + place).toString();
    told("launch", file, "--name", "a", "--paused");
    assertThat(node.placement("a"))
        .isEqualTo(
            new Placement(true, new TreeMap<>(Map.of("cpu-1", "node-2", "locks", "node-3"))));
    told("launch", file, "--name", "b", "--paused", "--no-spread", "--place", "cpu.1=node-9");
    assertThat(node.placement("b"))
        .isEqualTo(
            new Placement(false, new TreeMap<>(Map.of("cpu-1", "node-9", "locks", "node-3"))));
    told("launch", "logbuf-scenario-2", "--name", "c", "--paused", "--spread");
    assertThat(node.placement("c")).isEqualTo(Placement.SPREAD);
  }

  @Test
  void whatOneWaitsForIsShownAsARunIs() {
    String waited = told("launch", "logbuf-scenario-2", "--wait");
    String run = Cli.run("run", "logbuf-scenario-2").out();
    String why = run.substring(run.indexOf("last words"), run.indexOf("again:"));
    assertThat(waited).contains(why);
  }

  @Test
  void cpusWithOneReasonShareALine() {
    String reason = "was not stopped: interrupt handle_ipi_cpu_stop() pending";
    List<String> launch = List.of("launch logbuf-scenario-2 --name many --wait".split(" "));
    List<String> words = new ArrayList<>(launch);
    words.addAll(List.of("--set", "machine.cpus=4"));
    words.addAll(List.of("--set", "cpu.2.run=spin_irqs_off", "--set", "cpu.3.run=spin_irqs_off"));
    assertThat(told(words.toArray(String[]::new))).contains("each of cpu1-3 " + reason);
    assertThat(told("outcome", "many"))
        .contains("each of cpu1-3 " + reason)
        .doesNotContain("cpu2 " + reason);
    assertThat(told("outcome", "many", "--json")).contains("cpu2 " + reason);
  }

  @Test
  void aTraceIsShownWhole() {
    told("launch", "logbuf-scenario-2", "--name", "demo");
    String columns = told("trace", "demo");
    assertThat(columns).contains("| cpu0").contains("| cpu1");
    assertThat(told("trace", "--json").lines()).hasSizeGreaterThan(100);
    assertThat(told("trace", "--level", "story").lines())
        .hasSizeLessThan(100)
        .anyMatch(line -> line.contains(" panics "));
    assertThat(told("trace", "--follow", "--cpu", "0", "--since", "1us", "--format", "ftrace"))
        .contains("[000]")
        .doesNotContain("[001]");
    assertThat(refused("trace", "--since", "yesterday")).contains("expected a time such as 1.5ms");
  }

  @Test
  void aRecordingBecomesAFile() throws IOException {
    told("launch", "logbuf-scenario-2", "--name", "demo");
    Path file = folder.resolve("demo.recording");
    assertThat(told("fetch", "demo", file.toString())).contains("14000000 bytes");
    assertThat(Files.readString(file)).startsWith("demo was here\n");
    assertThat(folder)
        .isDirectoryContaining(it -> it.equals(file))
        .isDirectoryNotContaining("glob:*.part");
  }

  @Test
  void everyAnswerCanBeJson() {
    told("launch", "logbuf-scenario-2", "--name", "demo", "--paused", "--json");
    for (String verb : List.of("ps", "parts", "faults", "resume", "outcome")) {
      assertThat(told(verb, "--json").strip()).as(verb).matches("(?s)[\\[{].*[\\]}]");
    }
  }

  @Test
  void thatATraceIsBeingLostIsSaidWhereverItIsLookedAt() {
    told("launch", "logbuf-scenario-2", "--name", "demo");
    assertThat(told("cluster", "status")).doesNotContain("lost");
    String lost =
        "the spool cannot be written (No space left on device): 3 records of demo-id lost";
    node.traces(new TraceNotice("node-2", Kind.LOST, "demo-id", 3, lost));
    node.traces(new TraceNotice("node-2", Kind.LOST, "other", 1, "other lost"));
    node.traces(new TraceNotice("node-3", Kind.REPAIRED, "", 0, "0.log: 8 bytes cut off"));
    assertThat(told("cluster", "status"))
        .endsWith("\n\nnode-2: " + lost + "\nnode-2: other lost\nnode-3: 0.log: 8 bytes cut off\n");
    assertThat(told("cluster", "status", "--json")).contains("\"kind\" : \"lost\"", lost);
    assertThat(told("ps")).endsWith("the trace of demo: node-2: " + lost + "\n");
    assertThat(told("ps", "--json")).contains(lost).doesNotContain("other lost", "cut off");
    assertThat(told("outcome"))
        .endsWith("the trace is incomplete: node-2: " + lost + "\n")
        .doesNotContain("other lost");
    assertThat(told("outcome", "--json")).contains("\"trace\" : [ \"node-2: " + lost);
  }

  @Test
  void mistakesAreTold() {
    assertThat(refused("launch", "logbuf-scenario-9")).contains("did you mean");
    assertThat(refused("launch", "logbuf-scenario-2", "--clock", "live-ish"))
        .contains("is none of");
    assertThat(refused("launch", "logbuf-scenario-2", "--settle", "soon"))
        .contains("--settle soon: expected a time");
    assertThat(refused("inject", "drop = ipi")).contains("there is no machine");
    told("launch", "logbuf-scenario-2", "--name", "one", "--paused");
    assertThat(refused("inject", "drop = ipl")).contains("ipl");
    assertThat(refused("withdraw", "nought")).contains("is not the number of a fault");
    assertThat(refused("withdraw", "7")).isEqualTo("lastwords: one has no fault 7\n");
    told("launch", "logbuf-scenario-2", "--name", "two");
    assertThat(refused("pause")).isEqualTo("lastwords: which machine? There are: one, two\n");
    assertThat(refused("pause", "three")).isEqualTo("lastwords: no machine 'three'\n");
  }

  @Test
  void whereNothingIsNothingAnswers() {
    Cli done = Cli.run("ps", "--on", "127.0.0.1:1");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).isEqualTo("lastwords: no node answers at http://127.0.0.1:1\n");
    assertThat(Cli.run("ps", "--on", "ftp://x").err()).contains("expected a URL");
  }

  @Test
  void withoutAClusterEachVerbSaysHowToStartOne() {
    String none = "lastwords: no cluster is running; start one with: lastwords cluster up\n";
    String dir = folder.resolve("none").toString();
    for (String line :
        List.of(
            "cluster status",
            "cluster down",
            "ps",
            "launch logbuf-scenario-2",
            "inject x",
            "trace",
            "stop-node node-1",
            "kill-node node-1",
            "partition a b")) {
      List<String> words = new ArrayList<>(List.of(line.split(" ")));
      words.addAll(List.of("--dir", dir));
      Cli done = Cli.run(words);
      assertThat(done.err()).as(line).isEqualTo(none);
      assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void aFolderWithOtherThingsInItIsLeftAlone() throws IOException {
    Path mine = Files.writeString(folder.resolve("thesis.txt"), "all of it");
    Cli done = Cli.run("cluster", "up", "--dir", folder.toString());
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("contains other files").contains("thesis.txt");
    assertThat(mine).exists();
  }
}
