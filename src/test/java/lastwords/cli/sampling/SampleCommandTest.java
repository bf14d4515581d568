package lastwords.cli.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SampleCommandTest {
  private static final String FLOOD = "panic-waits-for-a-console-owner-that-it-has-stopped";
  private static final String[] FLOOD_LINE = {"sample", FLOOD, "--runs", "250"};

  private static String[] plus(String[] line, String... more) {
    return Stream.concat(Stream.of(line), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void theTableSaysHowOftenEachOutcomeCame() {
    Cli done = Cli.run(FLOOD_LINE);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.err()).as("complaints").doesNotContain("lastwords:");
    assertThat(done.out())
        .contains("250 runs, timed, seeds 1 to 250")
        .contains("kdump, console none, pstore written, kdump ok")
        .contains("hang at cpu0:console_waiter in console_trylock_spinning")
        .contains("outcome 1, first:   lastwords run " + FLOOD + " --seed ")
        .endsWith("as expected\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timed", "random", "pct"})
  void theResultDoesNotDependOnTheNumberOfWorkers(String strategy) {
    String[] line = {
      "sample",
      "logbuf-scenario-2",
      "--variant",
      "bystander",
      "--runs",
      "130",
      "--strategy",
      strategy
    };
    String one = Cli.run(plus(line, "--workers", "1")).out();
    assertThat(Cli.run(plus(line, "--workers", "3")).out()).isEqualTo(one);
  }

  @Test
  void theFirstSeedIsTheFirstThatShowsTheOutcome() throws IOException {
    JsonNode sample = new ObjectMapper().readTree(Cli.run(plus(FLOOD_LINE, "--json")).out());
    assertThat(sample.get("expectations").asText()).isEqualTo("hold");
    assertThat(sample.get("outcomes").size()).isGreaterThan(1);
    int runs = 0;
    for (JsonNode outcome : sample.get("outcomes")) {
      runs += outcome.get("runs").asInt();
      String seed = outcome.get("firstSeed").asText();
      JsonNode run =
          new ObjectMapper().readTree(Cli.run("run", FLOOD, "--seed", seed, "--json").out());
      assertThat(run.get("outcome")).isEqualTo(outcome.get("outcome"));
      String slow = outcome.get("slowestSeed").asText();
      run = new ObjectMapper().readTree(Cli.run("run", FLOOD, "--seed", slow, "--json").out());
      assertThat(run.get("virtualNanos")).isEqualTo(outcome.get("longest"));
    }
    assertThat(runs).isEqualTo(250);
  }

  @Test
  void aWantedPrecisionEndsTheSample() {
    Cli done = Cli.run("sample", "logbuf-scenario-1", "--until-ci", "1%");
    assertThat(done.out()).contains("200 runs, timed").contains("98.12 to 100.00 %");
  }

  @ParameterizedTest
  @CsvSource({"timed, seed = ", "random, schedule = ", "pct, schedule = "})
  void theWitnessesOfASampleReplay(String strategy, String kind, @TempDir Path folder)
      throws IOException {
    String[] line = {
      "sample", "logbuf-scenario-3", "--variant", "take-and-release", "--runs", "10"
    };
    Cli.run(plus(line, "--strategy", strategy, "--witness-dir", folder.toString()));
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      assertThat(Files.readString(file)).contains(kind);
      Cli replayed = Cli.run("replay", file.toString(), "--check");
      assertThat(replayed.code()).as(replayed.err()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void pctStatesItsGuarantee() {
    Cli done =
        Cli.run("sample", "logbuf-scenario-2", "--strategy", "pct", "--depth", "2", "--runs", "50");
    assertThat(done.out())
        .containsPattern("n = \\d+ actors, k = 235 choices: .* at least 1/\\(n\\*k\\^1\\)");
  }

  @Test
  void anInterruptedSampleReportsWhatItHas() {
    Thread.currentThread().interrupt();
    Cli done = Cli.run(FLOOD_LINE);
    assertThat(done.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(done.out()).contains("interrupted");
  }

  @ParameterizedTest
  @CsvSource({
    "--runs, 0",
    "--depth, 0",
    "--workers, 0",
    "--until-ci, often",
    "--until-ci, 90%",
    "--strategy, tme"
  })
  void wrongNumbersAreUsageErrors(String option, String value) {
    Cli done = Cli.run("sample", "logbuf-scenario-1", option, value);
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains(option.replace("--strategy", "'tme' is none of"));
  }

  @Test
  void aWidthThatIsNotReachedIsTold() {
    Cli done = Cli.run("sample", "logbuf-scenario-2", "--runs", "1", "--until-ci", "1%");
    assertThat(done.out()).contains(": 1 run, timed, seed 1\n");
    assertThat(done.err()).contains("--until-ci 1%: not reached with that many --runs");
    Cli enough = Cli.run("sample", "logbuf-scenario-2", "--until-ci", "40%");
    assertThat(enough.err()).isEmpty();
  }
}
