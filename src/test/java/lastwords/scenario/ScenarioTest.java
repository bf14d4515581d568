package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import lastwords.machine.bus.HostActions.Action;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Pram;
import lastwords.machine.bus.MachineConfig.Uart;
import lastwords.machine.bus.MachineConfig.UartType;
import lastwords.machine.bus.Trigger;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.machine.fault.DeviceFault;
import lastwords.machine.fault.Fault;
import lastwords.machine.fault.InterruptFault;
import lastwords.machine.fault.NmiButton;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void make() {
    home = new Home(folder);
  }

  private static Overrides set(String... keysAndValues) {
    Map<String, String> set = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      set.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Overrides(Optional.empty(), Optional.empty(), set);
  }

  private static Overrides machine(String name) {
    return new Overrides(Optional.empty(), Optional.of(name), Map.of());
  }

  private static Overrides kernel(String name) {
    return new Overrides(Optional.of(name), Optional.empty(), Map.of());
  }

  @Test
  void aScenarioSaysWhereItsPartsGo() {
    String place = "place { spread = yes, cpu.1 = node-2, \"lock:m\" = \"role:far\" }";
    Case made = home.with(place).cases().get(0);
    assertThat(made.places())
        .isEqualTo(
            new CasePlacement(
                true, new TreeMap<>(Map.of("cpu.1", "node-2", "lock:m", "role:far"))));
    assertThat(home.with("").cases().get(0).places()).isEqualTo(CasePlacement.USUAL);
    assertThat(home.with(place).variant("default", set("place.cpu.1", "node-3")).places().chosen())
        .containsEntry("cpu.1", "node-3");
  }

  @Test
  void earlyTimeoutsHaveAFormerName() {
    String former = "impatient = yes, variants.x.early-timeouts = no";
    assertThat(home.with(former).cases())
        .extracting(it -> it.checkMethod().earlyTimeouts())
        .containsExactly(true, false);
    assertThat(home.with("early-timeouts = on").cases().get(0).checkMethod().earlyTimeouts())
        .isTrue();
  }

  @Test
  void aScenarioAdjustsItsMachine() {
    MachineConfig machine =
        home.with(
                "machine { pstore = ramoops, ramoops.record-size = 8192, timing.ipi-latency = 22us }")
            .cases()
            .get(0)
            .machine();
    assertThat(machine.name()).isEqualTo("x86_64");
    assertThat(machine.cpus()).isEqualTo(2);
    assertThat(machine.nmi()).isTrue();
    assertThat(machine.pram()).isEqualTo(new Pram(1, 8192));
    assertThat(machine.uarts()).containsExactly(new Uart("ttyS0", UartType.I8250, 86_805));
    assertThat(machine.timing().ipiLatency()).isEqualTo(22_000);
  }

  @Test
  void anotherMachineKeepsTheAdjustments() {
    Scenario scenario =
        home.with("machine.crash-kernel = yes\nvariants.board.machine = ${machines.arm64}\n");
    for (Case made :
        List.of(
            scenario.variant("board", Overrides.NONE),
            scenario.variant("default", machine("arm64")))) {
      assertThat(made.machine().name()).isEqualTo("arm64");
      assertThat(made.machine().cpus()).isEqualTo(2);
      assertThat(made.machine().nmi()).isFalse();
      assertThat(made.machine().crashImage()).isTrue();
      assertThat(made.machine().uarts()).extracting(Uart::charNanos).containsExactly(1_041_666L);
    }
  }

  @Test
  void aHypervisorMayDoSomethingWithAGuestThatHasPanicked() {
    assertThat(hypervisor("no")).containsExactly(false, Action.NONE);
    assertThat(hypervisor("yes")).containsExactly(true, Action.NONE);
    assertThat(hypervisor("{ pvpanic = pause }")).containsExactly(true, Action.PAUSE);
    assertThat(hypervisor("{ pvpanic = pause, pvpanic.panicked = none }"))
        .containsExactly(true, Action.NONE);
    assertThat(hypervisor("{ pvpanic.crash-loaded = reset }")).containsExactly(true, Action.NONE);
  }

  private List<Object> hypervisor(String value) {
    MachineConfig machine =
        home.with("machine.hypervisor = " + value + "\n").cases().get(0).machine();
    return List.of(machine.hypervisor(), machine.host().of("pvpanic", "panicked"));
  }

  @Test
  void aPortHasALineThatPacesItOrATimeForEachCharacter() {
    Case made =
        home.with("machine.uart.0.character = 10us\nmachine.timing.delay-overhead = 70ns\n")
            .cases()
            .get(0);
    assertThat(made.machine().uarts()).extracting(Uart::charNanos).containsExactly(10_000L);
    assertThat(made.machine().timing().delayOverhead()).isEqualTo(70);
  }

  @Test
  void aMachineMayBeMadeFromNothing() {
    Case made =
        home.scenario("title = t\nkernel = tiny\nmachine { arch = arm64, nmi = no, cpus = 1 }\n")
            .cases()
            .get(0);
    assertThat(made.machine().name()).isEqualTo("custom");
    assertThat(made.machine().uarts()).isEmpty();
    assertThat(made.machine().pram().zones()).isZero();
  }

  @Test
  void aVariantChangesWhatItNames() {
    Scenario scenario =
        home.with(
            """
            seeds = 3
            settings { volume = 1, quiet = yes }
            cpu.0.run = idle
            cpu.1.run = "say(2)"
            variants {
              loud { settings.volume = 9, cpu.1.run = "say(3)" }
              patched { kernel = "tiny+louder", expect = [ { end = loop, observe = always } ] }
            }
            """);
    assertThat(scenario.variants()).containsExactly("default", "loud", "patched");
    Case loud = scenario.variant("loud", Overrides.NONE);
    assertThat(loud.settings()).containsEntry("volume", 9L).containsEntry("quiet", 1L);
    assertThat(loud.runs()).containsEntry(0, "idle").containsEntry(1, "say(3)");
    assertThat(loud.seeds()).isEqualTo(3);
    Case patched = scenario.variant("patched", Overrides.NONE);
    assertThat(patched.kernel().title()).isEqualTo("two lines + a patch");
    assertThat(patched.expectations()).hasSize(1);
    assertThat(scenario.cases().get(0).expectations()).isEmpty();
  }

  @Test
  void othersAreAllCpusWithoutWorkOfTheirOwn() {
    Scenario scenario =
        home.with(
            """
            machine.cpus = 6
            cpu { 1.run = "say(1)", 3-4.run = "say(3)", others.run = "say(0)" }
            faults = [ { drop = nmi, to = others }, { stall = [1, 3-4], at = say, forever = yes } ]
            variants.few { machine.cpus = 4, cpu.1.run = idle }
            """);
    Case all = scenario.variant("default", Overrides.NONE);
    assertThat(all.runs().toString())
        .isEqualTo("{0=say(0), 1=say(1), 2=say(0), 3=say(3), 4=say(3), 5=say(0)}");
    assertThat(all.faults()).hasSize(6);
    Case few = scenario.variant("few", Overrides.NONE);
    assertThat(few.runs().toString()).isEqualTo("{0=say(0), 1=idle, 2=say(0), 3=say(3)}");
    assertThat(few.faults()).as("two others, and CPUs 1 and 3").hasSize(4);
    assertThat(scenario.variant("default", set("machine.cpus", "2")).faults()).hasSize(2);
  }

  @Test
  void theCommandLineSetsSettingsSymbolsAndPlaces() {
    Scenario scenario =
        home.with("settings.volume = 1\nexpect = [ { end = loop, observe = always } ]");
    Case made =
        scenario.variant(
            "default",
            set(
                "volume",
                "0x10",
                "CONFIG_BIG",
                "yes",
                "machine.cpus",
                "3",
                "cpu.2.run",
                "say(a, &b)",
                "limits.run",
                "5s",
                "faults",
                "[{ drop = ipi, to = 2 }]"));
    assertThat(made.settings()).containsEntry("volume", 16L);
    assertThat(made.machine().cpus()).isEqualTo(3);
    assertThat(made.runs()).containsEntry(2, "say(a, &b)");
    assertThat(made.limits().runNanos()).isEqualTo(5_000_000_000L);
    assertThat(made.faults()).hasSize(1);
    assertThat(made.expectations()).as("nobody knows what comes of it").isEmpty();
  }

  @Test
  void whatTheCommandLineGetsWrongIsTold() {
    Scenario scenario = home.with("");
    assertThat(Home.said(() -> scenario.variant("default", set("machine.cpu", "4"))))
        .containsExactly(
            "--set machine.cpu=4: unknown key 'cpu' in a machine; did you mean 'cpus'?");
    assertThat(Home.said(() -> scenario.variant("default", set("limit.run", "4s"))))
        .containsExactly(
            "--set limit.run=4s: unknown key 'limit' in a scenario; did you mean 'limits'?");
    assertThat(Home.said(() -> scenario.variant("default", set("volume", "x y"))))
        .containsExactly("--set volume=x y: volume: expected a number, yes or no, found \"x y\"");
    assertThat(Home.said(() -> scenario.variant("default", set("a..b", "1")))).hasSize(1);
    assertThat(Home.said(() -> scenario.variant("default", machine("arm46"))))
        .containsExactly("--machine arm46: unknown machine 'arm46'; did you mean 'arm64'?");
    assertThat(Home.said(() -> scenario.variant("default", kernel("tiny+loder"))))
        .containsExactly("--kernel tiny+loder: unknown patch 'loder'; did you mean 'louder'?");
    assertThat(Home.said(() -> scenario.variant("defalt", Overrides.NONE)))
        .containsExactly("scenario s has no variant 'defalt'; did you mean 'default'?");
  }

  @Test
  void anOverrideThatMakesAnotherVariantIsThatVariant() {
    Scenario scenario =
        home.with(
            """
            expect = [ { end = hang, observe = always } ]
            variants.patched { kernel = "tiny+louder", expect = [ { end = loop, observe = always } ] }
            """);
    assertThat(scenario.variant("default", kernel("tiny+louder")).variant()).isEqualTo("patched");
    assertThat(scenario.variant("patched", kernel("tiny")).expectations())
        .extracting(Expectation::text)
        .containsExactly("end=hang always");
    assertThat(scenario.variant("default", machine("x86_64")).variant()).isEqualTo("default");
    assertThat(scenario.variant("default", machine("arm64")).expectations()).isEmpty();
  }

  @Test
  void faultsBecomeRules() {
    Case made =
        home.with(
                """
                machine.pstore = ramoops
                faults = [
                  { drop = ipi, to = 1, from = 0, probability = 50, interval = 2, times = 3, space = 4 }
                  { drop = nmi }
                  { delay = ipi, by = 1.5ms }
                  { stall = 1, holding = lock, for = 10ms }
                  { stall = 1, after = 3ms, for = forever }
                  { stall = 0, after = 0s, forever = yes }
                  { slow = ttyS0, factor = 10 }
                  { slow = pstore, factor = 2 }
                  { press = nmi-button, after = 10ms }
                  { no = crash-kernel }
                ]
                cpu.0.place = none
                """)
            .cases()
            .get(0);
    assertThat(made.faults())
        .containsExactly(
            StallCpu.forGood(0, 0, 0),
            new InterruptFault(
                0,
                InterruptFault.Kind.DROP,
                OptionalInt.of(1),
                OptionalInt.of(0),
                OptionalInt.empty(),
                0,
                new Trigger(0, "", "", 50, 2, 3, 4)),
            astray(InterruptFault.Kind.DROP, OptionalInt.of(2), 0),
            astray(InterruptFault.Kind.DELAY, OptionalInt.empty(), 1_500_000),
            new StallCpu(0, 1, OptionalLong.of(10_000_000), when(0, "lock", 1)),
            StallCpu.forGood(0, 1, 3_000_000),
            StallCpu.forGood(0, 0, 0),
            device(DeviceFault.Kind.SLOW_CONSOLE, 10),
            device(DeviceFault.Kind.SLOW_PSTORE, 2),
            new NmiButton(0, OptionalInt.empty(), 1, Trigger.at(10_000_000)),
            device(DeviceFault.Kind.NO_CRASH_KERNEL, 1));
  }

  private static Fault astray(InterruptFault.Kind kind, OptionalInt vector, long late) {
    OptionalInt any = OptionalInt.empty();
    return new InterruptFault(0, kind, any, any, vector, late, when(0, "", Trigger.UNLIMITED));
  }

  private static Fault device(DeviceFault.Kind kind, int factor) {
    return new DeviceFault(0, kind, 0, factor, when(0, "", Trigger.UNLIMITED));
  }

  private static Trigger when(long at, String lock, int times) {
    return new Trigger(at, "", lock, 100, 1, times, 0);
  }

  @Test
  void filesAnywhereAreFoundFromTheFileThatNamesThem() {
    home.file("mine/my.c", "void say(int n) { volume = -n; }");
    home.file("mine/board.conf", "include \"../config/machines/arm64.conf\"\ncpus = 3\n");
    home.file(
        "mine/kernel.conf",
        "title = mine\nversion = 9\ninclude-from = tiny\nsources = [ \"m*.c\" ]\n");
    Path file =
        home.file(
            "mine/s.conf",
            "title = t\nkernel = \"./kernel.conf+louder+my.c\"\nmachine = ./board.conf\nsources = [ my.c ]\n");
    Case made = home.catalog().scenario(file.toString()).cases().get(0);
    assertThat(made.machine().name()).isEqualTo("board");
    assertThat(made.machine().cpus()).isEqualTo(3);
    assertThat(made.kernel().sources("arm64"))
        .extracting(source -> source.layer() + " " + source.path())
        .containsExactly("0 src/main/kernel/tiny.c", "1 mine/my.c", "2 src/main/kernel/louder.c");
    assertThat(made.kernel().version()).isEqualTo("9");
  }

  @Test
  void theCatalogListsWhatIsThere() {
    home.file("config/scenarios/mail/one.conf", "title = t\nkernel = tiny\nmachine = arm64\n");
    home.with("");
    Catalog catalog = home.catalog();
    assertThat(catalog.scenarios()).containsExactly("mail/one", "s");
    assertThat(catalog.scenario("one").name()).isEqualTo("mail/one");
    assertThat(catalog.scenario("mail/one").title()).isEqualTo("t");
    assertThat(catalog.scenariosOf(folder + "/config/scenarios"))
        .extracting(Scenario::name)
        .containsExactly("mail/one", "s");
    assertThat(catalog.kernels()).containsOnlyKeys("tiny", "elsewhere");
    assertThat(catalog.patches()).containsOnlyKeys("louder");
    assertThat(catalog.machines()).containsEntry("arm64", "a board");
    assertThat(catalog.kernel("elsewhere").config("arm64"))
        .isEqualTo(Map.of("CONFIG_SMALL", 1L, "CONFIG_ARM64", 1L));
  }

  @Test
  void aVersionIsNoNumber() {
    home.file("config/kernels/5.10.conf", "title = t\nversion = 5.10\nsources = [ tiny.c ]\n");
    Case made = home.with("kernel = 5.10").cases().get(0);
    assertThat(made.kernel().version()).isEqualTo("5.10");
  }
}
