package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel developer's workflow: check a kernel out, edit it, run it, see the difference. */
final class KernelTreesTest {
  @TempDir private Path temp;

  private Path folder;

  @BeforeEach
  void checkOut() {
    folder = temp.resolve("k");
    Cli done = Cli.run("kernel", "checkout", "5.2", folder.toString());
    assertThat(done.err()).isEmpty();
    assertThat(done.out())
        .contains(folder + ": kernel 5.2, ", "lastwords kernel diff 5.2 " + folder);
  }

  @Test
  void aCheckoutIsTheSameKernel() {
    assertThat(Cli.run("kernel", "diff", "5.2", folder.toString()).out())
        .isEqualTo("no difference\n");
    assertThat(lastWords(kernel()).replace(kernel(), "5.2")).isEqualTo(lastWords("5.2"));
  }

  @Test
  void aCheckoutIsCheckedByItsFolder() throws IOException {
    Cli good = Cli.run("kernel", "check", folder.toString());
    assertThat(good.err()).isEmpty();
    assertThat(good.out()).endsWith(folder + ": compiles\n");
    edit("kernel/panic.c", "void panic(", "void panik[");
    Cli bad = Cli.run("kernel", "check", folder.toString());
    assertThat(bad.code()).isEqualTo(ExitCode.USAGE);
    assertThat(bad.err()).contains(folder + "/kernel/panic.c:");
  }

  /** Including the stacks at the end, with their lines. */
  private static String lastWords(String kernel) {
    String out =
        Cli.run("run", "logbuf-scenario-2", "--machine", "x86_64", "--kernel", kernel).out();
    return out.substring(out.indexOf("last words"));
  }

  @Test
  void anEditedCheckoutRunsAndItsDifferenceIsAPatch() throws IOException {
    edit(
        "kernel/printk/printk_safe.c",
        "\tif (panic_gets_lock(&logbuf_lock))\n",
        "\tif (num_online_cpus() > 1)\n\t\tpanic_bust_lock(&logbuf_lock);\n"
            + "\tif (panic_gets_lock(&logbuf_lock))\n");
    Cli compared = Cli.run("compare", "5.2", kernel(), "logbuf-scenario-2");
    assertThat(compared.out()).contains("logbuf-scenario-2: fixed");

    Cli diff = Cli.run("kernel", "diff", "5.2", kernel());
    assertThat(diff.out())
        .contains("printk_safe_flush_on_panic  changed  kernel/printk/printk_safe.c:")
        .contains("--- a/kernel/printk/printk_safe.c\n+++ b/kernel/printk/printk_safe.c\n@@ ")
        .contains("+\t\tpanic_bust_lock(&logbuf_lock);\n");
    Path patch = temp.resolve("mine.patch");
    Files.writeString(patch, diff.out());
    assertThat(Cli.run("kernel", "diff", "5.2+" + patch, kernel()).out())
        .isEqualTo("no difference\n");
    assertThat(Cli.run("kernel", "diff", "5.2", kernel(), "--stat").out())
        .contains("1 file, 2 lines added, 0 removed");
  }

  @Test
  void aMistakeIsNamedByTheFoldersFile() throws IOException {
    edit("kernel/panic.c", "\tpanic_begins();\n", "\tpanic_begin();\n");
    Cli run = Cli.run("run", "logbuf-scenario-2", "--kernel", kernel());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .matches(
            "(?s).*k/kernel/panic.c:\\d+:2: unknown function 'panic_begin'; did you mean"
                + " 'panic_begins'.*");
  }

  @Test
  void aMistakeInAPatchIsNamedByThePatch() throws IOException {
    Path patch = temp.resolve("wrong.patch");
    Files.writeString(
        patch,
        """
        --- a/init/version.c
        +++ b/init/version.c
        @@ -1,2 +1,3 @@
         /* init/version.c: what the kernel calls itself. */
         const char *uts_release = UTS_RELEASE;
        +const char *uts_machine = ARCH_NAMES;
        """);
    Cli run = Cli.run("run", "logbuf-scenario-2", "--kernel", "5.2+" + patch);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("wrong.patch:6:27: unknown variable 'ARCH_NAMES'");
  }

  @Test
  void aPatchThatDoesNotFitIsAnErrorWithFileAndHunk() throws IOException {
    Cli range = Cli.run("run", "logbuf-scenario-2", "--kernel", "4.19+panic-lock-safe");
    assertThat(range.code()).isEqualTo(ExitCode.USAGE);
    assertThat(range.err())
        .contains("patches/panic-lock-safe.patch:3: applies to releases 5.0..5.4, not to 4.19");
    Path patch = temp.resolve("misfit.patch");
    Files.writeString(
        patch, "--- a/init/version.c\n+++ b/init/version.c\n@@ -2,1 +2,1 @@\n-int a;\n+int b;\n");
    assertThat(Cli.run("kernel", "show", "5.2+" + patch).err())
        .contains("misfit.patch:3: hunk 1 of init/version.c does not apply: expected 'int a;'");
  }

  @Test
  void nothingIsWrittenOver() {
    Cli again = Cli.run("kernel", "checkout", "5.2", folder.toString());
    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains(folder + ": is not empty; expected a new or empty folder");
    Cli file = Cli.run("kernel", "checkout", "5.2", folder.resolve("kernel.conf").toString());
    assertThat(file.err()).contains("is a file, not a folder");
    assertThat(Cli.run("kernel", "checkout", "model-2019", temp.resolve("m").toString()).err())
        .contains("kernel model-2019 has no tree of sources to write");
  }

  @Test
  void aCheckoutHasItsPatchesInIt() {
    Path patched = temp.resolve("patched");
    Cli.run("kernel", "checkout", "5.3+panic-lock-safe-kdump", patched.toString());
    assertThat(Cli.run("kernel", "diff", "5.3+panic-lock-safe-kdump", patched.toString()).out())
        .isEqualTo("no difference\n");
    assertThat(Cli.run("kernel", "show", patched.toString()).out()).contains("version: 5.3");
    Path rt = temp.resolve("rt");
    Cli.run("kernel", "checkout", "5.2-rt", rt.toString());
    assertThat(Cli.run("kernel", "diff", "5.2", rt.toString()).out())
        .contains("CONFIG_PREEMPT_RT  0  1  arm32 arm64 riscv x86_64");
  }

  @Test
  void aKernelWithoutLogbufLockHasTheWorkloadsThatDoNotNeedIt() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(it -> it.toString().matches(".*/(kernel|include)/.*")).toList()) {
        if (Files.isRegularFile(file)) {
          String text = Files.readString(file);
          Files.writeString(file, text.replace("logbuf_lock", "ringbuffer_lock"));
        }
      }
    }
    edit("include/linux/printk.h", "#define HAVE_LOGBUF_LOCK\n", "");
    edit("include/linux/printk.h", "#define HAVE_PRINTK_SAFE_BUFFERS\n", "");
    String workloads = Cli.run("list", "workloads", "--kernel", kernel()).out();
    assertThat(workloads).contains("stuck_holding(").doesNotContain("stuck_in_safe_flush");
    assertThat(Cli.run("list", "workloads", "--kernel", "5.2").out())
        .contains("stuck_in_safe_flush");
  }

  @Test
  void aFolderWithoutAManifestIsNoKernel() {
    Cli run = Cli.run("run", "logbuf-scenario-2", "--kernel", folder + "/kernel");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("no kernel.conf in '", "'lastwords kernel checkout RELEASE DIR'");
  }

  private String kernel() {
    return folder.toString();
  }

  private void edit(String file, String before, String after) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(before);
    Files.writeString(path, text.replace(before, after));
  }
}
