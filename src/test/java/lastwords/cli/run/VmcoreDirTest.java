package lastwords.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import lastwords.scenario.Catalog;
import lastwords.scenario.release.ReleaseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --vmcore-dir}: the log as saved by a crash kernel. */
class VmcoreDirTest {
  private static final String UNSTOPPED = "kdump/unstopped-cpu-prints-on-beside-the-crash-kernel";
  private static final String BROKEN = "kdump/smmu-lets-nothing-pass-to-the-disk";

  private static final String SAVED = "kdump/late-nmi-saves-registers-in-time-for-the-dump";
  private static final List<String> RELEASES =
      Catalog.standard().kernels().keySet().stream()
          .filter(name -> ReleaseNumber.of(name).isPresent())
          .toList();

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

  /** Some of them have a different log format. */
  @Test
  void theCrashKernelOfEveryReleaseSavesTheLog() throws IOException {
    Set<String> without = new TreeSet<>();
    for (String release : RELEASES) {
      Path own = folder.resolve(release);
      Cli done = Cli.run("run", SAVED, "--kernel", release, "--vmcore-dir", own.toString());
      Path log = own.resolve("vmcore-dmesg.txt");
      boolean saved =
          Files.exists(log) && Files.readString(log).contains("] Kernel panic - not syncing");
      if (!saved || !done.out().contains("vmcore   ok, ")) {
        without.add(release);
      }
    }
    assertThat(RELEASES).contains("4.14", "5.2", "6.0");
    assertThat(without).isEmpty();
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
