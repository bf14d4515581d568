package lastwords.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompareCommandTest {
  private static final String PATCH = "5.2+panic-lock-safe";
  private static final String POST = "panic-waits-for-a-console-owner-that-it-has-stopped";

  /**
   * What the mail of 2019-07-19 says about the patch, and where it is wrong (the last two lines).
   */
  @ParameterizedTest
  @CsvSource({
    "logbuf-scenario-1, arm64, unchanged",
    "logbuf-scenario-1, x86_64, unchanged",
    "logbuf-scenario-2, arm64, fixed",
    "logbuf-scenario-2, x86_64-nonmi, fixed",
    "logbuf-scenario-2, x86_64, unchanged",
    "stuck-log-owner-hangs-the-dump-without-nmi-stop, arm64, fixed",
    "oops-under-the-log-lock-never-reaches-panic, x86_64, unchanged"
  })
  void thePatchOf2019DoesWhatItsThreadSays(String scenario, String machine, String change) {
    Cli done = Cli.run("compare", "5.2", PATCH, scenario, "--machine", machine);
    assertThat(done.code()).as(done.out() + done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out()).contains("\n" + scenario + ": " + change + "\n");
    assertThat(done.out()).contains("space exhausted; B: ");
  }

  @Test
  void itIsWorseForAChattyCpu() {
    String[] line = {
      "compare", "5.2", PATCH, "logbuf-scenario-3", "--by", "sample", "--runs", "300"
    };
    String[] more = {"--variant", "take-and-release-in-printk-safe-patched"};
    Cli done = Cli.run(Stream.concat(Stream.of(line), Stream.of(more)).toArray(String[]::new));
    assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out())
        .contains("0 of 300", "only now", "pstore skipped")
        .contains(": worse in pstore, as far as seen");
  }

  @Test
  void anAtomicKexecLockGetsAnRtKernelIntoItsCrashKernel() {
    Cli done =
        Cli.run(
            "compare",
            "5.2-rt",
            "5.2-rt+kexec-atomic-lock",
            "interrupt-panic-on-preempt-rt-skips-the-crash-kernel");
    assertThat(done.out())
        .contains("never   always  only now  kdump, console none, pstore unreached, kdump ok")
        .contains(": better in kdump\n");
  }

  @Test
  void postNotifiersCanCostTheCrashDump() {
    Cli done =
        Cli.run(
            "compare",
            "-",
            "-",
            POST,
            "--by",
            "sample",
            "--runs",
            "60",
            "--set-a",
            "crash_kexec_post_notifiers=no",
            "--set-b",
            "crash_kexec_post_notifiers=yes");
    assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out())
        .contains(
            "A: the scenario's kernel crash_kexec_post_notifiers=no",
            "only now  hang at cpu0:console_waiter");
    assertThat(done.out().lines().filter(line -> line.contains("hang at")))
        .allMatch(line -> line.matches(".*(only now|chance\\?) .*") || line.startsWith("  B, "));
  }

  @Test
  void bothSidesHaveWitnessesThatReplay(@TempDir Path folder) throws IOException {
    Cli done =
        Cli.run("compare", "5.2", PATCH, "logbuf-scenario-2", "--witness-dir", folder.toString());
    assertThat(done.out()).contains("run: lastwords replay " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSize(2)
          .allMatch(file -> Cli.run("replay", file.toString(), "--check").code() == ExitCode.OK);
    }
  }

  @Test
  void markdownAndJsonHaveTheSame() throws IOException {
    String[] line = {"compare", "5.2", PATCH, "logbuf-scenario-2"};
    Cli markdown =
        Cli.run(Stream.concat(Stream.of(line), Stream.of("--markdown")).toArray(String[]::new));
    assertThat(markdown.out())
        .startsWith(
            "| scenario | outcome | 5.2 | 5.2+panic-lock-safe |  |\n|---|---|---|---|---|\n")
        .contains(
            "**logbuf-scenario-2**: fixed | hang at cpu0:logbuf\\_lock in kmsg\\_dump",
            "| always | never | gone |");
    Cli json = Cli.run(Stream.concat(Stream.of(line), Stream.of("--json")).toArray(String[]::new));
    JsonNode one = new ObjectMapper().readTree(json.out()).get("scenarios").get(0);
    assertThat(one.get("change").asText()).isEqualTo("fixed");
    assertThat(one.get("decided").asBoolean()).isTrue();
    assertThat(one.get("a").get("outcomes").get(0).get("outcome").get("end").asText())
        .isEqualTo("hang");
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    Cli done = Cli.run("compare", "5.2", "5.2+panic-lock-saf", "logbuf-scenario-2");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("panic-lock-safe");
    assertThat(Cli.run("compare", "5.2").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Cli.run("compare", "5.2", "5.2", "--runs", "0").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void whatCannotBeExploredIsRun() {
    String faults = "faults=[ { drop = ipi, probability = 50 } ]";
    Cli done =
        Cli.run("compare", "5.2", PATCH, "logbuf-scenario-1", "--runs", "5", "--set", faults);
    assertThat(done.code()).as(done.err()).isNotEqualTo(ExitCode.USAGE);
    assertThat(done.out())
        .contains("explore does not support fault 0 (drop interrupt)", "; 5 runs");
  }

  @Test
  void scenarioThreeIsSometimesWorseInEveryInterleaving() {
    Cli done = Cli.run("compare", "5.2", PATCH, "logbuf-scenario-3");
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out()).contains("\nlogbuf-scenario-3: sometimes worse in pstore\n");
  }
}
