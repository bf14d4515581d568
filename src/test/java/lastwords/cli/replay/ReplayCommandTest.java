package lastwords.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import lastwords.engine.witness.WitnessText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayCommandTest {
  private static final String CASE = "logbuf-scenario-2";
  private static final int FIRST_LINE = WitnessText.FIRST_LINE.length() + 1;

  @TempDir private static Path folder;
  private static Path hang;

  @BeforeAll
  static void explore() {
    Cli done = Cli.run("explore", CASE, "--witness-dir", folder.toString());
    hang = folder.resolve("logbuf-scenario-2-1-hang.witness");
    assertThat(done.out()).endsWith("again: lastwords replay " + hang + "\n");
  }

  private static Path edited(String from, String to) throws IOException {
    String text = Files.readString(hang);
    assertThat(text).contains(from);
    return Files.writeString(folder.resolve("edited.witness"), text.replace(from, to));
  }

  private static String refused(Path file) {
    Cli done = Cli.run("replay", file.toString());
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err().lines()).hasSize(1);
    return done.err();
  }

  @Test
  void aWitnessIsShownInColumnsAndComesOutTheSame() {
    Cli done = Cli.run("replay", hang.toString());
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out())
        .contains("step | cpu0", "last words", "why\n")
        .containsPattern("kmsg_dump:\\d+  lock logbuf_lock waits")
        .endsWith(
            "as recorded: hang at cpu0:logbuf_lock in kmsg_dump, console none, pstore unreached,"
                + " kdump n/a, not stopped [1]\n");
  }

  @Test
  void aTraceIsPrintedAlone() {
    String[] lines = Cli.run("replay", hang.toString(), "--trace", "jsonl").out().split("\n");
    assertThat(lines).hasSize(233).allMatch(line -> line.startsWith("{\"seq\":"));
    assertThat(Cli.run("replay", hang.toString(), "--trace", "ftrace").out())
        .startsWith("# tracer: nop");
  }

  @Test
  void aCheckSaysOneLine() {
    assertThat(Cli.run("replay", hang.toString(), "--check").out())
        .startsWith("as recorded: ")
        .hasLineCount(1);
  }

  @Test
  void aWitnessOfASearchWithoutReductionReplaysWithoutIt() throws IOException {
    Path whole = folder.resolve("whole");
    Cli.run("explore", CASE, "--no-reduction", "--witness-dir", whole.toString());
    String file = whole.resolve(hang.getFileName()).toString();
    assertThat(Files.readString(Path.of(file))).contains("reduced = no");
    assertThat(Cli.run("replay", file, "--check").code()).isEqualTo(ExitCode.OK);
    assertThat(Cli.run("shrink", file).code()).isEqualTo(ExitCode.OK);
    assertThat(Cli.run("why", file).code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void anotherOutcomeThanTheRecordedOneIsNotExpected() throws IOException {
    Cli done = Cli.run("replay", edited("in kmsg_dump", "in kmsg_jump").toString(), "--check");
    assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.err()).contains("NOT as recorded").contains("in kmsg_dump");
  }

  @Test
  void anotherKernelOrMachineIsRefused() throws IOException {
    assertThat(refused(edited("variant = \"default\"", "variant = \"patched\"")))
        .contains("the kernel 5.2+panic-lock-safe has changed since this was written");
    assertThat(refused(edited("variant = \"default\"", "set.\"machine.cpus\" = 3")))
        .contains("machine");
  }

  @Test
  void whatIsNoWitnessIsSaidInALine() throws IOException {
    assertThat(refused(Files.writeString(folder.resolve("other"), "x = 1\n")))
        .contains("other:1: cannot be replayed");
    assertThat(refused(edited("variant", "varyant")))
        .contains(":6: a witness has no 'varyant'; did you mean");
    assertThat(refused(edited("deliver:1:66", "deliver:1:67")))
        .contains("choice 179 of the schedule");
    assertThat(refused(edited("step:0*175", "skip:0*175"))).contains("skip");
    assertThat(refused(edited("ends = quiescent", "ends = quick"))).contains("'quick' is none of");
    assertThat(refused(edited("ends = quiescent", "seed = 1"))).contains("a seed or a schedule");
    assertThat(refused(edited("ends = quiescent", "cpus = 9\nends = quiescent")))
        .contains("removes more CPUs");
    assertThat(refused(folder.resolve("absent"))).contains("no such file");
  }

  @Test
  void aWitnessOfAnEarlierVersionIsReplayed() throws IOException {
    Path earlier = edited("ends = quiescent", "ends = quiet");
    Cli done = Cli.run("replay", earlier.toString());
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
  }

  /** Any such file is either replayed or rejected. */
  @Test
  void spoiltWitnessesAreRefusedOrRun() throws IOException {
    String text = Files.readString(hang);
    Random random = new Random(1);
    Path file = folder.resolve("spoilt.witness");
    for (int i = 0; i < 150; i++) {
      StringBuilder spoilt = new StringBuilder(text);
      for (int k = 0; k <= random.nextInt(3); k++) {
        int at = FIRST_LINE + random.nextInt(spoilt.length() - FIRST_LINE);
        switch (random.nextInt(4)) {
          case 0 -> spoilt.setCharAt(at, (char) (32 + random.nextInt(95)));
          case 1 -> spoilt.insert(at, random.nextInt(1000));
          case 2 -> spoilt.delete(at, Math.min(spoilt.length(), at + 1 + random.nextInt(20)));
          default ->
              spoilt.insert(
                  at, spoilt.substring(FIRST_LINE + random.nextInt(at - FIRST_LINE + 1), at));
        }
      }
      Files.writeString(file, spoilt);
      Cli done = Cli.run("replay", file.toString(), "--check");
      assertThat(done.code())
          .as(spoilt + done.err())
          .isIn(ExitCode.OK, ExitCode.UNEXPECTED, ExitCode.USAGE);
    }
  }

  @Test
  void whatATestDidNotExpectIsWrittenAndReplays(@TempDir Path failures) throws IOException {
    Path scenario =
        Files.writeString(
            failures.resolve("wrong.conf"),
            Files.readString(Path.of("config/scenarios/logbuf-scenario-1.conf"))
                .replace("in = vprintk_emit", "in = console_unlock"));
    Path written = failures.resolve("w");
    Cli done = Cli.run("test", scenario.toString(), "--witness-dir", written.toString());
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out())
        .contains("again: lastwords replay " + written.resolve("wrong-1-hang.witness"));
    Cli replayed = Cli.run("replay", written.resolve("wrong-1-hang.witness").toString(), "--check");
    assertThat(replayed.code()).as(replayed.err()).isEqualTo(ExitCode.OK);
  }
}
