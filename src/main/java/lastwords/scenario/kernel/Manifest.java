package lastwords.scenario.kernel;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lastwords.scenario.hocon.ConfigFiles;
import lastwords.scenario.hocon.FilePaths;
import lastwords.scenario.hocon.Glob;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Section;
import lastwords.scenario.hocon.Where;
import lastwords.scenario.release.Patch;
import lastwords.scenario.release.PatchReader;
import lastwords.scenario.release.ReleaseNumber;
import lastwords.scenario.setting.Assigned;
import lastwords.scenario.setting.Parameter;
import lastwords.scenario.setting.Parameters;
import lastwords.scenario.setting.Spellings;

/**
 * A kernel's manifest, or a patch's: its sources, config symbols and settings.
 *
 * @param file its path
 * @param title what it is, in one line
 * @param version the release: {@code 5.2}; empty for a patch
 * @param facts other information about a release
 * @param folders of a tree of sources that have versions, in the order of compilation; empty if
 *     sources are listed
 * @param base the kernel that it adds to, if any
 * @param patch can it be added to any kernel?
 * @param diff its changes to the sources below, if it is a unified diff
 * @param common its share for all machines
 * @param byArch its additional share for machines of an architecture
 * @param settings initial values of variables
 * @param parameters the names by which variables are set
 * @param spellings other ways to write settings
 * @param object everything that was read
 */
