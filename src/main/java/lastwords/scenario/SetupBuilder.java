package lastwords.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.Diagnostic;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.GlobalInfo.Storage;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.LockInfo;
import lastwords.machine.bus.HostActions;
import lastwords.machine.fault.Fault;
import lastwords.outcome.DeadEnd;
import lastwords.outcome.OutcomeWord;
import lastwords.outcome.evidence.Requirement;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.fault.FaultSpec;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.setting.Assigned;
import lastwords.scenario.setting.Parameters;

/**
 * Makes a {@link Setup} from a case: compiles its kernel and looks up every name that the case
 * uses.
 */
final class SetupBuilder {
  /** What CPUs without work do. */
  private static final String IDLE = "idle";

  /** The symbol of the crash kernel's own code. */
  private static final String CRASH_KERNEL = "CONFIG_CRASH_DUMP";

  /** Above every patch. */
  private static final int RUN_LAYER = 9;

  private final Case made;
  private final Case.Parts parts;
  private final ScenarioProblems problems = new ScenarioProblems();

  SetupBuilder(Case made) {
    this.made = made;
    this.parts = made.parts();
  }

  Setup build() {
    checkSymbols();
    checkHost();
    KernelImage image = compile();
    Map<String, Long> settings = settings(image);
    List<Integer> entries = entries(image);
    List<Fault> faults = faults(image);
    checkExpectations(image);
    problems.throwIfAny();
    List<Requirement> conditions =
        parts.expectations().stream().flatMap(it -> it.conditions().stream()).distinct().toList();
    return new Setup(
        image.withValues(settings), made.machine(), entries, faults, parts.limits(), conditions);
  }

  /** The self-contained case. */
  Bundle bundle() {
    Setup setup = build();
    List<SourceFile> sources = new ArrayList<>(parts.kernel().sources(made.arch()));
    sources.addAll(layered());
    Map<String, Long> config = new LinkedHashMap<>(parts.kernel().config(made.arch()));
    config.putAll(config());
    return new Bundle(
        made.scenario(),
        made.variant(),
        made.title(),
        parts.kernel().name(),
        sources,
        new TreeMap<>(config),
        new TreeMap<>(Assigned.values(parts.settings())),
        made.machine(),
        setup.entries().stream().map(it -> setup.image().functions().get(it).name()).toList(),
        setup.faults(),
        parts.limits());
  }

  private void checkSymbols() {
    if (parts.config().isEmpty()) {
      return;
    }
    Set<String> known = parts.kernel().symbols(made.arch());
    parts.sources().forEach(source -> known.addAll(Kernel.symbolsIn(source.text())));
    parts
        .config()
        .forEach(
            (name, assigned) -> {
              if (!known.contains(name)) {
                problems.add(
                    assigned.where(),
                    "unknown config symbol '" + name + "'" + Nearest.hint(name, known));
              }
            });
    problems.throwIfAny();
  }

  private void checkHost() {
    HostActions actions = made.machine().host();
    if (!actions.actions().isEmpty()) {
      HostCheck.of(actions, sources(), problems);
    }
  }

  private KernelImage compile() {
    Compilation compilation = parts.kernel().compile(made.arch(), config(), layered());
    if (compilation.image().isEmpty()) {
      compilation.diagnostics().forEach(this::diagnosed);
      problems.throwIfAny();
    }
    return compilation.image().orElseThrow();
  }

  /**
   * The symbols that the case sets, and those that its machine needs: a crash kernel's code only if
   * there is a crash kernel.
   */
  private Map<String, Long> config() {
    Map<String, Long> config = new LinkedHashMap<>(Assigned.values(parts.config()));
    if (made.machine().crashImage()) {
      config.putIfAbsent(CRASH_KERNEL, 1L);
    }
    return config;
  }

  /** Likely mistakes; none if what is added cannot be compiled. */
  List<String> warnings(String scenario) {
    List<SourceFile> all = new ArrayList<>(parts.kernel().sources(made.arch()));
    Set<String> added = new TreeSet<>();
    parts.sources().forEach(it -> added.add(it.path()));
    all.stream()
        .filter(it -> it.layer() >= parts.kernel().ownLayers())
        .forEach(it -> added.add(it.path()));
    if (added.isEmpty()) {
      return List.of();
    }
    all.addAll(layered());
    Compilation compiled = parts.kernel().compile(made.arch(), config(), layered());
    return new UnusedFunctions(compiled, all, added, scenario).warnings();
  }

  private List<SourceFile> layered() {
    int top = parts.kernel().layers();
    List<SourceFile> more = new ArrayList<>();
    parts.sources().forEach(it -> more.add(new SourceFile(it.path(), it.text(), top)));
    parts.runs().forEach(run -> more.add(run.source(Math.max(RUN_LAYER, top + 1))));
    return more;
  }

  /** A message of the compiler; one about a run expression points to the scenario. */
  private void diagnosed(Diagnostic diagnostic) {
    List<Run> runs =
        parts.runs().stream().filter(run -> run.file().equals(diagnostic.file())).toList();
    if (runs.isEmpty()) {
      problems.add("", diagnostic.toString());
      return;
    }
    Run meant =
        runs.stream()
            .filter(run -> run.line() == diagnostic.line())
            .findFirst()
            .orElse(runs.get(0));
    problems.add(meant.where(), "cpu." + meant.cpu() + ".run: " + diagnostic.message());
  }

