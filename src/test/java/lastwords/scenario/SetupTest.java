package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.fault.Fault;
import lastwords.scenario.expect.Budget;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void make() {
    home = new Home(folder);
  }

  private Setup setup(String lines) {
    return home.with(lines).cases().get(0).setup();
  }

  private List<String> said(String lines) {
    Case made = home.with(lines).cases().get(0);
    return Home.said(made::setup);
  }

  private static String entry(Setup setup, int cpu) {
    return setup.image().functions().get(setup.entries().get(cpu)).name();
  }

  private static long first(Setup setup, String variable) {
    return setup.image().data()[setup.image().global(variable).address()];
  }

  @Test
  void aCpuRunsItsExpressionAndTheOthersAreIdle() {
    Setup setup = setup("machine.cpus = 3\ncpu.0.run = \"say(7)\"\ncpu.2.run = idle\n");
    assertThat(entry(setup, 0)).isEqualTo("__cpu0_run");
    assertThat(entry(setup, 1)).isEqualTo("idle");
    assertThat(entry(setup, 2)).isEqualTo("__cpu2_run");
    FunctionInfo run = setup.image().functions().get(setup.entries().get(0));
    assertThat(run.file() + ":" + run.line()).isEqualTo("config/scenarios/s.conf:5");
  }

  @Test
  void settingsAreFirstValues() {
    Setup setup = setup("settings { volume = -4, quiet = yes }\n");
    assertThat(first(setup, "volume")).isEqualTo(-4);
    assertThat(first(setup, "quiet")).isEqualTo(1);
    assertThat(first(setup("kernel = \"tiny+louder\"\n"), "volume"))
        .as("the patch's own")
        .isEqualTo(3);
  }

  @Test
  void configSymbolsChangeWhatIsCompiled() {
    assertThat(setup("").image().global("big")).isNull();
    assertThat(setup("config.CONFIG_BIG = yes\n").image().global("big")).isNotNull();
  }

  @Test
  void ownSourcesReplaceFunctionsOfTheKernel() {
    home.file("config/scenarios/my.c", "int mine = 5; void say(int n) { volume = mine; }\n");
    Setup setup = setup("sources = [ my.c ]\nsettings.mine = 6\ncpu.0.run = \"say(1)\"\n");
    FunctionInfo say = setup.image().functions().get(setup.image().function("say").orElseThrow());
    assertThat(say.file()).isEqualTo("config/scenarios/my.c");
    assertThat(first(setup, "mine")).isEqualTo(6);
  }

  @Test
  void aFaultNamesItsInterruptAsTheKernelDoes() {
    home.file(
        "src/main/kernel/tiny.c",
        "#define REBOOT_VECTOR 0xf8\n#define IPI_CPU_STOP 0x42\nvoid idle(void) { for (;;) halt(); }\n"
            + "__interrupt(REBOOT_VECTOR) void reboot(void) { }\n"
            + "__interrupt(IPI_CPU_STOP) void stop(void) { }\n");
    List<Fault> faults =
        setup(
                "faults = [ { drop = ipi, vector = REBOOT }, { drop = ipi, vector = CPU_STOP }, { drop = ipi, vector = 0x30 } ]")
            .faults();
    assertThat(faults).extracting(it -> it.form().vector).containsExactly(0xf8, 0x42, 0x30);
    assertThat(faults).extracting(Fault::id).containsExactly(0, 1, 2);
    assertThat(said("faults = [ { drop = ipi, vector = REBOT } ]"))
        .containsExactly("config/scenarios/s.conf:4: no interrupt 'REBOT'; did you mean 'REBOOT'?");
  }

  @Test
  void unknownNamesAreToldWithTheNearestOne() {
    assertThat(said("settings.volme = 1"))
        .containsExactly(
            "config/scenarios/s.conf:4: unknown setting 'volme'; did you mean 'volume'?");
    assertThat(said("settings.pair = 1"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("config/scenarios/s.conf:4: unknown setting 'pair'");
    assertThat(said("settings.quiet = 2"))
        .containsExactly("config/scenarios/s.conf:4: quiet is of type bool and cannot be 2");
    assertThat(said("config.CONFIG_BIGG = 1"))
        .containsExactly(
            "config/scenarios/s.conf:4: unknown config symbol 'CONFIG_BIGG'; did you mean 'CONFIG_BIG'?");
    assertThat(said("faults = [ { stall = 1, at = sya, for = 1ms } ]"))
        .containsExactly("config/scenarios/s.conf:4: unknown function 'sya'; did you mean 'say'?");
    assertThat(said("faults = [ { stall = 1, holding = lok, for = 1ms } ]"))
        .containsExactly("config/scenarios/s.conf:4: unknown lock 'lok'; did you mean 'lock'?");
    assertThat(said("expect = [ { at = \"cpu0:lokc\", observe = always } ]"))
        .containsExactly(
            "config/scenarios/s.conf:4: no lock or variable 'lokc'; did you mean 'lock'?");
    assertThat(said("expect = [ { at = \"cpu0:lock,pair.a\", observe = always } ]")).isEmpty();
    assertThat(said("expect = [ { in = sya, observe = always } ]"))
        .containsExactly("config/scenarios/s.conf:4: unknown function 'sya'; did you mean 'say'?");
  }

  @Test
  void anInlineFunctionIsNotAPlace() {
    home.file("config/scenarios/in.c", "int n; inline void part(void) { n = 1; }\n");
    assertThat(said("sources = [ in.c ]\nfaults = [ { stall = 1, at = part, for = 1ms } ]"))
        .containsExactly(
            "config/scenarios/s.conf:5: 'part' is inline: expected a function that calls it");
  }

  @Test
  void aWrongExpressionIsToldWhereItStands() {
    assertThat(said("cpu.0.run = \"syy(1)\"\ncpu.1.run = sayy\n"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("did you mean 'say'?"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("config/scenarios/s.conf:4: cpu.0.run: "),
            line -> assertThat(line).startsWith("config/scenarios/s.conf:5: cpu.1.run: "));
    assertThat(said("cpu.0.run = \"say(\""))
        .isNotEmpty()
        .first()
        .asString()
        .startsWith("config/scenarios/s.conf:4: cpu.0.run: ");
    Case typed =
        home.with("")
            .variant(
                "default",
                new Overrides(Optional.empty(), Optional.empty(), Map.of("cpu.1.run", "syy(2)")));
    assertThat(Home.said(typed::setup))
        .singleElement()
        .asString()
        .startsWith("--set cpu.1.run=syy(2): cpu.1.run: ");
  }

  @Test
  void aKernelWithoutAnIdleFunctionIsTold() {
    home.file("src/main/kernel/tiny.c", "void say(int n) { }\n");
    assertThat(said("cpu.0.run = \"say(1)\""))
        .containsExactly("kernel tiny has no function 'idle' for CPU 1");
  }

  @Test
  void theSameKernelIsCompiledOnce() {
    KernelImage one = home.catalog().kernel("tiny").compile("x86_64").image().orElseThrow();
    KernelImage two = home.catalog().kernel("tiny").compile("x86_64").image().orElseThrow();
    assertThat(one).isSameAs(two);
  }

  @Test
  void whatAPatchReplacesIsSaid() {
    assertThat(home.catalog().kernel("tiny+louder").compile("x86_64").replacements())
        .singleElement()
        .satisfies(it -> assertThat(it.name()).isEqualTo("say"));
  }

  @Test
  void aBudgetSaysWhichFaultsMayComeAtAnyMoment() {
    Case made = home.with("budget { stalls = 1, cpus = [1], drops = 2 }\n").cases().get(0);
    assertThat(made.checkMethod().budget()).isEqualTo(new Budget(1, 2, 2));
    assertThat(home.with("budget.drops = 1\n").cases().get(0).checkMethod().budget())
        .isEqualTo(Budget.drops(1));
    assertThat(home.with("").cases().get(0).checkMethod().budget()).isEqualTo(Budget.NONE);
    assertThat(Home.said(() -> home.with("budget { cpus = [0] }\n").cases()))
        .singleElement()
        .asString()
        .contains("stalls must be at least 1");
  }
}
