package lastwords.scenario.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Uart;
import lastwords.machine.bus.Trigger;
import lastwords.machine.fault.CpuFault.CorruptIdt;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.machine.fault.DeviceFault;
import lastwords.machine.fault.DeviceFault.Device;
import lastwords.machine.fault.Fault;
import lastwords.machine.fault.InterruptFault;
import lastwords.machine.fault.NmiButton;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.Section;

/**
 * Reads the blocks of {@code faults}. Each has one verb: <code>{ drop = ipi, to = 1 }</code>,
 * <code>{ stall = 1, at =
 * vprintk_store, for = 10ms }</code>, <code>{ slow = ttyS0, factor = 10 }</code>, ...
 */
public final class FaultReader {
  private static final int NMI = 2;

  /** Value of port 0x61 for an external NMI: one of its two error lines, or neither. */
  private static final Map<String, Integer> NMI_REASONS =
      Map.of("unknown", 0x01, "serr", 0x80, "iochk", 0x40);

  private static final List<FaultExample> EXAMPLES =
      List.of(
          FaultExample.of("drop = ipi, to = 1", "an interrupt is lost; with nmi, an NMI"),
          FaultExample.of(
              "drop = nmi, to = [2, 4-7]",
              "to each of several CPUs; others: the CPUs without a workload"),
          FaultExample.of("delay = ipi, by = 2ms", "an interrupt is delayed"),
          FaultExample.of("duplicate = ipi", "an interrupt arrives twice"),
          FaultExample.of("reorder = ipi", "an interrupt is overtaken by the next one"),
          FaultExample.of(
              "stall = 1, after = 10ms, for = 5ms",
              "a CPU stops running and answering; at = FUNCTION, forever = yes"),
          FaultExample.of("corrupt-idt = 1", "a CPU is lost the next time it takes an interrupt"),
          FaultExample.of("press = nmi-button, after = 10ms, cpu = 0", "the BMC's NMI button"));

  /** Counts without a limit. */
  private static final long MANY = Integer.MAX_VALUE;

  private final Map<String, Function<Section, FaultSpec>> verbs = new TreeMap<>();
  private final MachineConfig machine;
  private final FaultTargets targets;

  /**
   * @param others the CPUs to which the scenario gives no work
   */
  public FaultReader(MachineConfig machine, SortedSet<Integer> others) {
    this.machine = machine;
    this.targets = new FaultTargets(machine.cpus(), others);
    for (InterruptFault.Kind kind : InterruptFault.Kind.values()) {
      String verb = kind.name().toLowerCase(Locale.ROOT);
      verbs.put(verb, it -> interrupt(it, verb, kind));
    }
    verbs.put("stall", this::stall);
    verbs.put("corrupt-idt", this::corrupt);
    verbs.put("press", this::press);
    for (DeviceFault.Kind kind : DeviceFault.Kind.values()) {
      verbs.put(kind.verb(), it -> device(it, kind.verb()));
    }
  }

  /** Examples of all verbs; verbs of devices provide their own. */
  public static List<FaultExample> examples() {
    List<FaultExample> all = new ArrayList<>(EXAMPLES);
    for (DeviceFault.Kind kind : DeviceFault.Kind.values()) {
      String factor = kind.slows() ? ", factor = 10" : "";
      String block = kind.verb() + " = " + kind.device().word() + factor;
      if (all.stream().noneMatch(it -> it.title().equals(kind.effect()))) {
        all.add(FaultExample.of(block, kind.effect()));
      }
    }
    return List.copyOf(all);
  }

  /** All faults of a scenario. */
  public List<FaultSpec> read(Section scenario) {
    List<FaultSpec> faults = new ArrayList<>();
    List<Section> written = scenario.sections("faults", "a fault");
    for (Section section : written.stream().flatMap(targets::each).toList()) {
      verb(section).ifPresent(verb -> faults.add(verbs.get(verb).apply(section)));
    }
    return faults;
  }

  private Optional<String> verb(Section section) {
    List<String> found = section.keys().stream().filter(verbs::containsKey).toList();
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    String all = String.join(", ", verbs.keySet());
    if (found.size() > 1) {
      section.problem(found.get(1), "a fault has one effect, not " + String.join(" and ", found));
    } else {
      section.problem(first(section), "a fault needs one of " + all + misspelt(section));
    }
    return Optional.empty();
  }

  private static String first(Section section) {
    return section.keys().isEmpty() ? "" : section.keys().get(0);
  }

  private String misspelt(Section section) {
    return section.keys().stream()
        .flatMap(key -> Nearest.of(key, verbs.keySet()).stream())
        .findFirst()
        .map(verb -> "; did you mean '" + verb + "'?")
        .orElse("");
  }

