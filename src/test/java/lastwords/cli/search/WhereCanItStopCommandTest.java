package lastwords.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhereCanItStopCommandTest {
  private static final String CASE = "claims/nmi-stops-a-printing-cpu-at-any-point";

  @TempDir private static Path folder;
  private static JsonNode byNmi;
  private static JsonNode byInterrupt;

  @BeforeAll
  static void explore() throws IOException {
    byNmi = json(CASE, "--csv", folder.resolve("stops.csv").toString());
    byInterrupt = json(CASE, "--variant", "stop-by-interrupt-first");
  }

  private static JsonNode json(String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of("where-can-it-stop", "--json"));
    line.addAll(List.of(words));
    Cli done = Cli.run(line.toArray(String[]::new));
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    return new ObjectMapper().readTree(done.out());
  }

  /** How the panic ends if the CPU is stopped in this function, with this lock. */
  private static List<String> after(JsonNode table, String function, String lock) {
    List<String> outcomes = new ArrayList<>();
    for (JsonNode point : table.get("points")) {
      boolean here = point.get("function").asText().equals(function);
      if (here
          && point.get("holds").toString().equals(lock.isEmpty() ? "[]" : "[\"" + lock + "\"]")) {
        point.get("outcomes").fieldNames().forEachRemaining(outcomes::add);
      }
    }
    return outcomes;
  }

  @Test
  void whoeverIsStoppedWithALockTakesThePanicWithIt() {
    assertThat(byNmi.get("end").asText()).isEqualTo("space exhausted");
    assertThat(after(byNmi, "vprintk_store", "logbuf_lock"))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("hang at cpu0:logbuf_lock in vprintk_emit"));
    assertThat(after(byNmi, "up", "console_sem.lock"))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("hang at cpu0:console_sem.lock in down_trylock"));
    assertThat(after(byNmi, "console_lock_spinning_disable_and_check", "console_owner_lock"))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("hang at cpu0:console_owner_lock"));
    assertThat(after(byNmi, "uart_console_write", "serial8250_ports[0].lock"))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("hang at cpu0:console_waiter"));
    assertThat(after(byNmi, "console_trylock", "")).allMatch(it -> it.startsWith("loop"));
  }

  @Test
  void anInterruptFindsItOnlyWhereInterruptsAreOn() {
    for (JsonNode point : byInterrupt.get("points")) {
      assertThat(point.get("by").asText()).isEqualTo("ipi");
      assertThat(point.get("holds")).isEmpty();
    }
    assertThat(after(byInterrupt, "console_unlock", ""))
        .containsOnly("loop, console all, pstore written, kdump n/a");
  }

  @Test
  void csvHasALineForEachPlaceAndOutcome() throws IOException {
    int outcomes = 0;
    for (JsonNode point : byNmi.get("points")) {
      outcomes += point.get("outcomes").size();
    }
    List<String> lines = Files.readAllLines(folder.resolve("stops.csv"));
    assertThat(lines).hasSize(outcomes + 1);
    assertThat(lines.get(0)).isEqualTo("function,holds,takes,by,states,outcome");
    assertThat(lines).anyMatch(it -> it.startsWith("vprintk_store,logbuf_lock,,nmi,"));
  }

  @Test
  void aStalledCpuAnswersNothing() {
    Cli done = Cli.run("where-can-it-stop", "logbuf-scenario-1", "--stall");
    assertThat(done.out())
        .containsPattern("stuck_holding\\(\\) +logbuf_lock +stall")
        .contains("(it is not stopped)", "space exhausted");
  }

  @Test
  void theCpuMustBeThere() {
    assertThat(Cli.run("where-can-it-stop", CASE, "--cpu", "2").code()).isEqualTo(ExitCode.USAGE);
  }
}
