package lastwords.scenario.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lastwords.machine.bus.FaultRule;
import lastwords.machine.bus.FaultRule.Kind;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Uart;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.Section;

/**
 * Reads the blocks of {@code faults}. Each has one verb: <code>{ drop = ipi, to = 1 }</code>,
 * <code>{ stall = 1, at =
 * vprintk_store, for = 10ms }</code>, <code>{ slow = ttyS0, factor = 10 }</code>, ...
 */
public final class FaultReader {
  private static final int NMI = 2;
  private static final int ANY = -1;

  /** Counts that nothing limits. */
  private static final long MANY = Integer.MAX_VALUE;

  private final Map<String, Function<Section, Fault>> verbs = new TreeMap<>();
  private final MachineConfig machine;

  public FaultReader(MachineConfig machine) {
    this.machine = machine;
    verbs.put("drop", it -> interrupt(it, "drop", Kind.DROP_INTERRUPT));
    verbs.put("delay", it -> interrupt(it, "delay", Kind.DELAY_INTERRUPT));
    verbs.put("duplicate", it -> interrupt(it, "duplicate", Kind.DUPLICATE_INTERRUPT));
    verbs.put("reorder", it -> interrupt(it, "reorder", Kind.REORDER_INTERRUPT));
    verbs.put("stall", this::stall);
    verbs.put("corrupt-idt", this::corrupt);
    verbs.put("slow", this::slow);
    verbs.put("wedge", it -> console(it, "wedge", Kind.WEDGE_CONSOLE));
    verbs.put("garble", it -> console(it, "garble", Kind.GARBLE_CONSOLE));
    verbs.put("fail", it -> thing(it, "fail", "pstore", Kind.FAIL_PSTORE));
    verbs.put("fill", it -> thing(it, "fill", "pstore", Kind.FULL_PSTORE));
    verbs.put("no", it -> thing(it, "no", "crash-kernel", Kind.NO_CRASH_KERNEL));
    verbs.put("press", this::press);
    verbs.put("silence", it -> thing(it, "silence", "hypervisor", Kind.HYPERVISOR_SILENT));
  }

