package lastwords.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lastwords.machine.bus.DumpDisk;
import lastwords.machine.bus.DumpDisk.Bus;
import lastwords.machine.bus.HostActions;
import lastwords.machine.bus.HostActions.Action;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Pram;
import lastwords.machine.bus.MachineConfig.Uart;
import lastwords.machine.bus.MachineConfig.UartType;
import lastwords.machine.bus.Timing;
import lastwords.scenario.hocon.Section;
import lastwords.scenario.setting.Assigned;
import lastwords.scenario.setting.Parameters;

/**
 * A machine file's content.
 *
 * @param arch one of a kernel's architectures
 * @param config the hardware
 * @param settings boot parameters of this machine
 */
record Hardware(String arch, MachineConfig config, Map<String, Assigned> settings) {
  private static final int MOST_CPUS = 64;
  static final int MOST_UARTS = 8;
  static final int MOST_RECORDS = 1024;
  static final int MOST_SIZE = 1 << 20;

  /** Start bit, eight bits, stop bit. */
  private static final long BITS_NANOS = 10 * 1_000_000_000L;

  private static final Map<String, UartType> UART_TYPES =
      new TreeMap<>(
          Map.of(
              "8250", UartType.I8250,
              "pl011", UartType.PL011,
              "firmware", UartType.FIRMWARE,
              "none", UartType.NONE));

  private static final Map<String, Action> HOST_ACTIONS =
      new TreeMap<>(
          Map.of(
              "none", Action.NONE,
              "reset", Action.RESET,
              "destroy", Action.DESTROY,
              "pause", Action.PAUSE));

  /** Reads a machine; ends the section. */
  static Hardware read(Section section) {
    section.text("title");
    String arch = section.text("arch").orElseGet(() -> missing(section, "arch", ""));
    Map<String, Assigned> settings =
        section.section("settings").map(it -> Assigned.all(it, Parameters.NONE)).orElse(Map.of());
    MachineConfig config =
        new MachineConfig(
            section.text("name").orElse("custom"),
            section.number("cpus", 1, MOST_CPUS).orElse(2L).intValue(),
            section.flag("nmi").orElseGet(() -> missing(section, "nmi", false)),
            section.word("locks", LockKind.words()).map(LockKind::of).orElse(LockKind.QUEUED),
            uarts(section),
            pram(section),
            section.flag("crash-kernel").orElse(false),
            hypervisor(section),
            host(section),
            section.section("disk").map(Hardware::disk).orElse(DumpDisk.USUAL),
            section.section("timing").map(Hardware::timing).orElse(Timing.DEFAULT));
    section.end();
    return new Hardware(arch, config, settings);
  }

  /** {@code hypervisor = yes}, or a block that configures it. */
  private static boolean hypervisor(Section section) {
    return section.isBlock("hypervisor") || section.flag("hypervisor").orElse(false);
  }

  private static HostActions host(Section section) {
    SortedMap<String, Action> actions = new TreeMap<>();
    if (section.isBlock("hypervisor")) {
      section.section("hypervisor").ifPresent(it -> actions("", it, actions));
    }
    return new HostActions(actions);
  }

  /** {@code pvpanic = reset}, or for one event {@code pvpanic.crash-loaded = none}. */
  private static void actions(String prefix, Section section, Map<String, Action> actions) {
    for (String key : section.entries().keySet()) {
      if (section.isBlock(key)) {
        section.section(key).ifPresent(it -> actions(prefix + key + ".", it, actions));
      } else {
        section
            .word(key, HOST_ACTIONS.keySet())
            .ifPresent(word -> actions.put(prefix + key, HOST_ACTIONS.get(word)));
      }
    }
    section.end();
  }

  private static <T> T missing(Section section, String key, T fallback) {
    if (!section.has(key)) {
      section.problem(
          key, "a machine needs " + key + ", or to build on one: ${machines.x86_64} { ... }");
    }
    return fallback;
  }

  private static List<Uart> uarts(Section section) {
    List<Uart> uarts = new ArrayList<>();
    section.section("uart").ifPresent(all -> ports(all).forEach(port -> uarts.add(port)));
    return uarts;
  }

  private static List<Uart> ports(Section all) {
    List<Uart> ports = new ArrayList<>();
    Set<String> wanted = new TreeSet<>(all.entries().keySet());
    for (int port = 0; port < Math.min(MOST_UARTS, wanted.size()); port++) {
      String key = Integer.toString(port);
      all.section(key, "uart." + key).ifPresent(it -> ports.add(uart(it, "port" + key)));
    }
    wanted.stream()
        .filter(key -> !key.matches("[0-" + (wanted.size() - 1) + "]"))
        .forEach(
            key ->
                all.problem(key, "uart." + key + ": ports are numbered 0, 1, ... without a gap"));
    return ports;
  }

  private static Uart uart(Section section, String fallback) {
    Uart uart =
        new Uart(
            section.text("name").orElse(fallback),
            UART_TYPES.get(section.word("type", UART_TYPES.keySet()).orElse("none")),
            characterNanos(section));
    section.end();
    return uart;
  }

  /** Either a line limits the rate, or (for an emulated port) each character has a cost. */
  private static long characterNanos(Section section) {
    long line = BITS_NANOS / section.number("baud", 50, 10_000_000).orElse(115_200L);
    return section.nanos("character").orElse(line);
  }

  private static Pram pram(Section section) {
    boolean there =
        section.word("pstore", Set.of("none", "ramoops")).orElse("none").equals("ramoops");
    Pram size = section.section("ramoops").map(Hardware::ramoops).orElse(new Pram(1, 4096));
    return there ? size : new Pram(0, size.recordSize());
  }

  private static Pram ramoops(Section section) {
    int records = section.number("records", 1, MOST_RECORDS).orElse(1L).intValue();
    int size = section.number("record-size", 256, MOST_SIZE).orElse(4096L).intValue();
    section.end();
    return new Pram(records, size);
  }

  /** Where a crash kernel saves its dump. */
  private static DumpDisk disk(Section section) {
    Set<String> words =
        Arrays.stream(Bus.values()).map(Bus::word).collect(Collectors.toCollection(TreeSet::new));
    String bus = section.word("bus", words).orElse(Bus.AHCI.word());
    boolean iommu = section.flag("iommu").orElse(false);
    section.end();
    return new DumpDisk(
        Arrays.stream(Bus.values()).filter(it -> it.word().equals(bus)).findFirst().orElseThrow(),
        iommu);
  }

  private static Timing timing(Section section) {
    Timing usual = Timing.DEFAULT;
    Timing timing =
        new Timing(
            section.nanos("instruction").orElse(usual.instruction()),
            section.nanos("memory").orElse(usual.memory()),
            section.nanos("atomic").orElse(usual.atomic()),
            section.nanos("text").orElse(usual.text()),
            section.nanos("send-ipi").orElse(usual.sendIpi()),
            section.nanos("ipi-latency").orElse(usual.ipiLatency()),
            section.nanos("nmi-latency").orElse(usual.nmiLatency()),
            section.nanos("spin").orElse(usual.spin()),
            section.nanos("delay-overhead").orElse(usual.delayOverhead()),
            section.nanos("pram").orElse(usual.pram()),
            section.number("jitter-percent", 0, 90).orElse((long) usual.jitterPercent()).intValue(),
            section
                .number("hiccup-every", 0, 1_000_000)
                .orElse((long) usual.hiccupEvery())
                .intValue(),
            section.nanos("hiccup").orElse(usual.hiccupNanos()));
    section.end();
    return timing;
  }
}
