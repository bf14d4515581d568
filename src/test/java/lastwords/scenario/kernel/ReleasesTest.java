package lastwords.scenario.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
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
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.release.FunctionChange;
import lastwords.scenario.release.KernelDiff;
import lastwords.scenario.release.KernelTree;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;

/** The shipped releases of Linux. */
final class ReleasesTest {
  private static final List<String> RELEASES =
      List.of("4.14", "4.19", "5.0", "5.1", "5.2", "5.3", "5.4");

  private final Catalog catalog = Catalog.standard();

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

  /** The releases that have it; neighbours, unless it came or went twice. */
  private static List<String> having(Predicate<String> it) {
    return RELEASES.stream().filter(it).toList();
  }

  @Test
  void allAreThere() {
    assertThat(catalog.kernels().keySet()).containsAll(RELEASES);
  }

  @Test
  void eachCompilesOnAllItsArchitecturesWithAllWorkloads() {
    List<String> said = new ArrayList<>();
    for (String release : RELEASES) {
      for (String arch : catalog.kernel(release).architectures()) {
        Compilation compiled = catalog.kernel(release).compile(arch);
        compiled.diagnostics().forEach(it -> said.add(release + " " + arch + ": " + it));
      }
    }
    assertThat(said).isEmpty();
  }

  @Test
  void anArchitectureBeginsWithARelease() {
    assertThat(having(it -> catalog.kernel(it).architectures().contains("riscv")))
        .isEqualTo(RELEASES.subList(1, 7));
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
    assertThat(having(it -> variables(it).contains("console_waiter")))
        .startsWith("4.19")
        .hasSize(6);
    assertThat(having(it -> variables(it).contains("panic_print"))).startsWith("5.0").hasSize(5);
    assertThat(having(it -> variables(it).contains("suppress_printk")))
        .startsWith("5.2")
        .hasSize(3);
    assertThat(having(it -> variables(it).contains("panic_reboot_mode")))
        .startsWith("5.2")
        .hasSize(3);
  }

  @Test
  void routinesComeWithTheirReleases() {
    assertThat(having(it -> functions(it, "x86_64").contains("printk_nmi_direct_enter")))
        .startsWith("4.19")
        .hasSize(6);
    assertThat(having(it -> functions(it, "arm64").contains("do_serror")))
        .startsWith("4.19")
        .hasSize(6);
    assertThat(having(it -> functions(it, "arm64").contains("bad_mode"))).containsExactly("4.14");
    assertThat(having(it -> functions(it, "arm64").contains("request_percpu_nmi")))
        .startsWith("5.1")
        .hasSize(4);
  }

  private Set<String> changed(String a, String b) {
    KernelTree before = catalog.kernel(a).tree().orElseThrow();
    KernelTree after = catalog.kernel(b).tree().orElseThrow();
    return KernelDiff.of(before, after).functions().stream()
        .map(FunctionChange::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What src/docs/releases.md lists, and no more. */
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
}
