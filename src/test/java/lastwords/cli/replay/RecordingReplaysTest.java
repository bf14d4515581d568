package lastwords.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import lastwords.engine.recording.RecordedRun;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lastwords replay} with recordings of clusters. */
final class RecordingReplaysTest {
  @TempDir private Path folder;

  private Path recording(UnaryOperator<PartEvent> change) throws IOException {
    Path file = folder.resolve("a.recording");
    RecordedRun.write(file, "logbuf-scenario-2", 3, change);
    return file;
  }

  private static Cli replay(Path file, String... options) {
    List<String> words = new java.util.ArrayList<>(List.of("replay", file.toString()));
    words.addAll(List.of(options));
    return Cli.run(words);
  }

  @Test
  void aRecordingGoesAsRecorded() throws IOException {
    Cli done = replay(recording(it -> it));
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out()).contains("as recorded, event by event: ").contains("again: ");
    assertThat(replay(folder.resolve("a.recording"), "--check").out()).hasLineCount(1);
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    Cli done = replay(recording(it -> it), "--json");
    JsonNode json = new ObjectMapper().readTree(done.out());
    assertThat(json.get("same").asBoolean()).isTrue();
    assertThat(json.get("complete").asBoolean()).isTrue();
    assertThat(json.get("events").asLong()).isGreaterThan(100);
    assertThat(json.at("/outcome/end").isTextual()).isTrue();
  }

  @Test
  void aTraceIsPrintedAlone() throws IOException {
    Cli done = replay(recording(it -> it), "--trace", "jsonl");
    assertThat(done.code()).isZero();
    assertThat(done.out().lines()).allMatch(line -> line.startsWith("{\"seq\":"));
  }

  @Test
  void aDifferenceIsToldWithItsPlace() throws IOException {
    boolean[] changed = {false};
    Cli done =
        replay(
            recording(
                it -> {
                  boolean change = it.kind() == Kind.PERFORM && it.seq() == 20 && !changed[0];
                  changed[0] |= change;
                  return change ? spoilt(it) : it;
                }));
    assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.err())
        .contains("NOT as recorded: event ", "recorded: ", "recorded by lastwords ");
  }

  private static PartEvent spoilt(PartEvent it) {
    StepRecord step = it.step();
    return it.with(
        new StepRecord(
            it.seq(),
            it.nanos(),
            it.cpu(),
            step.context(),
            step.pc(),
            step.operation(),
            it.target(),
            it.argument(),
            it.result() + (1L << 40)));
  }

  @Test
  void aFileThatWasCutIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(recording(it -> it));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 3));
    Cli done = replay(cut);
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).startsWith("lastwords: ").contains("cut: ends in the middle of event ");
    assertThat(done.err()).hasLineCount(1);
  }
}
