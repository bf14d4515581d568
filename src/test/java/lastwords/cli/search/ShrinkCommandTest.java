package lastwords.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShrinkCommandTest {
  private static final String LOCKS = "src/docs/lock-order/lock-order.conf";

  @TempDir private Path folder;

  @Test
  void aBrokenLockOrderIsAHangOfSixChoices() throws IOException {
    Path small = folder.resolve("small.witness");
    Cli done = Cli.run("shrink", LOCKS, "--outcome", "hang", "-o", small.toString());
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out())
        .contains("after   6 choices, 2 context switches, 0 interrupts, 0 faults, 2 CPUs")
        .contains("space exhausted: no schedule is shorter")
        .contains("schedule\n  step:0*3 step:1*2 step:0\n");
    Cli replayed = Cli.run("replay", small.toString());
    assertThat(replayed.code()).as(replayed.err()).isEqualTo(ExitCode.OK);
    assertThat(replayed.out()).contains("enqueue:10  lock stats_lock waits").doesNotContain("cpu2");
  }

  @Test
  void aCorrectLockOrderHasNoHang() {
    Cli explored = Cli.run("explore", LOCKS, "--variant", "ordered");
    assertThat(explored.out())
        .contains("1  always", "space exhausted\nas expected")
        .doesNotContain("hang at");
    Cli done = Cli.run("shrink", LOCKS, "--variant", "ordered", "--outcome", "hang");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err())
        .contains("no outcome 'hang' without a clock; the only outcomes are: alive");
  }

  /** CPU 0 is starved of a lock without a queue: the witness is a cycle. */
  @Test
  void aRunThatGoesRoundIsReplayedShrunkAndExplained() throws IOException {
    String[] options = {"logbuf-scenario-3", "--variant", "test-and-set", "--outcome"};
    String outcome = "livelock at cpu0:logbuf_lock in vprintk_emit, console none";
    Path file = folder.resolve("round.witness");
    Cli done =
        Cli.run(
            "shrink",
            options[0],
            options[1],
            options[2],
            options[3],
            outcome,
            "-o",
            file.toString());
    assertThat(done.out()).contains("no schedule is shorter", "\nand then for ever\n  step:1 ");
    Cli replayed = Cli.run("replay", file.toString());
    assertThat(replayed.code()).as(replayed.err()).isEqualTo(ExitCode.OK);
    assertThat(replayed.out())
        .contains(
            "cpu1 takes and releases it for ever", "as recorded: " + outcome, "and so on for ever");
    assertThat(Cli.run("why", file.toString()).out())
        .contains("no step decides it: the run repeats itself", "step:0: cpu0 makes a step");
    String broken = Files.readString(file).replace(" step:1*2 step:0\n", " step:1*2\n");
    Files.writeString(file, broken);
    Cli refused = Cli.run("replay", file.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("after the cycle the machine is not in the same state");
  }

  @Test
  void aWitnessByASeedIsShrunkToASchedule() throws IOException {
    Cli.run("sample", "logbuf-scenario-1", "--runs", "1", "--witness-dir", folder.toString());
    Path seeded = folder.resolve("logbuf-scenario-1-1-hang.witness");
    JsonNode shrunk =
        new ObjectMapper().readTree(Cli.run("shrink", seeded.toString(), "--json").out());
    assertThat(shrunk.get("ownSchedule").asBoolean()).isFalse();
    String other = "a run with seed 1, which has no schedule; this is a schedule";
    assertThat(Cli.run("shrink", seeded.toString()).out()).contains(other);
    assertThat(Cli.run("why", seeded.toString()).out()).contains(other);
    assertThat(shrunk.get("shortest").asBoolean()).isTrue();
    assertThat(shrunk.get("after").get("choices").asInt()).isEqualTo(20);
    assertThat(shrunk.get("after").get("cpus").asInt()).isEqualTo(2);
  }
}
