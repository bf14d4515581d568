package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import lastwords.cli.cases.Claims;
import lastwords.cli.console.ExitCode;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.Outcome;
import lastwords.outcome.PstoreWord;
import lastwords.scenario.Catalog;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.expect.Expectations;
import lastwords.scenario.expect.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JudgedByExploringTest {
  private static final Outcome LOOP =
      new Outcome(
          End.LOOP,
          "",
          "",
          ConsoleWord.ALL,
          PstoreWord.NOT_APPLICABLE,
          KdumpWord.NOT_APPLICABLE,
          new TreeMap<>());

  @TempDir private Path folder;

  private Path scenario(String judge, String lines) throws IOException {
    String text =
        "title = t, kernel = \"5.2\", machine = ${machines.x86_64} { cpus = 2 }\n"
            + "cpu.0.run = panic_in_task, cpu.1.run = \"stuck_holding(&logbuf_lock)\"\n"
            + judge
            + "\nexpect = [ "
            + lines
            + " ]";
    return Files.writeString(folder.resolve("mine.conf"), text);
  }

  private Cli test(String judge, String lines, String... more) throws IOException {
    String file = scenario(judge, lines).toString();
    List<String> words = new java.util.ArrayList<>(List.of("test", file));
    words.addAll(List.of(more));
    return Cli.run(words.toArray(String[]::new));
  }

  @Test
  void alwaysMeansWhateverHappens() throws IOException {
    Cli done = test("judge = explore, states = 48", "{ end = hang, observe = always }");
    assertThat(done.code()).as(done.out()).isEqualTo(ExitCode.OK);
    assertThat(done.out()).endsWith("1 case, 0 runs, 48 states: 1 as expected, 0 not\n");
  }

  private Cli race(String lines) throws IOException {
    Files.writeString(
        folder.resolve("race.c"),
        """
        static int there;
        void comes(void) { WRITE_ONCE(there, 1); }
        void looks(void) { panic("it was %s", READ_ONCE(there) ? "there" : "on its way"); }
        """);
    String text =
        "title = t, kernel = \"5.2\", machine = ${machines.x86_64} { cpus = 2 }\n"
            + "sources = [ race.c ], cpu.0.run = looks, cpu.1.run = comes, judge = explore\n"
            + "expect = [ "
            + lines
            + " ]";
    return Cli.run("test", Files.writeString(folder.resolve("race.conf"), text).toString());
  }

  @Test
  void linesTellOutcomesApartWhoseWordsAreTheSame() throws IOException {
    Cli done =
        race(
            "{ console.has = \"it was there\", observe = sometimes }, "
                + "{ console.has = \"it was on its way\", observe = sometimes }");
    assertThat(done.code()).as(done.out()).isEqualTo(ExitCode.OK);
  }

  @Test
  void whatALineSaysInsteadIsTold() throws IOException {
    Cli done = race("{ end = loop, console.has = \"it was there\", observe = always }");
    assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out())
        .contains("unmet: console has \"it was there\"")
        .contains("console has \"it was there\": nearest is \"[    0.000000] Kernel panic")
        .contains("not syncing: it was on its way\"");
  }

  @Test
  void anOutcomeThatNoLineAllowsFailsWithItsReason() throws IOException {
    Path report = folder.resolve("report.xml");
    Cli done =
        test(
            "judge = explore", "{ end = loop, observe = sometimes }", "--junit", report.toString());
    assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out())
        .contains("not allowed", "never", "logbuf_lock is held by cpu1")
        .contains("again: lastwords explore ");
    assertThat(Files.readString(report)).contains("<failure message=\"not as expected\">");
  }

  @Test
  void anotherNumberOfStatesThanStatedFails() throws IOException {
    Cli done = test("judge = explore, states = 47", "{ end = hang, observe = always }");
    assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out()).contains("states = 47 is stated, but there are 48");
  }

  @Test
  void statesAreForExploringOnly() throws IOException {
    Cli done = test("states = 47", "{ end = hang, observe = always }");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("mine.conf:3: states needs judge = explore");
  }

  @Test
  void theCommandLineCanSayWhoJudges() throws IOException {
    String lines = "{ end = hang, observe = always }";
    assertThat(test("judge = explore", lines, "--judge", "simulate").out())
        .contains("1 of 1", "1 case, 1 run: 1 as expected");
    assertThat(test("", lines, "--judge", "explore").out()).contains("1 case, 0 runs, 48 states");
  }

  @Test
  void aBoundLeavesClaimsOpenThatMoreStatesCanDecide() throws IOException {
    assertThat(claims("{ end = loop, observe = always }")).isEqualTo(Claims.UNDECIDED);
    assertThat(claims("{ end = hang, observe = never }")).isEqualTo(Claims.UNDECIDED);
    assertThat(claims("{ end = [loop, hang], observe = sometimes }")).isEqualTo(Claims.UNDECIDED);
    assertThat(claims("{ end = hang, observe = always }")).isEqualTo(Claims.FAIL);
    assertThat(claims("{ end = loop, observe = never }")).isEqualTo(Claims.FAIL);
  }

  private Claims claims(String line) throws IOException {
    Path file = scenario("judge = explore", line);
    List<Expectation> lines =
        Catalog.standard().scenario(file.toString()).cases().get(0).expectations();
    Judgement judgement = Expectations.judge(lines, java.util.Map.of(LOOP, 3));
    return Claims.of(judgement, false);
  }
}
