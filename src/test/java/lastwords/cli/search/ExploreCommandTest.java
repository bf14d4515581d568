package lastwords.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExploreCommandTest {
  private static final String CASE = "logbuf-scenario-2";

  @Test
  void theTableSaysWhatCanHappenAndHowMuchWasSearched() {
    Cli done = Cli.run("explore", CASE);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.err()).isEmpty();
    assertThat(done.out())
        .contains("always    always    1       233    hang at cpu0:logbuf_lock in kmsg_dump")
        .contains(
            "772 states, 1461 transitions, depth 233, 772 states from which only a hang can follow")
        .contains("space exhausted")
        .contains("\nas expected\n")
        .contains("logbuf_lock is held by cpu0 itself")
        .contains("irqs off since spin_irqs_off()");
  }

  @ParameterizedTest
  @CsvSource({
    "logbuf-scenario-1, default",
    "logbuf-scenario-1, patched",
    "logbuf-scenario-1, x86_64",
    "logbuf-scenario-1, x86_64-patched",
    "logbuf-scenario-2, patched"
  })
  void whatTheThreadClaimsHoldsInEveryInterleaving(String scenario, String variant) {
    for (String[] more : new String[][] {{}, {"--early-timeouts"}}) {
      Cli done = Cli.run(lastwords(scenario, variant, more));
      assertThat(done.code()).as(done.out() + done.err()).isEqualTo(ExitCode.OK);
      assertThat(done.out()).contains("space exhausted", "as expected");
    }
  }

  private static String[] lastwords(String scenario, String variant, String... more) {
    String[] line = {"explore", scenario, "--variant", variant};
    String[] all = java.util.Arrays.copyOf(line, line.length + more.length);
    System.arraycopy(more, 0, all, line.length, more.length);
    return all;
  }

  @Test
  void aBoundLeavesTheClaimsUndecidedWhichIsNoSuccess() {
    Cli done = Cli.run("explore", CASE, "--states", "100");
    assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out()).contains("bound reached: there may be more outcomes", "undecided");
    assertThat(Cli.run("explore", CASE, "--depth", "50").out())
        .contains("bound reached", "depth 50,");
  }

  @Test
  void withoutExpectationsABoundIsNoFailure() {
    Cli done = Cli.run("explore", CASE, "--states", "100", "--set", "panic_on_oops=1");
    assertThat(done.code()).as(done.out() + done.err()).isEqualTo(ExitCode.OK);
  }

  @Test
  void jsonHasTheSame() throws IOException {
    Cli done = Cli.run("explore", CASE, "--json");
    JsonNode found = new ObjectMapper().readTree(done.out());
    assertThat(found.get("end").asText()).isEqualTo("space exhausted");
    assertThat(found.get("states").asInt()).isEqualTo(772);
    assertThat(found.get("expectations").asText()).isEqualTo("hold");
    assertThat(found.get("outcomes")).hasSize(1);
    JsonNode outcome = found.get("outcomes").get(0);
    assertThat(outcome.get("observed").asText()).isEqualTo("always");
    assertThat(outcome.get("outcome").get("end").asText()).isEqualTo("hang");
    assertThat(outcome.get("witness")).hasSize(233);
  }

  @Test
  void wrongBoundsAreUsageErrors() {
    assertThat(Cli.run("explore", CASE, "--states", "0").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void anInterruptedExplorationReportsWhatItHas() {
    Thread.currentThread().interrupt();
    Cli done = Cli.run("explore", "logbuf-scenario-3");
    assertThat(done.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(done.out()).contains("interrupted: there may be more outcomes");
  }

  @Test
  void aBudgetBringsMoreOutcomes() {
    Cli stalled = Cli.run("explore", "logbuf-scenario-1", "--stalls", "1", "--stall-cpu", "1");
    assertThat(stalled.err()).isEmpty();
    assertThat(stalled.out()).contains("stall:1", "space exhausted", "not allowed:");
    assertThat(stalled.code()).isEqualTo(ExitCode.UNEXPECTED);
  }

  @Test
  void theWayOfSearchingChangesNoCount() {
    String one = Cli.run("explore", CASE, "--workers", "1").out();
    assertThat(Cli.run("explore", CASE, "--workers", "3", "--exact").out()).isEqualTo(one);
    assertThat(Cli.run("explore", CASE, "--no-reduction").out()).contains("as expected");
  }

  @ParameterizedTest
  @CsvSource({
    "--workers, 0, --workers must be 1 to 60",
    "--stalls, 256, --stalls must be 0 to 255",
    "--drops, -1, --drops must be 0 to 255",
    "--stall-cpu, 2, --stall-cpu must be 0 to 1"
  })
  void wrongOptionsAreTold(String option, String value, String message) {
    Cli done = Cli.run("explore", CASE, option, value);
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains(message);
  }
}
