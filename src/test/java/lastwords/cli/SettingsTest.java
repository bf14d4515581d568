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
import lastwords.scenario.Scenario;
import lastwords.scenario.fault.FaultExample;
import lastwords.scenario.fault.FaultReader;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings have the names that people know, and everything that has a name is listed. */
final class SettingsTest {
  @TempDir private Path folder;

  private static SortedMap<String, Long> settings(Map<String, String> set) {
    Overrides overrides = new Overrides(Optional.empty(), Optional.of("x86_64"), set);
    Case made = Catalog.standard().scenario("logbuf-scenario-2").variant("default", overrides);
    made.setup(); // the kernel has such a variable, and it accepts the value
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
    "kernel.softlockup_all_cpu_backtrace, 1, softlockup_all_cpu_backtrace, 1",
    "kernel.hardlockup_all_cpu_backtrace, 1, hardlockup_all_cpu_backtrace, 1",
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
    "kernel.printk, 7 4 1 7, console_loglevel, 7",
    "kernel.printk, 3 5, default_message_loglevel, 5",
    "/proc/sys/kernel/printk, '8\t6\t1\t7', default_message_loglevel, 6",
    "'nmi_watchdog', 'panic,1', hardlockup_panic, 1",
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
    assertThat(error("kernel.printk=7 4 1 7 9"))
        .contains("kernel.printk: expected one to 4 numbers, found \"7 4 1 7 9\"");
    assertThat(error("unknown_nmi_panic")).contains("has no unknown_nmi_panic on arm64");
    assertThat(error("machin.cpus=3")).contains("did you mean 'machine'?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nmi_watchdog=0",
        "nmi_watchdog=3",
        "kernel.nmi_watchdog=0",
        "nowatchdog",
        "watchdog_thresh=5",
        "kernel.watchdog_thresh=30",
        "oops_all_cpu_backtrace=1",
        "hung_task_panic=1",
        "kernel.hung_task_panic=1",
        "kernel.hung_task_timeout_secs=60",
        "kernel.kexec_load_disabled=1",
        "console=ttyS0,115200",
        "earlyprintk=serial",
        "reboot=warm",
        "kernel.panic_on_rcu_stall=1",
        "rcupdate.rcu_cpu_stall_timeout=21",
        "no_hash_pointers",
        "workqueue.panic_on_stall=1",
        "vm.panic_on_oom=1",
        "printk.devkmsg=off",
        "kernel.sysrq=0",
        "ramoops.record_size=65536",
        "nr_cpus=1",
        "oops_limit=1",
      })
  void whatThisMachineDoesNotHaveIsSaidSo(String set) {
    String name = set.replaceFirst("=.*", "");
    assertThat(error(set))
        .contains(
            "--set " + set + (set.contains("=") ? "" : "=") + ": " + name + " is not modelled: ")
        .doesNotContain("did you mean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nmi_watchdog=1", "kernel.watchdog=1", "printk.devkmsg=on", "kernel.sysrq=1"})
  void whatIsSoAnywayChangesNothing(String set) {
    assertThat(Cli.run("run", "logbuf-scenario-2", "--set", set).out())
        .contains("hang at cpu0:logbuf_lock in kmsg_dump");
  }

  @Test
  void theLogIsAsLongAsLogBufLenSays() throws IOException {
    String head = "title = long, kernel = \"5.2\", machine = x86_64, cpu.0.run = panic_in_task\n";
    int usual = words(scenario("usual", head));
    assertThat(words(scenario("long", head + "settings { log_buf_len = 1M }\n")))
        .isEqualTo(8 * usual);
    assertThat(words(scenario("odd", head + "settings { log_buf_len = 130k }\n")))
        .isEqualTo(2 * usual);
    assertThat(error("log_buf_len=64K"))
        .contains("log_buf_len: expected a size such as 1M, more than the default of 128K and at");
    assertThat(error("log_buf_len=2M")).contains("and at most 1024K, found \"2M\"");
    assertThat(error("log_buf_len=much")).contains("expected a size such as 1M");
  }

  private static int words(Scenario scenario) {
    return scenario.cases().get(0).setup().image().global("log_buf").words();
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
        .containsPattern("panic_timeout +kernel.panic +panic +0 +seconds")
        .containsPattern("crashkernel .*whether a crash kernel is loaded");
    assertThat(Cli.run("list", "workloads").out()).contains("spin_irqs_off  ");
    assertThat(Cli.run("list", "faults").out()).contains("{ drop = ipi, to = 1 }");
    assertThat(Cli.run("list", "machines").out()).contains("x86_64-kvm");
    assertThat(Cli.run("list", "kernels").out()).contains("panic-lock-safe");
    assertThat(Cli.run("list", "setting").err()).contains("did you mean 'settings'?");
  }

  @Test
  void everyFaultThatIsListedCanBeWritten() throws IOException {
    String faults =
        FaultReader.examples().stream().map(FaultExample::block).collect(Collectors.joining("\n"));
    String head =
        """
        title = faults, kernel = "5.2", cpu.0.run = panic_in_task
        machine = ${machines.x86_64} { cpus = 8, pstore = ramoops, crash-kernel = yes, hypervisor = yes }
        """;
    Case made = scenario("f", head + "faults = [\n" + faults + "]\n").cases().get(0);
    int written = FaultReader.examples().size(); // a fault of several CPUs is one per CPU
    assertThat(made.setup().faults()).hasSizeGreaterThanOrEqualTo(written);
  }

  @Test
  void aNameAndAVariantAreOneWord() {
    Cli run = Cli.run("run", "logbuf-scenario-2:patched");
    assertThat(run.out())
        .isEqualTo(Cli.run("run", "logbuf-scenario-2", "--variant", "patched").out());
    assertThat(Cli.run("show", "logbuf-scenario-2:patched").out())
        .contains("variant patched")
        .doesNotContain("variant default");
    assertThat(Cli.run("test", "logbuf-scenario-1:patched").out()).contains("1 case, ");
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
