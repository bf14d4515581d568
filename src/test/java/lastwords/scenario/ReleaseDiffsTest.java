package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lastwords.scenario.release.FileDiff;
import lastwords.scenario.release.KernelDiff;
import lastwords.scenario.release.KernelTree;
import lastwords.scenario.release.PatchReader;
import lastwords.scenario.release.ReleaseNumber;
import org.junit.jupiter.api.Test;

/** Two releases differ where Linux does: see src/docs/releases.md for the facts. */
final class ReleaseDiffsTest {
  private static final Catalog CATALOG = Catalog.standard();

  private static KernelDiff diff(String a, String b) {
    return KernelDiff.of(
        CATALOG.kernel(a).tree().orElseThrow(), CATALOG.kernel(b).tree().orElseThrow());
  }

  private static List<String> functions(String a, String b) {
    return diff(a, b).functions().stream().map(it -> it.kind() + " " + it.name()).toList();
  }

  private static List<String> files(String a, String b) {
    return diff(a, b).files().stream().map(FileDiff::path).toList();
  }

  @Test
  void whatPanicDoesOtherwiseSince50And52() {
    assertThat(functions("4.19", "5.2"))
        .contains(
            "added panic_print_sys_info",
            "changed panic_shows_log",
            "changed panic_restarts",
            "changed panic_stays",
            "changed vprintk_emit",
            "changed console_flush_on_panic",
            "changed pstore_take_buffer",
            "changed sysrq_handle_crash",
            "changed describe_bad_address");
    assertThat(functions("5.0", "5.2")).doesNotContain("changed sysrq_handle_crash");
  }

  /** In Linux these files are the same, byte for byte, in 5.2 and 5.3. */
  @Test
  void filesThatAreTheSameIn52And53() {
    assertThat(files("5.2", "5.3"))
        .isNotEmpty()
        .doesNotContain(
            "kernel/printk/printk.c",
            "kernel/printk/printk_safe.c",
            "kernel/kexec_core.c",
            "kernel/locking/semaphore.c",
            "arch/x86/kernel/nmi.c",
            "arch/x86/kernel/reboot.c",
            "fs/pstore/platform.c",
            "lib/bust_spinlocks.c");
  }

  /** The crash kernel's way and the locks are the same from 4.19 to 5.3. */
  @Test
  void filesThatAreTheSameFrom419To53() {
    assertThat(files("4.19", "5.3"))
        .doesNotContain(
            "kernel/kexec_core.c",
            "kernel/locking/mutex.c",
            "kernel/locking/rtmutex.c",
            "kernel/locking/semaphore.c",
            "kernel/notifier.c",
            "arch/x86/kernel/crash.c",
            "lib/bust_spinlocks.c");
  }

  /** What is printed as a patch puts one release on the other. */
  @Test
  void aDiffOfTwoReleasesIsAPatch() {
    for (String other : List.of("4.14", "5.0", "5.4")) {
      List<String> lines = new ArrayList<>();
      diff("5.2", other).files().forEach(it -> lines.addAll(it.lines()));
      KernelTree patched =
          PatchReader.read("a.patch", String.join("\n", lines))
              .apply(
                  CATALOG.kernel("5.2").tree().orElseThrow(),
                  ReleaseNumber.of("5.2").orElseThrow());
      assertThat(KernelDiff.of(patched, CATALOG.kernel(other).tree().orElseThrow()).files())
          .isEmpty();
    }
  }
}
