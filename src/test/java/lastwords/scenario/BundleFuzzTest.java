package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lastwords.engine.Simulator;
import lastwords.scenario.hocon.ScenarioException;
import org.junit.jupiter.api.Test;

/** Bundles corrupted in transit: each runs, or is rejected with a reason. */
class BundleFuzzTest {
  private static final long SEED = 4711;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES =
      List.of(
          "null",
          "-1",
          "0",
          "1",
          "7",
          "2147483647",
          "-9223372036854775808",
          "1e300",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "true",
          "[null]",
          "{\"a\":null}",
          "[{}]");

  @Test
  void aSpoiltBundleRunsOrIsRefused() throws JsonProcessingException {
    Catalog catalog = Catalog.at(Path.of(""));
    Random random = new Random(SEED);
    List<String> bundles =
        Stream.of(
                "logbuf-scenario-3",
                "reports/printing-cpu-halted-under-the-log-lock-hangs-the-panic")
            .map(it -> Bundle.of(catalog.scenario(it).cases().get(0)).toJson())
            .toList();
    int ran = 0;
    for (int i = 0; i < 100; i++) {
      JsonNode bundle = JSON.readTree(bundles.get(i % 2));
      for (int spoils = random.nextInt(3); spoils >= 0; spoils--) {
        spoil(bundle, random);
      }
      ran += runs(bundle.toString());
    }
    assertThat(ran).as("bundles that still ran").isBetween(5, 95);
  }

  private static int runs(String json) {
    try {
      Simulator.booted(Bundle.fromJson(json).setup());
      return 1;
    } catch (ScenarioException e) {
      assertThat(e.lines()).isNotEmpty();
      return 0;
    }
  }

  private static void spoil(JsonNode bundle, Random random) throws JsonProcessingException {
    List<JsonNode> containers = new ArrayList<>();
    collect(bundle, containers);
    JsonNode chosen = containers.get(random.nextInt(containers.size()));
    JsonNode value = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
    if (chosen instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    } else if (chosen instanceof ArrayNode array && !array.isEmpty()) {
      array.set(random.nextInt(array.size()), value);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(it -> collect(it, containers));
    }
  }
}