  private FaultSpec interrupt(Section section, String verb, InterruptFault.Kind kind) {
    boolean nmi = section.word(verb, List.of("ipi", "nmi")).orElse("ipi").equals("nmi");
    OptionalInt to = cpu(section, "to");
    OptionalInt from = cpu(section, "from");
    OptionalInt vector = nmi ? OptionalInt.of(NMI) : OptionalInt.empty();
    Optional<String> named = nmi ? Optional.empty() : section.text("vector");
    Trigger trigger = trigger(section, "", "", Trigger.UNLIMITED);
    boolean late = kind == InterruptFault.Kind.DELAY;
    long by = late ? needed(section, "by", section.nanos("by"), 0L) : 0;
    return end(section, new InterruptFault(0, kind, to, from, vector, by, trigger), named);
  }

  private FaultSpec stall(Section section) {
    int cpu = cpu(section, "stall").orElse(0);
    String function = section.text("at").orElse("");
    String lock = section.text("holding").orElse("");
    Trigger trigger = trigger(section, function, lock, 1);
    if (!trigger.placed() && !section.has("after")) {
      section.problem("stall", "a stall needs one of at = FUNCTION, holding = LOCK, after = TIME");
    }
    return end(section, new StallCpu(0, cpu, lasts(section), trigger));
  }

  /** Duration: a time, or {@code for = forever}. */
  private static OptionalLong lasts(Section section) {
    boolean forever = section.flag("forever").orElse(false);
    boolean word = section.value("for").filter(it -> it.unwrapped().equals("forever")).isPresent();
    return forever || word
        ? OptionalLong.empty()
        : OptionalLong.of(needed(section, "for", section.nanos("for"), 0L));
  }

  private FaultSpec corrupt(Section section) {
    int cpu = cpu(section, "corrupt-idt").orElse(0);
    String function = section.text("at").orElse("");
    return end(section, new CorruptIdt(0, cpu, trigger(section, function, "", 1)));
  }

  private FaultSpec press(Section section) {
    section.word("press", List.of("nmi-button"));
    OptionalInt cpu = cpu(section, "cpu");
    needed(section, "after", section.nanos("after"), 0L);
    int reason =
        NMI_REASONS.get(
            section.word("reason", new TreeSet<>(NMI_REASONS.keySet())).orElse("unknown"));
    return end(section, new NmiButton(0, cpu, reason, trigger(section, "", "", 1)));
  }

  /** The meaning of a device's verb depends on the device. */
  private FaultSpec device(Section section, String verb) {
    List<DeviceFault.Kind> kinds =
        Arrays.stream(DeviceFault.Kind.values()).filter(it -> it.verb().equals(verb)).toList();
    String name = section.text(verb).orElse("");
    DeviceFault.Kind kind =
        kinds.stream().filter(it -> names(it).contains(name)).findFirst().orElse(kinds.get(0));
    int port = 0;
    if (kind.device() == Device.CONSOLE) {
      port = port(section, verb, name, kinds);
    } else {
      section.word(verb, names(kind));
    }
    Trigger trigger = trigger(section, "", "", Trigger.UNLIMITED);
    long factor =
        kind.slows() ? needed(section, "factor", section.number("factor", 1, 1_000_000), 1L) : 1;
    return end(section, new DeviceFault(0, kind, port, (int) factor, trigger));
  }

  /** The names of devices that can have such a fault. */
  private List<String> names(DeviceFault.Kind kind) {
    return kind.device() == Device.CONSOLE
        ? machine.uarts().stream().map(Uart::name).toList()
        : List.of(kind.device().word());
  }

  private int port(Section section, String verb, String name, List<DeviceFault.Kind> kinds) {
    int port = names(kinds.get(0)).indexOf(name);
    if (port < 0) {
      Set<String> known = new TreeSet<>();
      kinds.forEach(kind -> known.addAll(names(kind)));
      String has = String.join(", ", known);
      section.problem(verb, machine.name() + " has no '" + name + "', only " + has);
    }
    return port;
  }

  private static <T> T needed(Section section, String key, Optional<T> value, T fallback) {
    if (value.isEmpty() && !section.has(key)) {
      section.problem(first(section), "this fault needs " + key);
    }
    return value.orElse(fallback);
  }

  private OptionalInt cpu(Section section, String key) {
    Optional<Long> cpu = section.number(key, 0, machine.cpus() - 1L);
    return cpu.map(it -> OptionalInt.of(it.intValue())).orElse(OptionalInt.empty());
  }

  /**
   * When it strikes.
   *
   * @param times how often, unless the section says so
   */
  private static Trigger trigger(Section section, String function, String lock, int times) {
    return new Trigger(
        section.nanos("after").orElse(0L),
        function,
        lock,
        section.number("probability", 0, 100).orElse(100L).intValue(),
        section.number("interval", 1, MANY).orElse(1L).intValue(),
        section.number("times", -1, MANY).orElse((long) times).intValue(),
        section.number("space", 0, MANY).orElse(0L).intValue());
  }

  private static FaultSpec end(Section section, Fault fault) {
    return end(section, fault, Optional.empty());
  }

  private static FaultSpec end(Section section, Fault fault, Optional<String> vector) {
    section.end();
    return new FaultSpec(fault, vector, section.at());
  }
}
