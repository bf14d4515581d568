package lastwords.cli.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import lastwords.cli.JsonSchemas;
import lastwords.cli.console.ExitCode;
import lastwords.engine.matrix.Goal;
import lastwords.engine.matrix.Grid;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatrixCommandTest {
  private static final String QUICK = " --states 0 --runs 1";

  @TempDir private Path folder;

  private static Cli matrix(String line) {
    return Cli.run(
        Stream.concat(Stream.of("matrix"), Arrays.stream(line.split(" "))).toArray(String[]::new));
  }

  private static JsonNode json(String line) throws IOException {
    Cli done = matrix(line + " --json");
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    return JsonSchemas.valid("matrix", done.out());
  }

  private static String error(String line) {
    Cli done = matrix("--states 0 --runs 1 --faults logbuf-scenario-2 " + line);
    assertThat(done.code()).as(done.out()).isEqualTo(ExitCode.USAGE);
    return done.err();
  }

  @Test
  void settingsAreComparedOverSituations() {
    Cli done =
        matrix(
            "--set panic=0,10 --set crashkernel=none,auto --set printk.time=0,1"
                + " --faults typical:panic-in-a-task,typical:deaf-cpu --states 9000 --runs 2");
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out())
        .startsWith(
            "8 settings x 2 situations x kernel 5.18 x machine x86_64: 16 cells; 16 by every")
        .contains("printk.time changes nothing: each cell has the same outcomes with every value")
        .contains("kdump: crashkernel matters most, none: 0 %, auto: 100 %. It explains 100 %")
        .contains("2 of 8: others reach no goal more rarely")
        .contains("recommended\n  panic=10 crashkernel=auto printk.time=0 (3 others do as well)")
        .contains("crashkernel=none instead of auto: kdump from 100 % down to 0 %")
        .contains("panic=0 instead of 10: does as well")
        .contains("Each situation counts the same");
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    String line =
        "--set panic=0,10 --faults typical:busy-log,logbuf-scenario-2 --states 50 --runs 3";
    assertThat(matrix(line + " --workers 3").out()).isEqualTo(matrix(line + " --workers 1").out());
  }

  @Test
  void everyTypicalSituationRunsOnOldAndNewKernelsAndNamesItsSource() throws IOException {
    JsonNode all = json("--kernel 5.2,5.18" + QUICK);
    assertThat(all.get("cells")).hasSize(24);
    for (JsonNode cell : all.get("cells")) {
      assertThat(cell.get("problem").asText()).isEmpty();
    }
    assertThat(Situation.all(Catalog.standard(), List.of("typical")))
        .hasSize(12)
        .allMatch(it -> it.source().length() > 20);
  }

  @Test
  void situationsAreNamedByPatterns() {
    Catalog catalog = Catalog.standard();
    assertThat(Situation.all(catalog, List.of("logbuf-scenario-2:*", "logbuf-scenario-2:patched")))
        .extracting(Situation::variant)
        .contains("patched", "bystander")
        .doesNotContain("default", "")
        .doesNotHaveDuplicates();
    assertThat(Situation.all(catalog, List.of("logbuf-*")))
        .extracting(Situation::scenario)
        .containsExactly("logbuf-scenario-1", "logbuf-scenario-2", "logbuf-scenario-3");
  }

  @Test
  void whatIsDoneIsReportedWhenSomebodyStopsIt() {
    Catalog catalog = Catalog.standard();
    List<Situation> situations = Situation.all(catalog, List.of("logbuf-scenario-2:*"));
    Map<String, List<String>> set = Map.of("panic", List.of("0", "1", "10"));
    MatrixPlan plan = new MatrixPlan(catalog, set, List.of(), List.of(), situations);
    Thread runner = Thread.currentThread();
    MatrixRuns runs = new MatrixRuns(plan, new CellRun(0, 1), 1, () -> false);
    Grid grid = runs.run(runner::interrupt);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(grid.done()).isPositive();
    MatrixResult result = MatrixResult.of(plan, grid, List.of(Goal.values()), 1);
    assertThat(result.known()).hasSize(grid.done());
  }

  @Test
  void eachShippedSettingThatIsNoVariableMakesADifference() throws IOException {
    JsonNode all =
        json(
            "--set pstore=ramoops,efi,none --set crash_kexec_post_notifiers=1"
                + " --faults typical:panic-in-a-task --states 0 --runs 1");
    Set<String> outcomes = new TreeSet<>();
    all.get("cells").forEach(it -> outcomes.add(it.at("/outcomes/0/outcome").asText()));
    assertThat(outcomes)
        .containsExactly(
            "kdump, console all, pstore n/a, kdump ok",
            "kdump, console all, pstore written, kdump ok");
    JsonNode again = all.at("/cells/1/outcomes/0/again");
    assertThat(again.asText())
        .isEqualTo(
            "lastwords run typical --variant panic-in-a-task --set pstore=efi"
                + " --set crash_kexec_post_notifiers=1 --seed 1");
    Cli run = Cli.run(again.asText().replaceFirst("^lastwords ", "").split(" "));
    assertThat(run.out()).contains("kdump, console all, pstore written, kdump ok");
  }

  @Test
  void settingsThatAreNoVariablesAreListed() throws IOException {
    JsonNode list = JsonSchemas.valid("list", Cli.run("list", "settings", "--json").out());
    assertThat(list.get("choices").findValuesAsText("name")).contains("pstore", "crashkernel");
  }

  @Test
  void tablesGoWhereTheyAreWanted() throws IOException {
    Path csv = folder.resolve("cells.csv");
    Cli done =
        matrix(
            "--set panic=0,10 --faults logbuf-scenario-1,logbuf-scenario-2:patched"
                + QUICK
                + " --markdown --pivot situation,panic:restart --csv "
                + csv);
    assertThat(done.out())
        .contains("| setting | words | kdump | restart | pstore | console |\n|---|")
        .contains("| restart | panic=0 | panic=10 |")
        .contains("logbuf-scenario-2:patched");
    assertThat(Files.readAllLines(csv))
        .hasSize(5)
        .first()
        .asString()
        .startsWith("panic,machine,kernel,situation,runs,exhausted,words,words_low,words_high");
  }

  @Test
  void withoutTimeNothingIsTriedAndThatIsSaid() {
    Cli done = matrix("--set panic=0,10 --budget 1ns" + QUICK);
    assertThat(done.code()).isEqualTo(ExitCode.OK);
    assertThat(done.out())
        .isEqualTo(
            "2 settings x 12 situations x kernel 5.18 x machine x86_64: 0 of 24 cells; nothing was"
                + " tried\n");
    assertThat(done.err()).contains("the time was up: 0 of 24 cells");
  }

  @Test
  void nothingIsFoundOfWhatWasNotTried() throws IOException {
    JsonNode all = json("--set panic=0,10 --budget 0s" + QUICK);
    assertThat(all.get("findings")).isEmpty();
    assertThat(all.get("limits").toString()).contains("24 of 24 cells were not reached");
  }

  @Test
  void settingsWithWhichNoGoalIsReachedAreNotRecommended() throws IOException {
    String line =
        "--set panic=0,10 --set crashkernel=none --faults logbuf-scenario-2:bystander" + QUICK;
    assertThat(matrix(line).out())
        .contains("recommended\n  none: every goal is at 0 % with all settings\n");
    assertThat(json(line).path("recommendation").isMissingNode()).isTrue();
  }

  @Test
  void whatCannotBeHadSomewhereIsLeftOutAndSaid() {
    String situation = " --faults typical:nmi-button --states 9000 --runs 20";
    Cli done = matrix("--set unknown_nmi_panic=0,1 --machine x86_64,arm64" + situation);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out().replaceAll("\\s+", " "))
        .contains("2 cells cannot be run: kernel 5.18 has no unknown_nmi_panic on arm64")
        .contains("kdump: unknown_nmi_panic matters most, 0: 0 %, 1: 100 %");
  }

  @Test
  void whatIsMisspeltIsToldBeforeWorkBegins() {
    assertThat(error("--set panc=0,1")).contains("unknown setting 'panc'; did you mean 'panic'?");
    assertThat(error("--set pstore=flash"))
        .contains("pstore: expected one of efi, none, ramoops, found 'flash'");
    assertThat(error("--set panic")).contains("expected NAME=VALUE,VALUE");
    assertThat(error("--set panic=0,0")).contains("is given twice");
    assertThat(error("--set watchdog_thresh=5,10")).contains("is not modelled");
    assertThat(error("--faults typcal")).contains("no scenario 'typcal'");
    assertThat(error("--faults x/*")).contains("no scenario matches");
    assertThat(error("--prefer dump")).contains("expected some of words, kdump");
    assertThat(error("--pivot situation,panc")).contains("no axis 'panc'");
    assertThat(error("--machine arm64,x86-64")).contains("unknown machine 'x86-64'");
    assertThat(error("--set unknown_nmi_panic=0,1")).contains("has no unknown_nmi_panic on arm64");
  }
}
