package lastwords.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import lastwords.engine.recording.RecordedRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code lastwords convert} reads and writes. */
final class ConvertCommandTest {
  private static final String SCENARIO = "logbuf-scenario-2:x86_64";

  @TempDir private static Path folder;

  private static Path trace;

  @BeforeAll
  static void aTrace() {
    trace = folder.resolve("t.jsonl");
    assertThat(converted(SCENARIO, trace.toString()).code()).isEqualTo(ExitCode.OK);
  }

  private static Cli converted(String... words) {
    List<String> line = new ArrayList<>(List.of("convert"));
    line.addAll(List.of(words));
    return Cli.run(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "shiviz", "jsonl", "ftrace", "columns"})
  void aTraceFromAFileIsWrittenAsTheRunWas(String format) {
    Cli run = converted(SCENARIO, "-", "--to", format);
    Cli file = converted(trace.toString(), "-", "--to", format);
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(file.out()).isEqualTo(run.out()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl", "columns"})
  void theStoryOfAFileIsThatOfTheRun(String format) {
    Cli run = converted(SCENARIO, "-", "--to", format, "--level", "story");
    Cli file = converted(trace.toString(), "-", "--to", format, "--level", "story");
    assertThat(file.out()).isEqualTo(run.out()).contains("takes an NMI");
  }

  @Test
  void aWitnessOfExploreHasStepsInThePlaceOfTimes() throws IOException {
    Path witnesses = folder.resolve("w");
    Cli.run("explore", "logbuf-scenario-2", "--witness-dir", witnesses.toString());
    Path witness;
    try (var files = Files.list(witnesses)) {
      witness = files.findFirst().orElseThrow();
    }
    Cli svg = converted(witness.toString(), "-", "--to", "svg");
    assertThat(svg.code()).isEqualTo(ExitCode.OK);
    assertThat(svg.out())
        .startsWith("<svg ")
        .contains(">step ")
        .contains("hang at cpu0:logbuf_lock");
    assertThat(converted(witness.toString(), folder.resolve("w.dat").toString()).code())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void aRecordingIsMadeAgain() throws IOException {
    Path recording = folder.resolve("a.recording");
    RecordedRun.write(recording, "logbuf-scenario-2", 3, it -> it);
    Cli story = converted(recording.toString(), "-", "--to", "csv", "--level", "story");
    assertThat(story.code()).isEqualTo(ExitCode.OK);
    assertThat(story.out()).contains(",panic,,panics,panic,");
  }

  @Test
  void runPicksTheFormatOfATraceByItsEnding() throws IOException {
    Path dat = folder.resolve("run.dat");
    Path svg = folder.resolve("run.svg");
    Path text = folder.resolve("run.trace");
    Cli.run("run", "logbuf-scenario-2", "--trace", dat.toString());
    Cli.run("run", "logbuf-scenario-2", "--trace", svg.toString());
    Cli.run("run", "logbuf-scenario-2", "--trace", text.toString());
    assertThat(Files.readAllBytes(dat)).startsWith(0x17, 0x08, 0x44);
    assertThat(svg).content().startsWith("<svg ").contains(">panics<", "hang at cpu0");
    assertThat(text).content().startsWith("---");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          logbuf-scenario-2 - | standard output has no ending
          logbuf-scenario-2 x.foo | expected a name that ends in one of .txt, .ftrace, .jsonl
          logbuf-scenario-2 - --to xml | 'xml' is none of columns, ftrace, jsonl, csv, dat
          logbuf-scenario-22 - --to csv | did you mean 'logbuf-scenario-2'
          logbuf-scenario-2 - --to ftrace --level story | ftrace text has every step
          logbuf-scenario-2 | Missing required parameter: 'OUT'
          logbuf-scenario-2 - --to csv --cpu x | --cpu x: expected numbers
          """)
  void mistakesAreErrors(String line, String message) {
    Cli done = converted(line.split(" "));
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).containsIgnoringCase(message);
  }

  @Test
  void aFileThatIsNoTraceIsAnError() throws IOException {
    Path bad = folder.resolve("bad.jsonl");
    Files.writeString(bad, Files.readAllLines(trace).get(0) + "\n{\"seq\":1,\"ns\":\n");
    Cli done = converted(bad.toString(), "-", "--to", "csv");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("bad.jsonl:2: expected a step, such as {");
    Path columns = folder.resolve("c.txt");
    converted(SCENARIO, columns.toString());
    assertThat(converted(columns.toString(), "-", "--to", "csv").err())
        .contains("c.txt: expected a trace as JSON lines");
    assertThat(converted(trace.toString(), "-", "--to", "csv", "--kernel", "5.2").err())
        .contains("a recorded run cannot have another variant, kernel or setting");
    assertThat(converted(trace.toString(), trace.toString()).err())
        .contains("is the file that is read");
  }

  @Test
  void aFailureLeavesAnEarlierFileAsItWas() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Path bad = own.resolve("bad.jsonl");
    Files.writeString(bad, Files.readAllLines(trace).get(0) + "\nbroken\n");
    Path keep = Files.writeString(own.resolve("keep.csv"), "precious");
    assertThat(converted(bad.toString(), keep.toString()).code()).isEqualTo(ExitCode.USAGE);
    assertThat(keep).hasContent("precious");
    assertThat(own.toFile().list()).containsExactlyInAnyOrder("bad.jsonl", "keep.csv");
  }

  @Test
  void whatIsNeitherRunNorScenarioIsTold() throws IOException {
    String expected = "expected a trace (JSON lines), a recording, a witness, or a scenario";
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
    assertThat(converted(empty.toString(), "-", "--to", "csv").err())
        .contains("empty.jsonl: is empty; " + expected);
    Path object = Files.writeString(folder.resolve("object.jsonl"), "{}\n");
    assertThat(converted(object.toString(), "-", "--to", "csv").err())
        .contains("object.jsonl:1: " + expected);
    assertThat(converted(folder.toString(), "-", "--to", "csv").err())
        .contains(folder + " is a folder, not a file");
    assertThat(converted("nosuch.jsonl", "-", "--to", "csv").err())
        .contains("nosuch.jsonl: no such file; " + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--cpu 99", "--function nosuchfn", "--lock nolock", "--since 5ms --until 1ms"})
  void aSelectionOfNothingIsTold(String filter) {
    for (String format : List.of("csv", "dat", "columns", "svg")) {
      Cli done =
          converted(
              (trace + " " + folder.resolve("f") + " --to " + format + " " + filter).split(" "));
      assertThat(done.code()).isEqualTo(ExitCode.OK);
      assertThat(done.err()).contains("nothing was selected by " + filter);
    }
    assertThat(converted(trace.toString(), "-", "--to", "csv", "--cpu", "0").err()).isEmpty();
  }
}
