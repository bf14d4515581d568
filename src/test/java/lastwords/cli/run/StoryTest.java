package lastwords.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lastwords.cli.Cli;
import lastwords.cli.JsonSchemas;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoryTest {
  private static final int MOST_LINES = 40;

  @TempDir private Path folder;

  private static List<String> story(String... line) {
    Cli done = Cli.run(line);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    return done.out().lines().takeWhile(it -> !it.isEmpty()).toList();
  }

  private static boolean tells(List<String> story, String... words) {
    return story.stream().anyMatch(line -> List.of(words).stream().allMatch(line::contains));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logbuf-scenario-1",
        "logbuf-scenario-2",
        "logbuf-scenario-3",
        "logbuf-scenario-3:patched",
        "v5.2/crash-kernel-escapes-a-stuck-log",
        "v5.2/safe-flush-flood-keeps-the-panic-printing"
      })
  void aStoryFitsOnAScreenAndTellsWhoPanics(String scenario) {
    List<String> story = story("run", scenario, "--story");
    assertThat(story).hasSizeLessThan(MOST_LINES).anyMatch(it -> it.contains(" panics  "));
  }

  @Test
  void aHangIsToldWithTheLockTheStopAndTheWait() {
    List<String> story = story("run", "logbuf-scenario-2", "--story");
    assertThat(tells(story, " 0 ", "takes logbuf_lock", "printk.c:")).isTrue();
    assertThat(tells(story, " 0 ", "sends handle_ipi_cpu_stop() to cpu1")).isTrue();
    assertThat(tells(story, " 1 ", "never takes handle_ipi_cpu_stop()")).isTrue();
    assertThat(tells(story, " 0 ", "waits for 1.07 s", "smp_send_stop()")).isTrue();
    assertThat(story.get(story.size() - 1))
        .contains("waits for logbuf_lock, which it holds itself, to the end  kmsg_dump()");
  }

  @Test
  void shortWaitsForALockAreToldOnce() {
    List<String> story = story("run", "logbuf-scenario-3", "--story", "--cpu", "0");
    assertThat(story.stream().filter(it -> it.contains(" for logbuf_lock"))).hasSize(1);
    assertThat(tells(story, "waits 30 us for logbuf_lock, which cpu1 holds; ", " in all")).isTrue();
  }

  @Test
  void eachLevelTellsMore() {
    int last = 0;
    for (String level : List.of("story", "functions", "locks", "all")) {
      int lines = story("run", "logbuf-scenario-3", "--story", "--level", level).size();
      assertThat(lines).as(level).isGreaterThan(last);
      last = lines;
    }
  }

  @Test
  void filtersLeaveOutTheRest() {
    List<String> locks =
        story("run", "logbuf-scenario-3", "--story", "--level", "locks", "--lock", "logbuf_lock");
    assertThat(locks.subList(1, locks.size()))
        .allMatch(it -> it.contains("logbuf_lock") || it.contains(" again, "));
    List<String> inPanic = story("run", "logbuf-scenario-2", "--story", "--function", "panic");
    assertThat(inPanic.subList(1, inPanic.size())).hasSize(1).allMatch(it -> it.contains("panics"));
    String since = "1s";
    assertThat(story("run", "logbuf-scenario-2", "--story", "--since", since, "--until", "1.1s"))
        .noneMatch(it -> it.contains("panics"))
        .anyMatch(it -> it.contains("failed to stop"));
    assertThat(story("run", "logbuf-scenario-2", "--story", "--until", since))
        .noneMatch(it -> it.contains("failed to stop"));
  }

  @Test
  void aTraceFileMayHoldAStory() throws IOException {
    Path file = folder.resolve("story.jsonl");
    String path = file.toString();
    Cli.run(
        "run", "logbuf-scenario-2", "--trace", path, "--trace-format", "jsonl", "--level", "story");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSizeLessThan(MOST_LINES).anyMatch(it -> it.contains("\"kind\":\"panic\""));
    for (String line : lines) {
      JsonSchemas.validLine("story", line);
    }
  }

  @Test
  void jsonHasTheStoryWhenItIsAskedFor() throws IOException {
    String text = Cli.run("run", "logbuf-scenario-1", "--json", "--story").out();
    JsonNode story = JsonSchemas.valid("run", text).get("story");
    assertThat(story.isArray()).isTrue();
    assertThat(story.get(story.size() - 1).asText())
        .contains("waits for logbuf_lock, which cpu1 holds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --cpu x                                    | --cpu x: expected numbers
          --since yesterday                          | --since yesterday: expected a time
          --level some                               | is none of story, functions, locks, all
          --trace-format ftrace --level story        | ftrace text has every step
          """)
  void mistakesAreErrors(String options, String message) {
    String file = folder.resolve("t").toString();
    List<String> line =
        new java.util.ArrayList<>(List.of("run", "logbuf-scenario-1", "--trace", file));
    line.addAll(List.of(options.split(" ")));
    Cli done = Cli.run(line);
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains(message);
  }

  @Test
  void aStoryOfNothingIsTold() {
    Cli done = Cli.run("run", "logbuf-scenario-2", "--story", "--cpu", "99");
    assertThat(done.err()).contains("nothing was selected by --cpu 99");
  }

  @Test
  void aStoryIsFoldedToTheTerminal() {
    String[] line = {"run", "logbuf-scenario-2", "--story"};
    String folded = Cli.run(Terminal.NONE.withColumns(80), line).out();
    assertThat(Cli.run(line).out().lines()).anyMatch(it -> it.length() > 80);
    assertThat(folded.lines()).allMatch(it -> it.length() <= 80);
    assertThat(folded).containsPattern("takes logbuf_lock\n +vprintk_emit\\(\\)  printk.c:");
  }
}
