package lastwords.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that show where runs diverge: why and diff. */
final class WhyCommandTest {
  private static final String LOCKS = "src/docs/lock-order/lock-order.conf";

  @TempDir private Path folder;

  @Test
  void theSecondLockOfTheWrongOrderDecides() {
    Cli done = Cli.run("why", LOCKS, "--outcome", "hang");
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out())
        .contains("decided by choice 4 of 8\n")
        .contains("this run, step:1: cpu1 makes a step")
        .contains(">       3  cpu1  report:21  lock stats_lock")
        .contains("the other run, step:0: cpu0 makes a step")
        .contains(">       3  cpu0  enqueue:10  lock stats_lock")
        .contains("  alive, console n/a");
  }

  @Test
  void whatWasCertainFromTheStartIsSaid() {
    assertThat(Cli.run("why", "logbuf-scenario-2").out())
        .contains("the run was decided from the start");
  }

  @Test
  void aRunIsExplainedFromItsEnd() throws IOException {
    String[] line = {
      "why", "logbuf-scenario-3", "--variant", "patched", "--outcome", "pstore skipped", "--json"
    };
    JsonNode why = new ObjectMapper().readTree(Cli.run(line).out());
    assertThat(why.get("known").asText()).isEqualTo("decided");
    assertThat(why.get("choice").asInt()).isBetween(50, why.get("choices").asInt() - 1);
    assertThat(why.get("others").toString()).contains("pstore written");
  }

  @Test
  void aBoundIsSaid() {
    Cli done = Cli.run("why", "logbuf-scenario-2", "--states", "100");
    assertThat(done.out())
        .contains("a bound was reached (--states 100): it was decided by choice ");
  }

  @Test
  void twoWitnessesPartAtALock() {
    Cli.run("explore", LOCKS, "--witness-dir", folder.toString());
    String hang = folder.resolve("lock-order-1-hang.witness").toString();
    String alive = folder.resolve("lock-order-2-alive.witness").toString();
    Cli done = Cli.run("diff", hang, alive);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out())
        .contains("the traces diverge at line 4")
        .contains("the decision: who is first at stats_lock\n  < after 3  cpu1 in report()");
    assertThat(Cli.run("diff", hang, hang).out()).isEqualTo("the traces are identical\n");
    assertThat(Cli.run("diff", hang, LOCKS).err()).contains("is a witness");
  }

  @Test
  void twoSeedsPartWhereChanceDoes() {
    for (String seed : new String[] {"1", "65"}) {
      Cli.run(
          "run",
          "logbuf-scenario-3",
          "--variant",
          "chatty",
          "--seed",
          seed,
          "--trace",
          folder.resolve(seed).toString(),
          "--trace-format",
          "jsonl");
    }
    Cli done = Cli.run("diff", folder.resolve("1").toString(), folder.resolve("65").toString());
    assertThat(done.out()).contains("the decision: a random number, from the seed");
  }
}
