package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lastwords.cli.cases.Claims;
import lastwords.cli.cluster.ClusterJsonTest;
import lastwords.cli.console.Output;
import lastwords.cli.console.Terminal;
import lastwords.cli.sampling.Strategy;
import lastwords.cli.sql.SqlCommandTest;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.TraceNotice;
import lastwords.engine.compare.Change;
import lastwords.engine.explore.Exploration;
import lastwords.engine.recording.RecordedRun;
import lastwords.engine.stops.StopPoint;
import lastwords.engine.witness.DecisiveStep;
import lastwords.outcome.End;
import lastwords.scenario.expect.Observe;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The output of --json conforms to its published schema, and contains nothing else. */
final class JsonSchemasTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private static Path folder;

  @BeforeAll
  static void twoTraces() throws IOException {
    for (int seed = 1; seed <= 2; seed++) {
      String file = folder.resolve(seed + ".jsonl").toString();
      String[] run = "run logbuf-scenario-2 --trace-format jsonl --seed".split(" ");
      String[] line = Arrays.copyOf(run, run.length + 3);
      line[run.length] = Integer.toString(seed);
      line[run.length + 1] = "--trace";
      line[run.length + 2] = file;
      assertThat(Cli.run(line).code()).isZero();
    }
    RecordedRun.write(folder.resolve("a.recording"), "logbuf-scenario-2", 3, it -> it);
    Cli.run("explore", "logbuf-scenario-2", "--witness-dir", folder.resolve("w").toString());
    try (Stream<Path> witnesses = Files.list(folder.resolve("w"))) {
      Files.copy(witnesses.findFirst().orElseThrow(), folder.resolve("1.witness"));
    }
    Files.writeString(folder.resolve("wrong.c"), "void f(void)\n{\n\tint a = ;\n}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "run, run logbuf-scenario-2",
    "run, run logbuf-scenario-2 --machine x86_64",
    "explore, explore logbuf-scenario-2",
    "explore, explore src/docs/lock-order/lock-order.conf",
    "sample, sample logbuf-scenario-3 --runs 5",
    "test, test logbuf-scenario-1",
    "test, test src/docs/first-case",
    "list, list",
    "list, list machines",
    "list, list kernels",
    "list, list settings",
    "list, list workloads",
    "list, list faults",
    "list, list expectations",
    "list, kernel list",
    "show, show logbuf-scenario-2",
    "show, show src/docs/first-case/first.conf:trylock",
    "compare, compare 5.2 5.2+panic-lock-safe logbuf-scenario-2",
    "review, review panic-lock-safe v5.2/a-record-without-the-banner-is-truncated",
    "matrix, matrix --set panic=0,10 --faults logbuf-scenario-2 --states 0 --runs 1",
    "orders, orders --orders default,post-notifiers --notifiers panic_event --states 1 --swaps",
    "kernel, kernel show 5.2",
    "kernel, kernel show 5.2+panic-lock-safe",
    "kernel, kernel show 5.2 panic",
    "disassemble, kernel disassemble 5.2 panic",
    "replay, replay TMP/a.recording",
    "run, replay TMP/1.witness",
    "kernel-diff, kernel diff 4.19 5.2",
    "kernel-diff, kernel diff 5.2 5.2-rt",
    "check, kernel check src/docs/kernel-c/quieter.c",
    "check, kernel check TMP/wrong.c",
    "diff, diff TMP/1.jsonl TMP/2.jsonl",
    "diff, diff TMP/1.jsonl TMP/1.jsonl",
    "shrink, shrink src/docs/lock-order/lock-order.conf --outcome hang",
    "why, why src/docs/lock-order/lock-order.conf --outcome hang",
    "where-can-it-stop, where-can-it-stop logbuf-scenario-2",
    "sensitivity, sensitivity logbuf-scenario-2 --until 100us --points 2 --runs 2",
  })
  void whatIsPrintedIsAsItsSchemaSays(String kind, String line) throws IOException {
    String words = (line + " --json").replace("TMP", folder.toString());
    JsonSchemas.valid(kind, Cli.run(words.split(" ")).out());
  }

  @Test
  void linesOfATraceAreAsTheirSchemaSays() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("1.jsonl"));
    assertThat(lines).hasSizeGreaterThan(100);
    for (String line : lines) {
      JsonSchemas.validLine(line);
    }
  }

  /** Every verb with JSON output has its schema checked in a test. */
  @Test
  void everyVerbThatPrintsJsonIsTested() throws Exception {
    Set<Class<?>> tested = new HashSet<>();
    CommandLine root =
        Lastwords.create(
            new Output(
                OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Terminal.NONE));
    CsvSource own =
        JsonSchemasTest.class
            .getDeclaredMethod("whatIsPrintedIsAsItsSchemaSays", String.class, String.class)
            .getAnnotation(CsvSource.class);
    Stream.of(
            Arrays.stream(own.value()).map(it -> it.split(", ")[1]),
            ClusterJsonTest.LINES.stream().map(it -> it.split(" ", 2)[1]),
            LocalClusterTest.JSON_LINES.stream(),
            SqlCommandTest.JSON_LINES.stream())
        .flatMap(it -> it)
        .forEach(line -> tested.add(command(root, line).getCommand().getClass()));
    assertThat(printers(root)).isNotEmpty().isSubsetOf(tested);
  }

  private static CommandLine command(CommandLine root, String line) {
    CommandLine command = root;
    for (String word : line.split(" ")) {
      command = command.getSubcommands().getOrDefault(word, command);
    }
    return command;
  }

  private static Set<Class<?>> printers(CommandLine command) {
    Set<Class<?>> printers = new HashSet<>();
    if (command.getCommandSpec().findOption("--json") != null) {
      printers.add(command.getCommand().getClass());
    }
    command.getSubcommands().values().forEach(it -> printers.addAll(printers(it)));
    return printers;
  }

  /** The schema of a member lists exactly the words that it can be. */
  @Test
  void wordsAreThoseOfTheProgram() throws IOException {
    words("run", "/properties/outcome/properties/end", End.values(), End::word);
    words("explore", "/properties/end", Exploration.End.values(), Exploration.End::word);
    words("explore", "/properties/expectations", Claims.values(), Claims::word);
    words("sample", "/properties/strategy", Strategy.values(), Strategy::toString);
    words("why", "/properties/known", DecisiveStep.Known.values(), JsonSchemasTest::lower);
    words("machine", "/properties/clock", Clock.values(), Clock::word);
    words("machine", "/properties/state", MachineInfo.State.values(), MachineInfo.State::word);
    words("fault", "/properties/state", FaultInfo.State.values(), FaultInfo.State::word);
    String traces = "/properties/traces/items/properties/kind";
    words("cluster", traces, TraceNotice.Kind.values(), TraceNotice.Kind::word);
    String change = "/properties/scenarios/items/properties/change";
    words("compare", change, Change.Kind.values(), it -> lower(it).replace('_', ' '));
    String by = "/properties/points/items/properties/by";
    words("where-can-it-stop", by, StopPoint.By.values(), JsonSchemasTest::lower);
    String claims = "/properties/results/items/properties/claims/items/properties/";
    words("test", claims + "observe", Observe.values(), Observe::word);
    words("test", claims + "verdict", Claims.values(), Claims::verdict);
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private static <E> void words(String kind, String member, E[] all, Function<E, String> word)
      throws IOException {
    List<String> words = new ArrayList<>();
    JsonSchemas.json(kind).at(member).path("enum").forEach(it -> words.add(it.asText()));
    assertThat(words)
        .as(kind + member)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(all).map(word).toList());
  }

  @Test
  void everySchemaNamesItself() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/docs/schema"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        JsonNode schema = MAPPER.readTree(file.toFile());
        String id = schema.path("$id").asText();
        assertThat(id.replaceFirst("urn:lastwords:(.*):(\\d+)", "$1-$2.json"))
            .isEqualTo(file.getFileName().toString());
        boolean line = id.matches("urn:lastwords:(trace|story):1"); // it would be on each
        assertThat(schema.path("properties").path("schema").path("const").asText())
            .isEqualTo(line ? "" : id.replace("urn:", "").replace(':', '/'));
      }
    }
  }
}
