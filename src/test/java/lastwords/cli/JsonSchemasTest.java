package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What --json prints is what its published schema says, and no more. */
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
    Files.writeString(folder.resolve("wrong.c"), "void f(void)\n{\n\tint a = ;\n}\n");
  }

  /** The schema as it lies in the jar. */
  private static JsonSchema schema(String id) throws IOException {
    String[] parts = id.split("/");
    String name = "/lastwords/schema/" + parts[1] + "-" + parts[2] + ".json";
    try (InputStream in = Json.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(MAPPER.readTree(in));
    }
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
    "list, kernel list",
    "show, show logbuf-scenario-2",
    "show, show src/docs/first-case/first.conf:trylock",
    "compare, compare 5.2 5.2+panic-lock-safe logbuf-scenario-2",
    "kernel, kernel show 5.2",
    "kernel, kernel show 5.2+panic-lock-safe",
    "kernel, kernel show 5.2 panic",
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
    JsonNode printed = MAPPER.readTree(Cli.run(words.split(" ")).out());
    assertThat(printed.path("schema").asText()).isEqualTo(Json.schema(kind));
    assertThat(schema(Json.schema(kind)).validate(printed)).isEmpty();
  }

  @Test
  void everySchemaNamesItself() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/docs/schema"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        JsonNode schema = MAPPER.readTree(file.toFile());
        String id = schema.path("$id").asText();
        assertThat(id.replaceFirst("urn:lastwords:(.*):(\\d+)", "$1-$2.json"))
            .isEqualTo(file.getFileName().toString());
        assertThat(schema.path("properties").path("schema").path("const").asText())
            .isEqualTo(id.replace("urn:", "").replace(':', '/'));
      }
    }
  }
}
