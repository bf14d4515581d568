package lastwords.scenario;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lastwords.kernelc.SourceFile;
import lastwords.machine.bus.MachineConfig;
import lastwords.scenario.expect.CheckMethod;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.expect.ExpectationReader;
import lastwords.scenario.fault.FaultReader;
import lastwords.scenario.fault.FaultSpec;
import lastwords.scenario.hocon.ConfigFiles;
import lastwords.scenario.hocon.Glob;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Section;
import lastwords.scenario.hocon.Where;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.kernel.Kernels;
import lastwords.scenario.setting.Assigned;
import lastwords.scenario.setting.Choices;
import lastwords.scenario.setting.Parameters;

/**
 * Reads a case: the blocks of a scenario, a variant and the command line, each on top of the
 * previous one.
 */
final class CaseReader {
  private static final long MOST_SEEDS = 1_000_000;

  private final Kernels kernels;
  private final MachineFiles machines;
  private final ConfigFiles files;
  private final Where where;
  private final Supplier<Choices> choices;

  /**
   * @param choices read when a command line needs them
   */
  CaseReader(
      Kernels kernels,
      MachineFiles machines,
      ConfigFiles files,
      Where where,
      Supplier<Choices> choices) {
    this.choices = choices;
    this.kernels = kernels;
    this.machines = machines;
    this.files = files;
    this.where = where;
  }

  /**
   * The keys that a setting of the command line puts into a scenario, if it is not a variable of
   * the kernel.
   */
  Optional<ConfigObject> chosen(String name, String value, String origin) {
    return choices.get().keys(name, value, origin);
  }

  /** The meaning of the case for a run: equal if nothing but names and expectations differ. */
  List<ConfigObject> meaning(List<ConfigObject> blocks) {
    ConfigObject merged = merged(blocks);
    for (String word : List.of("title", "source", "expect", "seeds", "judge", "states")) {
      merged = merged.withoutKey(word);
    }
    ConfigValue kernel = merged.get("kernel");
    if (kernel != null) {
      merged = merged.withValue("kernel", ConfigValueFactory.fromAnyRef(Section.plain(kernel)));
    }
    return List.of(merged, machine(blocks).resolved());
  }

  Case read(String scenario, String variant, List<ConfigObject> blocks) {
    ScenarioProblems problems = new ScenarioProblems();
    Section known = new Section(merged(blocks), "a scenario", where, problems);
    Optional<Kernel> kernel = problems.or(Optional.empty(), () -> kernel(known));
    String title = needed(known, "title");
    Parameters parameters = kernel.map(Kernel::parameters).orElse(Parameters.NONE);
    // Before the blocks are merged: a later name of a variable has to replace an earlier one.
    List<ConfigObject> renamed = blocks.stream().map(parameters::renamed).toList();
    Optional<Hardware> hardware = problems.or(Optional.empty(), () -> hardware(blocks, problems));
    List<ConfigObject> fitting = hardware.map(it -> fitting(renamed, it)).orElse(renamed);
    Section section = new Section(merged(fitting), "a scenario", where, problems);
    section.value("kernel");
    section.value("title");
    String source = section.text("source").orElse("");
    Rest rest = rest(section, hardware.map(Hardware::config), parameters, problems);
    kernel.ifPresent(it -> hardware.ifPresent(on -> checkArch(it, on, section)));
    section.value("machine");
    section.end();
    problems.throwIfAny();
    Map<String, Assigned> settings = new LinkedHashMap<>(kernel.orElseThrow().settings());
    settings.putAll(hardware.orElseThrow().settings());
    settings.putAll(rest.settings);
    return new Case(
        scenario,
        variant,
        new Case.Parts(
            title,
            source,
            kernel.get(),
            hardware.get(),
            rest.runs,
            rest.config,
            settings,
            rest.sources,
            rest.faults,
            rest.expectations,
            rest.limits,
            rest.seeds,
            rest.checkMethod,
            rest.places));
  }

  /** The blocks adapted to this machine; the last one has to fit as it is. */
  private static List<ConfigObject> fitting(List<ConfigObject> blocks, Hardware hardware) {
    Inherited inherited = new Inherited(hardware.config().cpus());
    List<ConfigObject> fitting = new ArrayList<>(blocks);
    fitting.subList(0, fitting.size() - 1).replaceAll(inherited::of);
    return fitting;
  }

  /** What does not need another file. */
  private record Rest(
      List<Run> runs,
      Map<String, Assigned> config,
      Map<String, Assigned> settings,
      List<SourceFile> sources,
      List<FaultSpec> faults,
      List<Expectation> expectations,
      Limits limits,
      int seeds,
      CheckMethod checkMethod,
      CasePlacement places) {}

