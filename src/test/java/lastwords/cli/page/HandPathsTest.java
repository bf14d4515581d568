package lastwords.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.json.Json;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page is told when a user explores by hand. */
final class HandPathsTest {
  private static final String SCENARIO = "logbuf-scenario-2";
  private static final Case MADE =
      Catalog.standard().scenario(SCENARIO).variant("default", Overrides.NONE);
  private static final Witness BASE =
      Witness.of(
          SCENARIO, "default", Overrides.NONE, MADE.setup(), new RunSpec.Seeded(1), "none yet");

  private final HandPaths paths = new HandPaths(MADE, MADE.setup(), false, "", () -> BASE, 1_000);

  @TempDir private Path folder;

  private JsonNode path(String path, String next, String times) throws IOException {
    return Json.tree(paths.answer(Map.of("path", path, "next", next, "times", times)))
        .orElseThrow();
  }

  private static JsonNode outcomes(String path, int states) {
    PossibleOutcomes outcomes = new PossibleOutcomes(MADE.setup(), MADE.checkMethod(), states);
    return Json.tree(outcomes.answer(Map.of("path", path))).orElseThrow();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(it -> texts.add(it.asText()));
    return texts;
  }

  @Test
  void whatCanHappenIsToldInWords() throws IOException {
    JsonNode next = path("", "", "1").get("next");
    assertThat(next.get(0).get("word").asText()).isEqualTo("step:0");
    assertThat(next.get(0).get("what").asText()).isEqualTo("note lw_staged");
    assertThat(next.get(0).get("where").asText()).startsWith("wait_for_others()  stage.c:");
  }

  @Test
  void theStepsSoFarAreThere() throws IOException {
    JsonNode data = path("step:0", "step:1", "1");
    assertThat(texts(data.get("path"))).containsExactly("step:0", "step:1");
    assertThat(data.get("steps").get("cpu").get(0).asInt()).isZero();
    assertThat(data.get("over").isNull()).isTrue();
  }

  @Test
  void aPathToItsEndIsAWitnessThatReplays() throws IOException {
    JsonNode outcome = outcomes("step:0", 100_000).get("outcomes").get(0);
    String whole = String.join(",", texts(outcome.get("path")));
    JsonNode data = path(whole, "", "1");
    assertThat(data.get("over").asText()).isEqualTo("quiescent");
    assertThat(data.get("outcome").asText()).isEqualTo(outcome.get("outcome").asText());
    Path file = folder.resolve("by-hand.witness");
    Files.writeString(file, data.get("witness").asText());
    assertThat(Cli.run("replay", file.toString(), "--check").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aBoundThatWasReachedIsTold() {
    assertThat(outcomes("", 100_000).get("all").asBoolean()).isTrue();
    JsonNode few = outcomes("", 50);
    assertThat(few.get("all").asBoolean()).isFalse();
    assertThat(few.get("bound").asText()).isEqualTo("50 states");
  }

  /** For a machine so large that its exploration does not end by itself in this test. */
  @Test
  void whatTakesTooLongIsGivenUpAndToldSo() {
    Map<String, String> many = Map.of("machine.cpus", "48");
    Case large =
        Catalog.standard()
            .scenario(SCENARIO)
            .variant("default", new Overrides(Optional.empty(), Optional.empty(), many));
    PossibleOutcomes outcomes =
        new PossibleOutcomes(large.setup(), large.checkMethod(), Integer.MAX_VALUE, 1);
    assertThat(outcomes.answer(Map.of("path", "")))
        .contains("\"bound\":\"1 s, after ")
        .contains("\"all\":false");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aFaultThatWasChosenCountsForWhatIsStillPossible() {
    JsonNode stalled = outcomes("stall:0", 100_000);
    assertThat(stalled.get("outcomes")).isNotEmpty();
    assertThat(stalled.get("outcomes")).isNotEqualTo(outcomes("", 100_000).get("outcomes"));
  }

  @Test
  void whatDecidedItIsTold() throws IOException {
    JsonNode outcome = outcomes("stall:0", 100_000).get("outcomes").get(0);
    String whole = String.join(",", texts(outcome.get("path")));
    JsonNode decision = decision(whole);
    assertThat(decision.get("known").asText()).isEqualTo("decided");
    assertThat(decision.get("choice").asInt()).isEqualTo(1);
    assertThat(texts(decision.get("others"))).isNotEmpty();
    assertThatThrownBy(() -> decision("step:0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the run is not over at its end");
  }

  private JsonNode decision(String path) throws IOException {
    return Json.tree(paths.decision(Map.of("path", path))).orElseThrow();
  }

  @Test
  void aPathThatIsNoneIsTold() {
    assertThatThrownBy(() -> path("step:9", "", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step:9");
    assertThatThrownBy(() -> path("nonsense", "", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'nonsense' is not a choice");
  }
}
