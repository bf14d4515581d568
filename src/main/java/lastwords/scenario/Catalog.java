package lastwords.scenario;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import lastwords.scenario.hocon.ConfigFiles;
import lastwords.scenario.hocon.FilePaths;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Section;
import lastwords.scenario.hocon.Shown;
import lastwords.scenario.hocon.Where;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.kernel.Kernels;
import lastwords.scenario.setting.Choices;

/**
 * The available machines, kernels and scenarios: those shipped under a home folder, and any file by
 * its path.
 */
public final class Catalog {
  /** Nesting of scenario folders. */
  private static final int DEPTH = 8;

  private static final String SITUATIONS = "config/situations";

  private final Path home;
  private final ConfigFiles files;
  private final Where where;
  private final Kernels kernels;
  private final MachineFiles machines;
  private final CaseReader cases;
  private volatile Optional<Choices> chosen = Optional.empty(); // read on demand

  private Catalog(Path home) {
    this.home = home.toAbsolutePath().normalize();
    this.where = new Where(this::display);
    this.files = new ConfigFiles(where);
    Path sources = this.home.resolve("src/main/kernel");
    SortedMap<String, Path> manifests = new TreeMap<>(shipped("config/kernels", ".conf"));
    manifests.putAll(shipped("src/main/kernel/patches", ".patch"));
    this.kernels = new Kernels(manifests, sources, files, where);
    this.machines = new MachineFiles(shipped("config/machines", ".conf"), files);
    this.cases = new CaseReader(kernels, machines, files, where, this::choices);
  }

  /** What is shipped under this folder. */
  public static Catalog at(Path home) {
    return new Catalog(home);
  }

  /**
   * What is shipped with this program: under the system property {@code lastwords.home}, otherwise
   * in the working tree that contains the current folder or the program.
   */
  public static Catalog standard() {
    String set = System.getProperty("lastwords.home", "");
    if (!set.isEmpty()) {
      return at(Path.of(set));
    }
    return tree(Path.of(""))
        .or(() -> program().flatMap(Catalog::tree))
        .map(Catalog::at)
        .orElseThrow(
            () ->
                ScenarioProblems.one("", "no config/machines here or above; set -Dlastwords.home"));
  }