  private Rest rest(
      Section section,
      Optional<MachineConfig> machine,
      Parameters parameters,
      ScenarioProblems problems) {
    int cpus = machine.map(MachineConfig::cpus).orElse(64);
    CpuReader cpuReader = new CpuReader(cpus);
    section.section("cpu").ifPresent(cpuReader::read);
    List<FaultSpec> faults = new ArrayList<>(cpuReader.absent());
    machine.ifPresentOrElse(
        it -> faults.addAll(new FaultReader(it, cpuReader.others()).read(section)),
        () -> section.value("faults"));
    return new Rest(
        cpuReader.runs(),
        section.section("config").map(it -> Assigned.all(it, Parameters.NONE)).orElse(Map.of()),
        section.section("settings").map(it -> Assigned.all(it, parameters)).orElse(Map.of()),
        sources(section, problems),
        faults,
        ExpectationReader.read(section, machine),
        section.section("limits").map(CaseReader::limits).orElse(Limits.DEFAULT),
        section.number("seeds", 1, MOST_SEEDS).orElse(1L).intValue(),
        CheckMethod.read(section, cpus),
        section.section("place").map(CasePlacement::read).orElse(CasePlacement.USUAL));
  }

  private static String needed(Section section, String key) {
    Optional<String> text = section.text(key);
    boolean absent = text.map(String::isBlank).orElse(section.value(key).isEmpty());
    if (absent) {
      section.problem(key, "a scenario needs a " + key);
    }
    return text.orElse("");
  }

  /** The number of states belongs to its block: another block that changes the case drops it. */
  private static ConfigObject merged(List<ConfigObject> blocks) {
    ConfigObject merged = ConfigFactory.empty().root();
    for (ConfigObject block : blocks) {
      merged = block.withoutKey("machine").withFallback(merged.withoutKey("states"));
    }
    return merged;
  }

  private MachineLayers machine(List<ConfigObject> blocks) {
    MachineLayers layers = new MachineLayers(machines, where);
    blocks.stream()
        .map(block -> block.get("machine"))
        .filter(value -> value != null)
        .forEach(layers::add);
    return layers;
  }

  private Optional<Hardware> hardware(List<ConfigObject> blocks, ScenarioProblems problems) {
    ConfigObject machine = machine(blocks).resolved();
    if (machine.isEmpty()) {
      String known = String.join(", ", machines.shipped().keySet());
      problems.add(where.of(blocks.get(0)), "a scenario needs a machine; known: " + known);
      return Optional.empty();
    }
    return Optional.of(Hardware.read(new Section(machine, "a machine", where, problems)));
  }

  private Optional<Kernel> kernel(Section section) {
    String name = needed(section, "kernel");
    Path folder = section.value("kernel").map(Where::folder).orElse(Path.of(""));
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(kernels.find(name, folder, section.at("kernel")));
  }

  private static void checkArch(Kernel kernel, Hardware hardware, Section section) {
    if (!kernel.runsOn(hardware.arch())) {
      String known = String.join(", ", kernel.architectures());
      section.problem(
          "kernel",
          "kernel " + kernel.name() + " does not run on " + hardware.arch() + ", only on " + known);
    }
  }

  private List<SourceFile> sources(Section section, ScenarioProblems problems) {
    List<SourceFile> sources = new ArrayList<>();
    long bytes = 0;
    Path folder = section.value("sources").map(Where::folder).orElse(Path.of(""));
    for (String pattern : section.texts("sources").orElse(List.of())) {
      for (Path file : new Glob(pattern, folder, section.at("sources")).files(problems)) {
        String text = problems.or("", () -> files.text(file));
        bytes += text.length();
        if (bytes > ConfigFiles.MOST_BYTES) {
          section.problem(
              "sources", "expected at most " + ConfigFiles.MOST_BYTES + " characters of sources");
          return List.of();
        }
        sources.add(new SourceFile(where.name(file), text, 0));
      }
    }
    return sources;
  }

  private static Limits limits(Section section) {
    Limits usual = Limits.DEFAULT;
    Limits limits =
        new Limits(
            section.nanos("run").orElse(usual.runNanos()),
            section.nanos("hang").orElse(usual.hangNanos()),
            section.nanos("settle").orElse(usual.settleNanos()),
            section.number("steps", 1, Long.MAX_VALUE).orElse(usual.steps()));
    section.end();
    return limits;
  }
}
