package lastwords.scenario.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.Catalog;
import lastwords.scenario.Home;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.release.FileDiff;
import lastwords.scenario.release.FunctionChange;
import lastwords.scenario.release.KernelDiff;
import lastwords.scenario.release.KernelTree;
import lastwords.scenario.release.PatchReader;
import lastwords.scenario.release.ReleaseNumber;
import lastwords.scenario.setting.Overrides;
import lastwords.scenario.setting.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped releases of Linux, and how they differ: see src/docs/releases.md for the facts. */
final class ReleasesTest {
  private final Catalog catalog = Catalog.standard();
  private final List<String> releases =
      catalog.kernels().keySet().stream().filter(it -> ReleaseNumber.of(it).isPresent()).toList();

  private KernelImage image(String release, String arch) {
    return catalog.kernel(release).compile(arch).image().orElseThrow();
  }

  private Set<String> functions(String release, String arch) {
    Set<String> names = new TreeSet<>();
    image(release, arch).functions().stream().map(FunctionInfo::name).forEach(names::add);
    return names;
  }

  private Set<String> variables(String release) {
    Set<String> names = new TreeSet<>();
    image(release, "x86_64").globals().stream().map(GlobalInfo::name).forEach(names::add);
    return names;
  }

  /** The first release that has it; the releases that have it are contiguous. */
  private String since(Predicate<String> it) {
    List<String> having = releases.stream().filter(it).toList();
    int first = releases.indexOf(having.get(0));
    assertThat(having).isEqualTo(releases.subList(first, first + having.size()));
    return having.get(0);
  }

  @Test
  void allAreThereInTheOrderInWhichTheyCameOut() {
    assertThat(releases)
        .startsWith("4.14", "4.19", "5.0", "5.1", "5.2", "5.3", "5.4")
        .isSortedAccordingTo(Comparator.comparing(it -> ReleaseNumber.of(it).orElseThrow()));
  }

  /** 5.10 is later than 5.2, although its text sorts before. */
  @Test
  void aReleaseIsListedByItsNumber(@TempDir Path folder) {
    Home home = new Home(folder);
    home.file(
        "src/main/kernel/kernel.conf",
        """
        title = t
        folders = [ kernel ]
        releases { "5.10" {}, "5.2" {}, "5.10.9" {}, "5.10.223" {}, "4.19" {}, "10.0" {} }
        """);
    home.file("src/main/kernel/kernel/panic.c", "void panic(void) {}\n");
    assertThat(Catalog.at(folder).kernels().keySet())
        .containsExactly("4.19", "5.2", "5.10", "5.10.9", "5.10.223", "10.0", "elsewhere", "tiny");
  }

  @Test
  void eachCompilesOnAllItsArchitecturesWithAllWorkloads() {
    List<String> said = new ArrayList<>();
    for (String release : releases) {
      for (String arch : catalog.kernel(release).architectures()) {
        Compilation compiled = catalog.kernel(release).compile(arch);
        compiled.diagnostics().forEach(it -> said.add(release + " " + arch + ": " + it));
      }
    }
    assertThat(said).isEmpty();
  }

  @Test
  void anArchitectureBeginsWithARelease() {
    assertThat(since(it -> catalog.kernel(it).architectures().contains("riscv"))).isEqualTo("4.19");
    ScenarioException said =
        catchThrowableOfType(
            ScenarioException.class,
            () ->
                catalog
                    .scenario("v5.2/silent-deaf-cpu-costs-a-panic-one-second")
                    .variant("default", on("4.14", "riscv")));
    assertThat(said).hasMessageContaining("riscv").hasMessageContaining("arm32, arm64, x86_64");
  }

  private static Overrides on(String kernel, String machine) {
    return new Overrides(Optional.of(kernel), Optional.of(machine), Map.of());
  }

  /** What came when, by names that scenarios use: see src/docs/releases.md. */
  @Test
  void variablesComeWithTheirReleases() {
    assertThat(since(it -> variables(it).contains("console_waiter"))).isEqualTo("4.19");
    assertThat(since(it -> variables(it).contains("panic_print"))).isEqualTo("5.0");
    assertThat(since(it -> variables(it).contains("suppress_printk"))).isEqualTo("5.2");
    assertThat(since(it -> variables(it).contains("panic_reboot_mode"))).isEqualTo("5.2");
    assertThat(since(it -> variables(it).contains("prb"))).isEqualTo("5.10");
    assertThat(since(it -> variables(it).contains("suppress_panic_printk"))).isEqualTo("5.18");
    assertThat(since(it -> variables(it).contains("printk_cpu_sync_owner"))).isEqualTo("6.0");
    assertThat(releases.stream().filter(it -> variables(it).contains("warn_limit")))
        .containsExactly("5.10.223");
  }

  @Test
  void noSettingIsBothModelledAndNot() {
    for (String release : releases) {
      Set<String> absent = catalog.kernel(release).notModelled().keySet();
      for (Parameter parameter : catalog.kernel(release).parameters().all()) {
        Set<String> names = new TreeSet<>(Set.of(parameter.variable()));
        names.addAll(parameter.sysctls());
        names.addAll(parameter.boots());
        assertThat(names).doesNotContainAnyElementsOf(absent);
      }
    }
  }

