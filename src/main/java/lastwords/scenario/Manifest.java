package lastwords.scenario;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A kernel's manifest, or a patch's: which sources, config symbols and settings it brings.
 *
 * @param file where it stands
 * @param title what it is, in a line
 * @param version the release: {@code 5.2}; empty for a patch
 * @param base the kernel that it adds to, if any
 * @param patch does it add to any kernel?
 * @param common what holds on every machine
 * @param byArch what is added on machines of an architecture
 * @param settings first values of variables
 * @param parameters the names by which people set variables
 */
record Manifest(
    Path file,
    String title,
    String version,
    Optional<String> base,
    boolean patch,
    Share common,
    Map<String, Share> byArch,
    Map<String, Assigned> settings,
    List<Parameter> parameters) {
  /** Sources and config symbols, common to all machines or for one architecture. */
  record Share(List<Glob> sources, Map<String, Assigned> config) {
    static final Share NONE = new Share(List.of(), Map.of());
  }

  /** A patch that is just a source file. */
  static Manifest ofSource(Path file, String where) {
    Glob only = new Glob(file.getFileName().toString(), Paths.folder(file), where);
    String title = file.getFileName().toString();
    return new Manifest(
        file,
        title,
        "",
        Optional.empty(),
        true,
        new Share(List.of(only), Map.of()),
        Map.of(),
        Map.of(),
        List.of());
  }

  /** Reads a manifest; its globs start at the folder. */
  static Manifest read(Path file, Path folder, ConfigFiles files, Where where) {
    Config config = files.resolve(files.parse(file), file);
    Problems problems = new Problems();
    Section section = new Section(config.root(), "a kernel manifest", where, problems);
    Manifest manifest = read(file, folder, section);
    section.end();
    problems.throwIfAny();
    return manifest;
  }

  private static Manifest read(Path file, Path folder, Section section) {
    String title = section.text("title").orElseGet(() -> missing(section, "title"));
    section.text("source");
    return new Manifest(
        file,
        title,
        section.text("version").orElse(""),
        section.text("include-from"),
        section.flag("patch").orElse(false),
        share(section, folder),
        byArch(section, folder),
        section.section("settings").map(it -> Assigned.all(it, Parameters.NONE)).orElse(Map.of()),
        section.section("parameters").map(Parameter::readAll).orElse(List.of()));
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
        section.section("config").map(it -> Assigned.all(it, Parameters.NONE)).orElse(Map.of()));
  }
}
