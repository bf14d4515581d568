package lastwords.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import lastwords.json.Json;
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

  private static String name(JsonNode run, JsonNode number) {
    return run.get("names").get(number.asInt()).asText();
  }

  @Test
  void variablesAndLocksAreToldAsTheyWereAndAsTheyAre() throws IOException {
    JsonNode run = data(page("run", "logbuf-scenario-2"));
    JsonNode changes = run.get("changes");
    List<String> told = new ArrayList<>();
    for (int i = 0; i < changes.get("step").size(); i++) {
      told.add(
          name(run, changes.get("name").get(i))
              + ": "
              + name(run, changes.get("before").get(i))
              + " -> "
              + name(run, changes.get("after").get(i)));
    }
    assertThat(told)
        .contains("panic_cpu.counter: -1 -> 0", "logbuf_lock: free -> cpu0")
        .contains("console_loglevel: 7 -> 15");
  }

  @Test
  void theCallsOfAStepAreThere() throws IOException {
    JsonNode run = data(page("run", "logbuf-scenario-2"));
    JsonNode calls = run.get("calls");
    List<String> stack = new ArrayList<>();
    int call = calls.get("step").get(panicStep(run)).asInt();
    while (call >= 0) {
      stack.add(calls.get("function").get(call).asText());
      call = calls.get("caller").get(call).asInt();
    }
    assertThat(stack)
        .startsWith("panic", "panic_at_breakpoint", "vprintk_store")
        .endsWith("panic_inside_vprintk_store", "__cpu0_run");
  }

  @Test
  void notifiersAreThereInTheOrderInWhichTheyRun() throws IOException {
    String scenario = "bmc-that-does-not-answer-is-polled-for-ever";
    List<String> names = new ArrayList<>();
    data(page("run", scenario)).get("notifiers").forEach(it -> names.add(it.get("name").asText()));
    List<String> ran = new ArrayList<>();
    Json.tree(Cli.run("run", scenario, "--json").out())
        .orElseThrow()
        .get("notifiers")
        .forEach(it -> ran.add(it.get("name").asText()));
    assertThat(ran).isNotEmpty();
    assertThat(names).containsExactlyInAnyOrderElementsOf(ran);
  }
}