  @Test
  void variablesGoWithTheirReleases() {
    assertThat(last(it -> variables(it).contains("log_buf"))).isEqualTo("5.4");
    assertThat(last(it -> variables(it).contains("logbuf_lock"))).isEqualTo("5.10.223");
    assertThat(last(it -> variables(it).contains("read_lock"))).isEqualTo("5.10.223");
    assertThat(last(it -> variables(it).contains("console_seq"))).isEqualTo("5.18");
  }

  private String last(Predicate<String> it) {
    return releases.stream().filter(it).reduce((a, b) -> b).orElseThrow();
  }

  /** A stable release has the backports that it declares. */
  @Test
  void backportsMakeAStableRelease() {
    assertThat(changed("5.10", "5.10.223"))
        .contains(
            "panic_begins",
            "end_if_warnings_are_fatal",
            "printk_safe_flush_on_panic",
            "pstore_take_buffer",
            "kexec_trylock")
        .doesNotContain("printk_to_consoles", "console_unlock", "vprintk_emit", "kmsg_dump");
  }

  @Test
  void routinesComeWithTheirReleases() {
    assertThat(since(it -> functions(it, "x86_64").contains("printk_nmi_direct_enter")))
        .isEqualTo("4.19");
    assertThat(since(it -> functions(it, "arm64").contains("do_serror"))).isEqualTo("4.19");
    assertThat(releases.stream().filter(it -> functions(it, "arm64").contains("bad_mode")))
        .containsExactly("4.14");
    assertThat(since(it -> functions(it, "arm64").contains("request_percpu_nmi"))).isEqualTo("5.1");
  }

  private KernelDiff diff(String a, String b) {
    return KernelDiff.of(
        catalog.kernel(a).tree().orElseThrow(), catalog.kernel(b).tree().orElseThrow());
  }

  private Set<String> changed(String a, String b) {
    return diff(a, b).functions().stream()
        .map(FunctionChange::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> changes(String a, String b) {
    return diff(a, b).functions().stream().map(it -> it.kind() + " " + it.name()).toList();
  }

  private List<String> files(String a, String b) {
    return diff(a, b).files().stream().map(FileDiff::path).toList();
  }

  /** Exactly what src/docs/releases.md lists. */
  @Test
  void neighboursDifferInWhatTheFactsList() {
    assertThat(changed("5.0", "5.1"))
        .containsExactlyInAnyOrder(
            "printk_caller_id",
            "sysrq_header",
            "request_percpu_nmi",
            "handle_pseudo_nmi",
            "gic_handle_nmi",
            "workload_pseudo_nmi",
            "workload_init",
            "can_send_nmi",
            "__show_regs",
            "print_process");
    assertThat(changed("5.1", "5.2"))
        .containsExactlyInAnyOrder(
            "crash_take_over_iommu",
            "panic_print_sys_info",
            "panic_shows_log",
            "console_flush_on_panic",
            "panic_restarts",
            "panic_stays",
            "vprintk_emit",
            "announce",
            "sysrq_lifts_silence",
            "sysrq_restores_silence",
            "__handle_sysrq",
            "describe_bad_address",
            "dump_cpu_hwcaps"); // 5.2 prints the features of arm64 in another form
    assertThat(changed("5.2", "5.3"))
        .containsExactlyInAnyOrder("panic_smp_self_stop", "do_DataAbort");
    assertThat(changed("5.2", "5.4"))
        .containsExactlyInAnyOrder(
            "panic_smp_self_stop",
            "do_DataAbort",
            "panic_begins",
            "kmsg_dump_get_buffer",
            "do_nmi",
            "stop_by_nmi",
            "xen_ends_guest",
            "xen_emergency_restart",
            "machine_emergency_restart",
            "warn_header",
            "describe_abort");
  }

  @Test
  void whatPanicDoesOtherwiseSince50And52() {
    assertThat(changes("4.19", "5.2"))
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
    assertThat(changes("5.0", "5.2")).doesNotContain("changed sysrq_handle_crash");
  }

  /** In Linux these files are identical, byte for byte, in 5.2 and 5.3. */
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

  /** The crash kernel's path and the locks are the same from 4.19 to 5.3. */
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

  /** The output as a patch turns one release into the other. */
  @Test
  void aDiffOfTwoReleasesIsAPatch() {
    for (String other : List.of("4.14", "5.0", "5.4")) {
      List<String> lines = new ArrayList<>();
      diff("5.2", other).files().forEach(it -> lines.addAll(it.lines()));
      KernelTree patched =
          PatchReader.read("a.patch", String.join("\n", lines))
              .apply(
                  catalog.kernel("5.2").tree().orElseThrow(),
                  ReleaseNumber.of("5.2").orElseThrow());
      assertThat(KernelDiff.of(patched, catalog.kernel(other).tree().orElseThrow()).files())
          .isEmpty();
    }
  }
}
