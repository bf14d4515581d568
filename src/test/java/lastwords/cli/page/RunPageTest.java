package lastwords.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunPageTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"run\">(.*?)</script>");

  @TempDir private Path folder;

  private String page(String... scenario) throws IOException {
    Path file = folder.resolve("run.html");
    String[] line = Arrays.copyOf(scenario, scenario.length + 2);
    line[scenario.length] = "--html";
    line[scenario.length + 1] = file.toString();
    Cli done = Cli.run(line);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    return Files.readString(file);
  }

  private static JsonNode data(String page) throws IOException {
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  @Test
  void aPageNeedsNothingFromElsewhereAndIsTheSameForTheSameRun() throws IOException {
    String page = page("run", "logbuf-scenario-1");
    assertThat(page)
        .contains("Content-Security-Policy")
        .doesNotContain("src=\"")
        .doesNotContain("href=\"")
        .doesNotContain("https://");
    assertThat(page("run", "logbuf-scenario-1")).isEqualTo(page);
  }

  @Test
  void everyStepIsThereWithItsPlaceInTheSource() throws IOException {
    JsonNode run = data(page("run", "logbuf-scenario-2"));
    int count = run.get("steps").get("cpu").size();
    assertThat(count).isGreaterThan(100);
    run.get("steps").forEach(column -> assertThat(column.size()).isEqualTo(count));
    int panics = panicStep(run);
    String file = run.get("names").get(run.get("steps").get("file").get(panics).asInt()).asText();
    int line = run.get("steps").get("line").get(panics).asInt();
    assertThat(run.get("sources").get(file).asText().split("\n")[line - 1])
        .contains("lw_panic_begins");
  }

  private static int panicStep(JsonNode run) {
    for (JsonNode moment : run.get("story")) {
      if (moment.get("kind").asText().equals("panic")) {
        return moment.get("step").asInt();
      }
    }
    throw new AssertionError("nobody panics");
  }

  @Test
  void aLockThatIsHeldAndWantedAtTheEndIsARing() throws IOException {
    JsonNode run = data(page("run", "logbuf-scenario-2"));
    int count = run.get("steps").get("cpu").size();
    assertThat(run.get("holds"))
        .filteredOn(span -> span.get("to").asInt() == count)
        .extracting(span -> span.get("lock").asText() + " " + span.get("wanted").asBoolean())
        .containsExactlyInAnyOrder("logbuf_lock false", "logbuf_lock true");
  }

  @Test
  void anInterruptThatIsNeverTakenArrivesAndNoMore() throws IOException {
    JsonNode arrows = data(page("run", "logbuf-scenario-2")).get("arrows");
    assertThat(arrows).hasSize(1);
    JsonNode stop = arrows.get(0);
    assertThat(stop.get("from").asInt()).isZero();
    assertThat(stop.get("to").asInt()).isEqualTo(1);
    assertThat(stop.get("arrived").asInt()).isGreaterThan(stop.get("sent").asInt());
    assertThat(stop.get("taken").asInt()).isEqualTo(-1);
    assertThat(stop.get("lost").asBoolean()).isFalse();
  }

  @Test
  void wordsReachTheirSinksOneByOne() throws IOException {
    JsonNode sinks = data(page("run", "logbuf-scenario-3:patched")).get("sinks");
    assertThat(sinks.get("ttyAMA0")).hasSizeGreaterThan(5);
    assertThat(sinks.get("ttyAMA0").get(0).get("text").asText()).contains("Kernel panic");
    assertThat(sinks.get("pstore")).hasSize(1);
  }

  @Test
  void whatTheKernelSaysCannotEndTheScript() throws IOException {
    String page = page("run", "logbuf-scenario-1");
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    assertThat(data.group(1)).doesNotContain("<");
  }
}