record Manifest(
    Path file,
    String title,
    String version,
    Facts facts,
    List<String> folders,
    Optional<String> base,
    boolean patch,
    Optional<Patch> diff,
    Share common,
    Map<String, Share> byArch,
    Map<String, Assigned> settings,
    List<Parameter> parameters,
    Spellings spellings,
    ConfigObject object) {
  /**
   * Sources and config symbols, common to all machines or for one architecture.
   *
   * @param folder of the tree that is only for this architecture
   * @param since the first release that has the architecture
   */
  record Share(
      List<Glob> sources,
      Optional<String> folder,
      Optional<ReleaseNumber> since,
      Map<String, Assigned> config) {
    static final Share NONE = new Share(List.of(), Map.of());

    Share(List<Glob> sources, Map<String, Assigned> config) {
      this(sources, Optional.empty(), Optional.empty(), config);
    }

    private boolean isIn(Optional<ReleaseNumber> release) {
      return since.isEmpty() || release.isEmpty() || release.get().compareTo(since.get()) >= 0;
    }
  }

  /**
   * Information about a release.
   *
   * @param date release date, {@code 2019-07-07}, or empty
   * @param leavesOut what the real one has but this one lacks, one line each
   * @param backports what it has of later releases, by the names used in conditions in sources
   * @param checkoutOf the kernel that a folder was written from: {@code 5.2+panic-lock-safe}; empty
   *     if it is not known
   */
  record Facts(String date, List<String> leavesOut, List<String> backports, String checkoutOf) {
    static final Facts NONE = new Facts("", List.of(), List.of(), "");

    static Facts read(Section section) {
      return new Facts(
          section.text("date").orElse(""),
          section.texts("leaves-out").orElse(List.of()),
          section.texts("backports").orElse(List.of()),
          section.text("checkout-of").orElse(""));
    }
  }

  /** A patch that is just a source file. */
  static Manifest ofSource(Path file, String where) {
    Glob only = new Glob(file.getFileName().toString(), FilePaths.folder(file), where);
    String title = file.getFileName().toString();
    return new Manifest(
        file,
        title,
        "",
        Facts.NONE,
        List.of(),
        Optional.empty(),
        true,
        Optional.empty(),
        new Share(List.of(only), Map.of()),
        Map.of(),
        Map.of(),
        List.of(),
        Spellings.NONE,
        ConfigFactory.empty().root());
  }

  /** A patch that is a unified diff. */
  static Manifest ofDiff(Path file, ConfigFiles files, Where where) {
    return ofPatch(file, Trees.told(() -> PatchReader.read(where.name(file), files.text(file))));
  }

  /** A patch to a tree of sources. */
  static Manifest ofPatch(Path file, Patch diff) {
    return new Manifest(
        file,
        diff.title(),
        "",
        Facts.NONE,
        List.of(),
        Optional.empty(),
        true,
        Optional.of(diff),
        Share.NONE,
        Map.of(),
        Map.of(),
        List.of(),
        Spellings.NONE,
        ConfigFactory.empty().root());
  }

  /** The kernel from which its folder was written, without the edits. */
  String origin() {
    return facts.checkoutOf().isEmpty() ? version : facts.checkoutOf();
  }

  /** The architectures for which its release has something. */
  Set<String> architectures() {
    Optional<ReleaseNumber> release = ReleaseNumber.of(version);
    return byArch.keySet().stream()
        .filter(name -> byArch.get(name).isIn(release))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Reads a manifest; its globs are relative to the folder. */
  static Manifest read(Path file, Path folder, ConfigFiles files, Where where) {
    Config config = files.resolve(files.parse(file), file);
    return read(config.root(), file, folder, where);
  }

  /** Reads a manifest from an object in this file. */
  static Manifest read(ConfigObject object, Path file, Path folder, Where where) {
    ScenarioProblems problems = new ScenarioProblems();
    Section section = new Section(object, "a kernel manifest", where, problems);
    Manifest manifest = read(object, file, folder, section);
    section.end();
    problems.throwIfAny();
    return manifest;
  }

  private static Manifest read(ConfigObject object, Path file, Path folder, Section section) {
    String title = section.text("title").orElseGet(() -> missing(section, "title"));
    section.text("source");
    return new Manifest(
        file,
        title,
        version(section),
        Facts.read(section),
        section.texts("folders").orElse(List.of()),
        section.text("include-from"),
        section.flag("patch").orElse(false),
        Optional.empty(),
        share(section, folder),
        byArch(section, folder),
        section.section("settings").map(it -> Assigned.all(it, Parameters.NONE)).orElse(Map.of()),
        section.section("parameters").map(Parameter::readAll).orElse(List.of()),
        Spellings.read(section),
        object);
  }

  /** A tree of versioned sources needs to know its release. */
  private static String version(Section section) {
    String version = section.text("version").orElse("");
    if (section.has("folders") && ReleaseNumber.of(version).isEmpty()) {
      section.problem(
          "version", "version: expected a release such as 5.2, found '" + version + "'");
    }
    return version;
  }

  private static String missing(Section section, String key) {
    section.problem(key, "a kernel manifest needs a " + key);
    return "";
  }

  private static Map<String, Share> byArch(Section section, Path folder) {
    Map<String, Share> byArch = new TreeMap<>();
    section
        .section("arch")
        .ifPresent(
            all ->
                all.entries()
                    .keySet()
                    .forEach(
                        name ->
                            all.section(name, "arch." + name)
                                .ifPresent(arch -> byArch.put(name, ended(arch, folder)))));
    return byArch;
  }

  private static Share ended(Section section, Path folder) {
    Share share = share(section, folder);
    section.end();
    return share;
  }

  private static Share share(Section section, Path folder) {
    List<Glob> sources =
        section.texts("sources").orElse(List.of()).stream()
            .map(pattern -> new Glob(pattern, folder, section.at("sources")))
            .toList();
    return new Share(
        sources,
        section.text("folder"),
        since(section),
        section.section("config").map(it -> Assigned.all(it, Parameters.NONE)).orElse(Map.of()));
  }

  private static Optional<ReleaseNumber> since(Section section) {
    Optional<String> text = section.text("since");
    Optional<ReleaseNumber> since = text.flatMap(ReleaseNumber::of);
    if (text.isPresent() && since.isEmpty()) {
      section.problem(
          "since", "since: expected a release such as 4.15, found '" + text.get() + "'");
    }
    return since;
  }
}
