package lastwords.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --vmcore-dir}: the log as a crash kernel saves it. */
class VmcoreDirTest {
  private static final String UNSTOPPED = "kdump/unstopped-cpu-prints-on-beside-the-crash-kernel";
  private static final String BROKEN = "kdump/smmu-lets-nothing-pass-to-the-disk";

  @TempDir private Path folder;

  @Test
  void theLogReadsAsVmcoreDmesgPrintsIt() throws IOException {
    List<String> lines = saved(UNSTOPPED);
    assertThat(lines).allMatch(line -> line.matches("\\[ {4}\\d\\.\\d{6}] .*"));
    assertThat(lines.get(1))
        .endsWith("] Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b");
  }

  @Test
  void aCpuThatIsNotStoppedWritesOnAfterTheLastWordOfThePanic() throws IOException {
    List<String> lines = saved(UNSTOPPED);
    int bye = indexOf(lines, "] Bye!");
    assertThat(bye).isPositive();
    assertThat(lines.subList(bye + 1, lines.size()))
        .isNotEmpty()
        .allMatch(line -> line.contains("] still here, line "));
  }

  @Test
  void theReportHasTheDumpAmongTheLastWords() throws IOException {
    Cli done = Cli.run("run", UNSTOPPED);
    assertThat(done.out())
        .contains("vmcore   no-regs, 50 of 50 messages of the panic CPU")
        .contains("the dump was saved, without registers of CPUs [1]");
  }

  @Test
  void aDumpThatWasNotSavedLeavesNoFile() throws IOException {
    Cli done = Cli.run("run", BROKEN, "--vmcore-dir", folder.toString());
    assertThat(done.code()).isEqualTo(ExitCode.OK);
    assertThat(done.out())
        .contains("vmcore   nothing (broken)")
        .contains("it prints: arm-smmu-v3: SMMU currently enabled! Resetting...")
        .contains("no dump was saved:");
    assertThat(folder).isEmptyDirectory();
  }

  private List<String> saved(String scenario) throws IOException {
    Cli done = Cli.run("run", scenario, "--vmcore-dir", folder.toString());
    assertThat(done.code()).isEqualTo(ExitCode.OK);
    return Files.readAllLines(folder.resolve("vmcore-dmesg.txt"));
  }

  private static int indexOf(List<String> lines, String end) {
    return (int) lines.stream().takeWhile(line -> !line.endsWith(end)).count();
  }
}