  private Map<String, Long> settings(KernelImage image) {
    Set<String> known =
        image.globals().stream()
            .filter(SetupBuilder::settable)
            .map(GlobalInfo::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Long> values = new LinkedHashMap<>();
    parts
        .settings()
        .forEach(
            (name, assigned) -> {
              if (known.contains(name)) {
                checkValue(image.global(name), assigned);
              } else {
                problems.add(assigned.where(), unknown(name, known));
              }
              values.put(name, assigned.value());
            });
    return values;
  }

  private String unknown(String name, Set<String> known) {
    Parameters parameters = parts.kernel().parameters();
    boolean elsewhere = parameters.all().stream().anyMatch(it -> it.variable().equals(name));
    return elsewhere
        ? "kernel " + parts.kernel().name() + " has no " + name + " on " + made.arch()
        : "unknown setting '" + name + "'" + Nearest.hint(name, names(known));
  }

  /** All names of settings: variables, and their names as parameters. */
  private Set<String> names(Set<String> variables) {
    Set<String> names = new TreeSet<>(variables);
    names.addAll(parts.kernel().parameters().names());
    return names;
  }

  private static boolean settable(GlobalInfo global) {
    boolean one = global.storage() == Storage.SHARED || global.storage() == Storage.READ_ONLY;
    return one && global.scalar() && !global.type().contains("*");
  }

  private void checkValue(GlobalInfo global, Assigned assigned) {
    String type = global.type();
    boolean wide = type.contains("long") || type.contains("64") || type.contains("size_t");
    boolean fits =
        type.contains("bool")
            ? assigned.value() == 0 || assigned.value() == 1
            : wide || Math.abs(assigned.value()) <= 0xffffffffL;
    if (!fits) {
      problems.add(
          assigned.where(),
          global.name() + " is of type " + type + " and cannot be " + assigned.value());
    }
  }

  private List<Integer> entries(KernelImage image) {
    List<Integer> entries = new ArrayList<>();
    for (int cpu = 0; cpu < made.machine().cpus(); cpu++) {
      String function = made.run(cpu).map(Run::function).orElse(IDLE);
      OptionalInt number = image.function(function);
      if (number.isEmpty()) {
        problems.add(
            "",
            "kernel "
                + parts.kernel().name()
                + " has no function '"
                + function
                + "' for CPU "
                + cpu);
      }
      entries.add(number.orElse(0));
    }
    return entries;
  }

  private List<Fault> faults(KernelImage image) {
    boolean named = parts.faults().stream().anyMatch(it -> it.vector().isPresent());
    Vectors vectors = new Vectors(named ? sources() : List.of(), image);
    Set<String> locks =
        image.locks().stream().map(LockInfo::name).collect(Collectors.toCollection(TreeSet::new));
    List<Fault> faults = new ArrayList<>();
    for (FaultSpec spec : parts.faults()) {
      checkFunction(spec.fault().trigger().function(), spec.where(), image);
      checkLock(spec, locks);
      faults.add(spec.numbered(faults.size(), vector(spec, vectors)));
    }
    return faults;
  }

  private List<SourceFile> sources() {
    List<SourceFile> sources = new ArrayList<>(parts.kernel().sources(made.arch()));
    sources.addAll(parts.sources());
    return sources;
  }

  private int vector(FaultSpec spec, Vectors vectors) {
    if (spec.vector().isEmpty()) {
      return -1;
    }
    String name = spec.vector().get();
    Optional<Integer> number = vectors.number(name);
    if (number.isEmpty()) {
      problems.add(
          spec.where(), "no interrupt '" + name + "'" + Nearest.hint(name, vectors.names()));
    }
    return number.orElse(-1);
  }

  private void checkLock(FaultSpec spec, Set<String> locks) {
    String lock = spec.fault().trigger().lock();
    if (!lock.isEmpty() && !locks.contains(lock)) {
      problems.add(spec.where(), "unknown lock '" + lock + "'" + Nearest.hint(lock, locks));
    }
  }

  private void checkFunction(String name, String where, KernelImage image) {
    if (name.isEmpty()) {
      return;
    }
    OptionalInt number = image.function(name);
    if (number.isEmpty()) {
      List<String> known = image.functions().stream().map(FunctionInfo::name).toList();
      problems.add(where, "unknown function '" + name + "'" + Nearest.hint(name, known));
    } else if (image.functions().get(number.getAsInt()).inline()) {
      problems.add(where, "'" + name + "' is inline: expected a function that calls it");
    }
  }

  private void checkExpectations(KernelImage image) {
    Set<String> awaited = awaited(image);
    for (Expectation expectation : parts.expectations()) {
      expectation.in().forEach(name -> checkFunction(name, expectation.where(), image));
      expectation.at().forEach(place -> checkAwaited(place, expectation.where(), awaited));
    }
  }

  /** The names of what a CPU can wait for. */
  private Set<String> awaited(KernelImage image) {
    Set<String> names = new TreeSet<>(OutcomeWord.words(List.of(DeadEnd.values())));
    image.globals().forEach(global -> names.add(global.name()));
    image.locks().forEach(lock -> names.add(head(lock.name())));
    made.machine().uarts().forEach(uart -> names.add(uart.name()));
    return names;
  }

  /**
   * Variables and locks are identified by the first part of their name: {@code ports} of {@code
   * ports[0].lock}.
   */
  private void checkAwaited(String place, String where, Set<String> awaited) {
    String names = place.substring(place.indexOf(':') + 1);
    for (String name : names.isEmpty() ? List.<String>of() : List.of(names.split(","))) {
      if (!awaited.contains(head(name))) {
        problems.add(where, "no lock or variable '" + name + "'" + Nearest.hint(name, awaited));
      }
    }
  }

  private static String head(String name) {
    return name.replaceFirst("[.@\\[].*", "");
  }
}
