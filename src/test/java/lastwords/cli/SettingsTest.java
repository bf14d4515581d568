package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.FaultExample;
import lastwords.scenario.Overrides;
import lastwords.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings are known by the names that people know, and everything that has a name is listed. */
final class SettingsTest {
  @TempDir private Path folder;

  private static SortedMap<String, Long> settings(Map<String, String> set) {
    Overrides overrides = new Overrides(Optional.empty(), Optional.of("x86_64"), set);
    Case made = Catalog.standard().scenario("logbuf-scenario-2").variant("default", overrides);
    made.setup(); // the kernel has such a variable, and it takes the value
    return made.settings();
  }

  @ParameterizedTest
  @CsvSource({
    "panic_timeout, 10, panic_timeout, 10",
    "panic, 10, panic_timeout, 10",
    "kernel.panic, -1, panic_timeout, -1",
    "sysctl.kernel.panic, 10, panic_timeout, 10",
    "/proc/sys/kernel/panic, 10, panic_timeout, 10",
    "oops, panic, panic_on_oops, 1",
    "kernel.panic_on_oops, 1, panic_on_oops, 1",
    "panic_on_warn, '', panic_on_warn, 1",
    "kernel.panic_on_warn, 1, panic_on_warn, 1",
    "panic_print, 0x1f, panic_print, 31",
    "kernel.panic_print, 32, panic_print, 32",
    "crash_kexec_post_notifiers, '', crash_kexec_post_notifiers, 1",
    "crash_kexec_post_notifiers, Y, crash_kexec_post_notifiers, 1",
    "softlockup_panic, 1, softlockup_panic, 1",
    "kernel.softlockup_panic, 1, softlockup_panic, 1",
    "nmi_watchdog, panic, hardlockup_panic, 1",
    "nmi_watchdog, nopanic, hardlockup_panic, 0",
    "kernel.hardlockup_panic, 1, hardlockup_panic, 1",
    "unknown_nmi_panic, '', unknown_nmi_panic, 1",
    "kernel.unknown_nmi_panic, 1, unknown_nmi_panic, 1",
    "printk.always_kmsg_dump, 1, always_kmsg_dump, 1",
    "/sys/module/printk/parameters/always_kmsg_dump, Y, always_kmsg_dump, 1",
    "printk.time, N, printk_time, 0",
    "ignore-loglevel, '', ignore_loglevel, 1",
    "quiet, '', console_loglevel, 4",
    "loglevel, 5, console_loglevel, 5",
    "kernel.printk, 5, console_loglevel, 5",
    "reboot, force, reboot_force, 1",
    "pstore.kmsg_bytes, 4096, kmsg_bytes, 4096",
  })
  void aSettingIsKnownByItsNames(String name, String value, String variable, long number) {
    assertThat(settings(Map.of(name, value))).containsEntry(variable, number);
  }

  private Scenario scenario(String name, String text) throws IOException {
    Path file = folder.resolve(name + ".conf");
    Files.writeString(file, text);
    return Catalog.standard().scenario(file.toString());
  }

  @Test
  void theLastNameOfASettingWins() throws IOException {
    Scenario scenario =
        scenario(
            "two",
            """
            title = two, kernel = "5.2", machine = x86_64, cpu.0.run = panic_in_task
            settings { panic_timeout = 3 }
            variants.boot.settings { panic = 4, kernel.panic_on_oops = yes }
            """);
    assertThat(scenario.variant("default", Overrides.NONE).settings())
        .containsEntry("panic_timeout", 3L);
    assertThat(scenario.variant("boot", Overrides.NONE).settings())
        .containsEntry("panic_timeout", 4L)
        .containsEntry("panic_on_oops", 1L)
        .doesNotContainKeys("panic", "kernel");
    Overrides later =
        new Overrides(Optional.empty(), Optional.empty(), Map.of("kernel.panic", "5"));
    assertThat(scenario.variant("boot", later).settings()).containsEntry("panic_timeout", 5L);
  }

  @Test
  void whatIsNoSettingIsAnswered() {
    assertThat(error("panc=10")).contains("unknown setting 'panc'; did you mean 'panic'?");
    assertThat(error("nmi_watchdog=3")).contains("expected nopanic or panic, found 3");
    assertThat(error("unknown_nmi_panic")).contains("has no unknown_nmi_panic on arm64");
    assertThat(error("machin.cpus=3")).contains("did you mean 'machine'?");
  }

  private static String error(String set) {
    Cli done = Cli.run("run", "logbuf-scenario-2", "--set", set);
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    return done.err();
  }

  @Test
  void theCommandThatRunsItAgainSetsTheSame() {
    assertThat(Cli.run("run", "logbuf-scenario-2", "--set", "quiet").out())
        .contains("again: lastwords run logbuf-scenario-2 --set quiet --seed 1");
  }

  @Test
  void listTellsSettingsWorkloadsFaultsMachinesAndKernels() {
    assertThat(Cli.run("list", "settings").out())
        .containsPattern("panic_timeout +kernel.panic +panic +0 +seconds");
    assertThat(Cli.run("list", "workloads").out()).contains("spin_irqs_off  ");
    assertThat(Cli.run("list", "faults").out()).contains("{ drop = ipi, to = 1 }");
    assertThat(Cli.run("list", "machines").out()).contains("x86_64-kvm");
    assertThat(Cli.run("list", "kernels").out()).contains("panic-lock-safe");
    assertThat(Cli.run("list", "setting").err()).contains("did you mean 'settings'?");
  }

  @Test
  void everyFaultThatIsListedCanBeWritten() throws IOException {
    String faults =
        FaultExample.ALL.stream().map(FaultExample::block).collect(Collectors.joining("\n"));
    String head =
        """
        title = faults, kernel = "5.2", cpu.0.run = panic_in_task
        machine = ${machines.x86_64} { pstore = ramoops, crash-kernel = yes, hypervisor = yes }
        """;
    Case made = scenario("f", head + "faults = [\n" + faults + "]\n").cases().get(0);
    assertThat(made.setup().faults()).hasSameSizeAs(FaultExample.ALL);
  }

  @Test
  void aNameAndAVariantAreOneWord() {
    Cli run = Cli.run("run", "logbuf-scenario-2:patched");
    assertThat(run.out())
        .isEqualTo(Cli.run("run", "logbuf-scenario-2", "--variant", "patched").out());
    assertThat(Cli.run("show", "logbuf-scenario-2:patched").out())
        .contains("variant patched")
        .doesNotContain("variant default");
    assertThat(Cli.run("test", "logbuf-scenario-1:patched").out()).contains("1 cases, ");
    assertThat(Cli.run("run", "logbuf-scenario-2:pached").err()).contains("mean 'patched'?");
    assertThat(Cli.run("run", "logbuf-scenario-2:patched", "--variant", "x86_64").err())
        .contains("two variants: 'patched' of the name, 'x86_64' of --variant");
    assertThat(Stream.of("explore", "sample"))
        .allSatisfy(
            verb ->
                assertThat(Cli.run(verb, "logbuf-scenario-1:patched").out())
                    .contains("(patched), kernel 5.2+panic-lock-safe"));
  }
}