  private static Optional<Path> tree(Path start) {
    for (Path path = start.toAbsolutePath(); path != null; path = path.getParent()) {
      if (Files.isDirectory(path.resolve("config/machines"))) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> program() {
    try {
      return Optional.of(
          Path.of(Catalog.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The folder with config and kernel sources. */
  public Path home() {
    return home;
  }

  /**
   * A path for messages: relative to the home folder if it is inside, otherwise to the current
   * folder.
   */
  public String display(Path file) {
    Path path = file.toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    if (path.startsWith(home)) {
      return home.relativize(path).toString();
    }
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }

  /** Names and titles of the shipped kernels. */
  public SortedMap<String, String> kernels() {
    return kernels.titles(false);
  }

  /** Names and titles of the shipped patches. */
  public SortedMap<String, String> patches() {
    return kernels.titles(true);
  }

  /** Settings that are not variables of the kernel: {@code pstore}. */
  public Choices choices() {
    chosen = chosen.or(() -> Optional.of(readChoices()));
    return chosen.get();
  }

  private Choices readChoices() {
    Path file = home.resolve("config/settings.conf");
    if (!Files.isRegularFile(file)) {
      return Choices.NONE;
    }
    ScenarioProblems problems = new ScenarioProblems();
    ConfigObject root = files.resolve(files.parse(file), file).root();
    Choices choices = Choices.read(new Section(root, "the settings", where, problems));
    problems.throwIfAny();
    return choices;
  }

  /** Names of the shipped sets of situations: scenarios of which each variant is a situation. */
  public List<String> situations() {
    return shipped(SITUATIONS, ".conf").keySet().stream().toList();
  }

  /** Names and titles of the shipped machines. */
  public SortedMap<String, String> machines() {
    SortedMap<String, String> titles = new TreeMap<>();
    machines.shipped().forEach((name, machine) -> titles.put(name, title(machine)));
    return titles;
  }

  private static String title(ConfigObject machine) {
    ConfigValue title = machine.get("title");
    return title == null ? "" : String.valueOf(title.unwrapped());
  }

  /** Names of the shipped scenarios: their paths under config/scenarios without the extension. */
  public List<String> scenarios() {
    Path folder = home.resolve("config/scenarios");
    return under(folder).stream().map(file -> name(folder, file)).toList();
  }

  private static String name(Path folder, Path file) {
    String path = folder.relativize(file).toString();
    return path.substring(0, path.length() - ".conf".length());
  }

  /**
   * The kernel with this name or path: {@code 5.2}, {@code 5.2+panic-lock-safe}, {@code
   * 5.2+./my.c}.
   */
  public Kernel kernel(String name) {
    return kernels.find(name, Path.of(""), "");
  }

  /** The shipped scenario with this name, with or without its folder, or the one at this path. */
  public Scenario scenario(String name) {
    return read(file(name));
  }

  /** The scenarios at a path or with a name: all in a folder, shipped or not, or one. */
  public List<Scenario> scenariosOf(String path) {
    Optional<Path> folder =
        FilePaths.existing(Path.of(""), path)
            .or(() -> FilePaths.existing(home.resolve("config/scenarios"), path))
            .filter(Files::isDirectory);
    ScenarioProblems problems = new ScenarioProblems();
    List<Scenario> scenarios = new ArrayList<>();
    for (Path file : folder.map(Catalog::under).orElseGet(() -> List.of(file(path)))) {
      problems.or(List.<Scenario>of(), () -> List.of(read(file))).forEach(scenarios::add);
    }
    problems.throwIfAny();
    return scenarios;
  }

  private Path file(String name) {
    Map<String, Path> byName = new TreeMap<>();
    Path folder = home.resolve("config/scenarios");
    for (Path file : under(folder)) {
      byName.put(name(folder, file), file);
      byName.putIfAbsent(FilePaths.stem(file), file);
    }
    shipped(SITUATIONS, ".conf").forEach(byName::putIfAbsent);
    Optional<Path> shipped = Optional.ofNullable(byName.get(name));
    return shipped
        .or(() -> FilePaths.isPath(name) ? FilePaths.existing(Path.of(""), name) : Optional.empty())
        .orElseThrow(
            () ->
                ScenarioProblems.one(
                    "", "no scenario '" + name + "'" + Nearest.hint(name, byName.keySet())));
  }

  private Scenario read(Path path) {
    Path file = path.toAbsolutePath().normalize();
    Config config = files.parse(file).withFallback(machines.substitutions());
    ConfigObject root = files.resolve(config, file).root().withoutKey("machines");
    ScenarioProblems problems = new ScenarioProblems();
    Map<String, ConfigObject> variants = variants(root, problems);
    problems.throwIfAny();
    return new Scenario(scenarioName(file), root.withoutKey("variants"), variants, cases);
  }

  private String scenarioName(Path file) {
    Path folder = home.resolve("config/scenarios");
    return file.startsWith(folder) ? name(folder, file) : FilePaths.stem(file);
  }

  private Map<String, ConfigObject> variants(ConfigObject root, ScenarioProblems problems) {
    Section section = new Section(root, "a scenario", where, problems);
    Map<String, ConfigObject> variants = new LinkedHashMap<>();
    section
        .section("variants")
        .ifPresent(
            all ->
                all.entries().forEach((name, value) -> variant(name, value, variants, problems)));
    return variants;
  }

  private void variant(
      String name,
      ConfigValue value,
      Map<String, ConfigObject> variants,
      ScenarioProblems problems) {
    if (name.equals(Scenario.DEFAULT)) {
      problems.add(where.of(value), "the scenario itself is the variant 'default'");
    } else if (value instanceof ConfigObject block) {
      variants.put(name, block);
    } else {
      problems.add(where.of(value), name + ": expected a block { ... }, found " + Shown.of(value));
    }
  }

  private SortedMap<String, Path> shipped(String folder, String ending) {
    SortedMap<String, Path> files = new TreeMap<>();
    under(home.resolve(folder), ending).forEach(file -> files.put(FilePaths.stem(file), file));
    return Collections.unmodifiableSortedMap(files);
  }

  private static List<Path> under(Path folder) {
    return under(folder, ".conf");
  }

  private static List<Path> under(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw ScenarioProblems.one(folder.toString(), "cannot be read");
    }
  }
}