  /** All faults of a scenario. */
  public List<Fault> read(Section scenario) {
    List<Fault> faults = new ArrayList<>();
    for (Section section : scenario.sections("faults", "a fault")) {
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
      section.problem(found.get(1), "a fault does one thing, not " + String.join(" and ", found));
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

  private Fault interrupt(Section section, String verb, Kind kind) {
    boolean nmi = section.word(verb, List.of("ipi", "nmi")).orElse("ipi").equals("nmi");
    Rule rule = new Rule(kind);
    rule.cpu = cpu(section, "to");
    rule.from = cpu(section, "from");
    rule.vector = nmi ? NMI : ANY;
    rule.atNanos = section.nanos("after").orElse(-1L);
    if (kind == Kind.DELAY_INTERRUPT) {
      rule.nanos = needed(section, "by", section.nanos("by"), 0L);
    }
    Optional<String> vector = nmi ? Optional.empty() : section.text("vector");
    return end(section, rule, vector, ANY);
  }

  private Fault stall(Section section) {
    Rule rule = new Rule(Kind.STALL_CPU);
    rule.cpu = cpu(section, "stall");
    rule.function = section.text("at").orElse("");
    rule.lock = section.text("holding").orElse("");
    rule.atNanos = section.nanos("after").orElse(-1L);
    rule.nanos = lasts(section);
    boolean placed = !rule.function.isEmpty() || !rule.lock.isEmpty() || rule.atNanos >= 0;
    if (!placed) {
      section.problem("stall", "a stall needs at = FUNCTION, holding = LOCK or after = TIME");
    }
    return end(section, rule, Optional.empty(), 1);
  }

  /** How long: a time, or {@code for = forever}. */
  private static long lasts(Section section) {
    boolean forever = section.flag("forever").orElse(false);
    boolean word = section.value("for").filter(it -> it.unwrapped().equals("forever")).isPresent();
    return forever || word ? ANY : needed(section, "for", section.nanos("for"), 0L);
  }

  private Fault corrupt(Section section) {
    Rule rule = new Rule(Kind.CORRUPT_IDT);
    rule.cpu = cpu(section, "corrupt-idt");
    rule.function = section.text("at").orElse("");
    rule.atNanos = section.nanos("after").orElse(-1L);
    return end(section, rule, Optional.empty(), 1);
  }

  private Fault slow(Section section) {
    boolean pstore = section.text("slow").orElse("").equals("pstore");
    Rule rule = new Rule(pstore ? Kind.SLOW_PSTORE : Kind.SLOW_CONSOLE);
    rule.device = pstore ? ANY : device(section, "slow");
    rule.atNanos = section.nanos("after").orElse(-1L);
    rule.factor = needed(section, "factor", section.number("factor", 1, 1_000_000), 1L).intValue();
    return end(section, rule, Optional.empty(), ANY);
  }

  private Fault console(Section section, String verb, Kind kind) {
    Rule rule = new Rule(kind);
    rule.device = device(section, verb);
    rule.atNanos = section.nanos("after").orElse(-1L);
    return end(section, rule, Optional.empty(), ANY);
  }

  private Fault thing(Section section, String verb, String thing, Kind kind) {
    section.word(verb, List.of(thing));
    Rule rule = new Rule(kind);
    rule.atNanos = section.nanos("after").orElse(-1L);
    return end(section, rule, Optional.empty(), ANY);
  }

  private Fault press(Section section) {
    section.word("press", List.of("nmi-button"));
    Rule rule = new Rule(Kind.NMI_BUTTON);
    rule.cpu = cpu(section, "cpu");
    rule.atNanos = needed(section, "after", section.nanos("after"), 0L);
    return end(section, rule, Optional.empty(), 1);
  }

  private static <T> T needed(Section section, String key, Optional<T> value, T fallback) {
    if (value.isEmpty() && !section.has(key)) {
      section.problem(first(section), "this fault needs " + key);
    }
    return value.orElse(fallback);
  }

  private int cpu(Section section, String key) {
    return section.number(key, 0, machine.cpus() - 1L).map(Long::intValue).orElse(ANY);
  }

  private int device(Section section, String key) {
    List<String> names = machine.uarts().stream().map(Uart::name).toList();
    Set<String> known = new TreeSet<>(names);
    if (key.equals("slow")) {
      known.add("pstore");
    }
    String name = section.text(key).orElse("");
    if (!names.contains(name)) {
      String has = known.stream().collect(Collectors.joining(", "));
      section.problem(key, machine.name() + " has no '" + name + "', only " + has);
    }
    return names.indexOf(name);
  }

  private static Fault end(Section section, Rule rule, Optional<String> vector, int times) {
    rule.probability = section.number("probability", 0, 100).orElse(100L).intValue();
    rule.interval = section.number("interval", 1, MANY).orElse(1L).intValue();
    rule.times = section.number("times", -1, MANY).orElse((long) times).intValue();
    rule.space = section.number("space", 0, MANY).orElse(0L).intValue();
    section.end();
    return new Fault(rule.done(), vector, section.at());
  }

  /** A rule in the making; what is not set matches anything. */
  private static final class Rule {
    private final Kind kind;
    private int cpu = ANY;
    private int from = ANY;
    private int vector = ANY;
    private String function = "";
    private String lock = "";
    private int device = ANY;
    private long atNanos = -1;
    private long nanos = -1;
    private int factor = 1;
    private int probability = 100;
    private int interval = 1;
    private int times = ANY;
    private int space;

    Rule(Kind kind) {
      this.kind = kind;
    }

    FaultRule done() {
      return new FaultRule(
          0,
          kind,
          cpu,
          from,
          vector,
          function,
          lock,
          device,
          atNanos,
          nanos,
          factor,
          probability,
          interval,
          times,
          space);
    }
  }
}
