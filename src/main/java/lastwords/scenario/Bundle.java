package lastwords.scenario;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lastwords.json.Json;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.LockInfo;
import lastwords.kernelc.source.Wording;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Trigger;
import lastwords.machine.fault.Fault;
import lastwords.scenario.fault.FaultSpec;
import lastwords.scenario.fault.FaultText;
import lastwords.scenario.hocon.ConfigFiles;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Section;
import lastwords.scenario.kernel.Compiled;

/**
 * A self-contained case, including kernel sources: it can be sent to another machine or kept in a
 * file, and gives the same {@link Setup} there.
 *
 * @param scenario its name
 * @param variant its variant
 * @param title its title
 * @param kernel the kernel's name
 * @param sources kernel C, in layers
 * @param config config symbols
 * @param settings initial values of kernel variables
 * @param machine the hardware
 * @param entries the function each CPU starts with
 * @param faults those of the scenario
 * @param limits when a run is given up
 */
public record Bundle(
    String scenario,
    String variant,
    String title,
    String kernel,
    List<SourceFile> sources,
    SortedMap<String, Long> config,
    SortedMap<String, Long> settings,
    MachineConfig machine,
    List<String> entries,
    List<Fault> faults,
    Limits limits) {
  /** A year. */
  private static final long LONGEST = 31_536_000_000_000_000L;

  /** The names of the kernel, the machine and the scenario together. */
  private static final int MOST_NAMES = 4 * Section.MOST_ENTRIES;

  private static final JsonMapper STRICT = // its input may come from anywhere
      Json.mapper()
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  public Bundle {
    sources = List.copyOf(sources);
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    entries = List.copyOf(entries);
    faults = List.copyOf(faults);
  }

  /** Packs a case. The case is compiled for that, and its errors are reported here. */
  public static Bundle of(Case made) {
    return new SetupBuilder(made).bundle();
  }

  /** Compiles it. */
  public Setup setup() {
    ScenarioProblems problems = new ScenarioProblems();
    checkSizes(problems);
    problems.throwIfAny();
    Compilation compilation = Compiled.of(sources, config);
    compilation.diagnostics().stream()
        .filter(it -> compilation.image().isEmpty())
        .forEach(it -> problems.add("", it.toString()));
    problems.throwIfAny();
    KernelImage image = compilation.image().orElseThrow();
    List<Integer> numbers = new ArrayList<>();
    for (String entry : entries) {
      OptionalInt number = image.function(entry);
      if (number.isEmpty()) {
        problems.add("", "kernel " + kernel + " has no function '" + entry + "'");
      }
      numbers.add(number.orElse(0));
    }
    if (entries.size() != machine.cpus()) {
      problems.add(
          "",
          "work for "
              + Wording.count(entries.size(), "CPU")
              + ", but the machine has "
              + machine.cpus());
    }
    problems.throwIfAny();
    return new Setup(image.withValues(settings), machine, numbers, faults, limits);
  }

  /** Checks the limits that scenario files have: a bundle may come from anywhere. */
  private void checkSizes(ScenarioProblems problems) {
    within(problems, "machine.uarts", machine.uarts().size(), 0, Hardware.MOST_UARTS);
    within(problems, "machine.pram.zones", machine.pram().zones(), 0, Hardware.MOST_RECORDS);
    within(problems, "machine.pram.recordSize", machine.pram().recordSize(), 0, Hardware.MOST_SIZE);
    within(problems, "limits.runNanos", limits.runNanos(), 1, LONGEST);
    within(problems, "limits.hangNanos", limits.hangNanos(), 1, LONGEST);
    within(problems, "limits.settleNanos", limits.settleNanos(), 0, LONGEST);
    within(problems, "limits.steps", limits.steps(), 1, Long.MAX_VALUE);
    within(problems, "faults", faults.size(), 0, Section.MOST_ENTRIES);
    within(problems, "settings", settings.size(), 0, MOST_NAMES);
    within(problems, "config", config.size(), 0, MOST_NAMES);
    long bytes = sources.stream().mapToLong(it -> it.text().length()).sum();
    within(problems, "characters of sources", bytes, 0, ConfigFiles.MOST_BYTES);
  }

  private static void within(
      ScenarioProblems problems, String what, long value, long least, long most) {
    if (value < least || value > most) {
      problems.add("", what + ": " + value + " is not from " + least + " to " + most);
    }
  }

  /**
   * Reads a fault as written in scenario files, {@code { drop = ipi, to = 1 }}, for this machine.
   *
   * @param text HOCON or JSON
   * @param id the fault's id
   */
  public Fault fault(String text, int id) {
    FaultSpec spec = FaultText.read(text, machine);
    KernelImage image = setup().image();
    ScenarioProblems problems = new ScenarioProblems();
    checkNames(spec.fault().trigger(), image, problems);
    int vector = vector(spec, image, problems);
    problems.throwIfAny();
    return spec.numbered(id, vector);
  }

  private static void checkNames(Trigger trigger, KernelImage image, ScenarioProblems problems) {
    String function = trigger.function();
    if (!function.isEmpty() && image.function(function).isEmpty()) {
      List<String> known = image.functions().stream().map(FunctionInfo::name).toList();
      problems.add("", "unknown function '" + function + "'" + Nearest.hint(function, known));
    }
    String lock = trigger.lock();
    Set<String> locks =
        image.locks().stream().map(LockInfo::name).collect(Collectors.toCollection(TreeSet::new));
    if (!lock.isEmpty() && !locks.contains(lock)) {
      problems.add("", "unknown lock '" + lock + "'" + Nearest.hint(lock, locks));
    }
  }

  private int vector(FaultSpec spec, KernelImage image, ScenarioProblems problems) {
    if (spec.vector().isEmpty()) {
      return -1;
    }
    Vectors vectors = new Vectors(sources, image);
    String name = spec.vector().get();
    Optional<Integer> number = vectors.number(name);
    if (number.isEmpty()) {
      problems.add("", "no interrupt '" + name + "'" + Nearest.hint(name, vectors.names()));
    }
    return number.orElse(-1);
  }

  /** As one JSON object. */
  public String toJson() {
    return Json.of(this);
  }

  /** Reads what {@link #toJson} wrote. Anything else is rejected with line and column. */
  public static Bundle fromJson(String json) {
    try {
      Bundle bundle = STRICT.readValue(json, Bundle.class);
      if (bundle == null || bundle.machine() == null || bundle.limits() == null) {
        throw ScenarioProblems.one("", "a bundle needs machine and limits");
      }
      return bundle;
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
      throw ScenarioProblems.one(where, "not a bundle: " + e.getOriginalMessage());
    }
  }
}
