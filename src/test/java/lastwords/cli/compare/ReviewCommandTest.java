package lastwords.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.cli.Cli;
import lastwords.cli.JsonSchemas;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewCommandTest {
  private static final String CASE = "releases/serror-of-4.14-is-an-oops";
  private static final String CASES_OF_5_2 = "v5.2/a-record-without-the-banner-is-truncated";

  @TempDir private Path folder;

  private Path patch(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** panic() of a kernel that says nothing at all. */
  private Path silence() throws IOException {
    return patch(
        "silence.c",
        """
        void panic(const char *fmt, ...)
        {
        \tlocal_irq_disable();
        \tatomic_cmpxchg(&panic_cpu, PANIC_CPU_INVALID, raw_smp_processor_id());
        \tlw_panic_begins();
        \tlw_final_loop();
        \tfor (;;)
        \t\tcpu_relax();
        }
        """);
  }

  @Test
  void aPatchThatDoesHarmIsToldWithTheStoriesOfBothSides() throws IOException {
    Cli done = Cli.run("review", silence().toString(), CASES_OF_5_2);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out())
        .startsWith("changed: panic()")
        .contains("worse")
        .contains("cpu0 says \"Kernel panic - not syncing")
        .contains("console none")
        .contains("  again: ");
    assertThat(done.out().lines().filter(line -> !line.startsWith("  again: ")))
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void jsonHasEveryCaseAndOutcome() throws IOException {
    Cli done = Cli.run("review", silence().toString(), CASES_OF_5_2, "--json");
    JsonNode review = JsonSchemas.valid("review", done.out());
    assertThat(review.get("changed")).hasSize(1);
    assertThat(review.get("cases")).isNotEmpty();
    assertThat(review.get("cases").get(0).get("change").asText()).isEqualTo("worse");
  }

  @Test
  void anEmptyDiffChangesNothing() throws IOException {
    Cli done = Cli.run("review", patch("empty.patch", "\n").toString(), CASE);
    assertThat(done.code()).isEqualTo(ExitCode.OK);
    assertThat(done.out()).startsWith("nothing changes");
  }

  @Test
  void withoutTimeNothingIsTried() throws IOException {
    Cli done = Cli.run("review", silence().toString(), CASES_OF_5_2, "--budget", "1ns", "--json");
    JsonNode review = JsonSchemas.valid("review", done.out());
    assertThat(review.get("cases")).isEmpty();
    assertThat(review.get("notTried")).isNotEmpty();
  }

  @Test
  void aPatchThatFitsNoKernelIsAnError() throws IOException {
    Path patch =
        patch(
            "foreign.patch",
            """
            --- a/kernel/panic.c
            +++ b/kernel/panic.c
            @@ -1,3 +1,3 @@
             no such line
            -in any kernel
            +of ours
             at all
            """);
    Cli done = Cli.run("review", patch.toString(), CASE);
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("foreign.patch");
  }

  @Test
  void aFolderOrAMissingFileIsRefused() {
    assertThat(Cli.run("review", folder.toString()).err()).contains("is a folder");
    assertThat(Cli.run("review", "no-such.patch").err()).contains("no such file");
    assertThat(Cli.run("review", "panic-lock-safe", "--budget", "soon").err())
        .contains("expected a time such as 2m");
  }
}
