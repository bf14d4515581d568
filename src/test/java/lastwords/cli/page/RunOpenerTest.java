package lastwords.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Terminal;
import lastwords.engine.recording.RecordedRun;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ui} accepts. */
final class RunOpenerTest {
  private static final String HANG = "hang at cpu0:logbuf_lock in kmsg_dump";

  @TempDir private Path folder;

  private static Opened opened(Path file) throws IOException {
    assertThat(RunOpener.isFile(file.toString())).isTrue();
    return new RunOpener(1, 1_000).file(file);
  }

  @Test
  void aWitnessIsShownAndCanBeFollowedByHand() throws IOException {
    Cli.run("explore", "logbuf-scenario-2", "--witness-dir", folder.toString());
    try (Stream<Path> files = Files.list(folder)) {
      Opened opened = opened(files.findFirst().orElseThrow());
      assertThat(opened.run().about().outcome()).startsWith(HANG);
      assertThat(opened.schedule()).startsWith("step:0");
      assertThat(opened.questions()).containsKeys("path.json", "outcomes.json");
    }
  }

  @Test
  void aRecordingIsShown() throws IOException {
    Path file = folder.resolve("a.recording");
    RecordedRun.write(file, "logbuf-scenario-2", 3, it -> it);
    Opened opened = opened(file);
    assertThat(opened.run().about().scenario()).isEqualTo("logbuf-scenario-2");
    assertThat(opened.run().trace().steps().cpu()).hasSizeGreaterThan(100);
    assertThat(opened.questions()).isEmpty();
  }

  @Test
  void aTraceIsShownAsFarAsItTells() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Cli.run("run", "logbuf-scenario-2", "--trace", file.toString());
    Opened opened = opened(file);
    assertThat(opened.run().about().title()).isEqualTo("a.jsonl");
    assertThat(opened.run().about().cpus()).isEqualTo(2);
    assertThat(opened.run().trace().story()).anyMatch(it -> it.text().equals("panics"));
    assertThat(opened.run().trace().arrows()).hasSize(1);
    assertThat(opened.run().sources()).isEmpty();
  }

  private static void refused(String because, String... words) {
    Cli done =
        Cli.run(
            Terminal.NONE.withProgram("deploy/lastwords"),
            Stream.concat(Stream.of("ui"), Stream.of(words)).toArray(String[]::new));
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains(because);
  }

  @Test
  void otherFilesAreRefusedWithWhatIsExpected() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "no run\n");
    refused(
        "notes.txt:1: cannot be shown; expected a scenario (*.conf), a witness", file.toString());
    refused("a recording (\"lastwords recording 2\")", file.toString());
    refused("cannot be shown", folder.toString());
    refused("cannot be shown", "logbuf-scenario-2", "--with", file.toString());
    refused("no scenario 'nonesuch'", "nonesuch");
  }

  @Test
  void aFaultThatExploringDoesNotHaveIsToldToWhoExploresByHand() throws IOException {
    Path file = folder.resolve("chance.conf");
    Files.writeString(
        file,
        """
        title = "an interrupt that is lost now and then"
        kernel = "5.2"
        machine = ${machines.arm64} { cpus = 2 }
        cpu.0.run = panic_in_task
        faults = [ { drop = ipi, probability = 50 } ]
        """);
    Opened opened = new RunOpener(1, 1_000).scenario(file.toString(), "default", Overrides.NONE);
    assertThatThrownBy(() -> opened.questions().get("path.json").answer(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("explore does not support fault");
  }

  @Test
  void aRunThatWasMadeAlreadyCannotHaveAnotherKernel() throws IOException {
    Path file = folder.resolve("a.recording");
    RecordedRun.write(file, "logbuf-scenario-2", 3, it -> it);
    refused("cannot have another kernel or setting", file.toString(), "--kernel", "5.2");
    refused(
        "cannot have another kernel or setting",
        "logbuf-scenario-2",
        "--with",
        file.toString(),
        "--with-kernel",
        "5.2");
  }

  @Test
  void aComparisonShowsARunOfEachSideOfWhatGotWorst() throws IOException {
    Path file = folder.resolve("pair.html");
    List<String> line = List.of("compare", "5.2", "5.2+panic-lock-safe", "logbuf-scenario-2");
    Cli.run(Stream.concat(line.stream(), Stream.of("--html", file.toString())).toList());
    assertThat(Files.readString(file))
        .contains("\"left\":{", HANG)
        .contains("\"right\":{", "loop, console none, pstore skipped")
        .doesNotContain("src=\"")
        .doesNotContain("href=\"");
  }
}
