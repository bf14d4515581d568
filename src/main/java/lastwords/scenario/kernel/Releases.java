package lastwords.scenario.kernel;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.scenario.hocon.ConfigFiles;
import lastwords.scenario.hocon.FilePaths;
import lastwords.scenario.hocon.NaturalOrder;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Section;
import lastwords.scenario.hocon.Where;

/**
 * The releases of a tree of sources, as listed in its {@code kernel.conf}. Each has what the file
 * says for all releases, and what its own block says.
 */
final class Releases {
  /** The manifest of a tree. */
  static final String FILE = "kernel.conf";

  private final Path file;
  private final ConfigFiles files;
  private final Where where;
  private final SortedMap<String, Manifest> read = new TreeMap<>(NaturalOrder.ORDER);
  private ConfigObject whole;

  Releases(Path folder, ConfigFiles files, Where where) {
    this.file = folder.resolve(FILE);
    this.files = files;
    this.where = where;
  }

  /** By name; none if the tree has no manifest. */
  synchronized SortedMap<String, Manifest> all() {
    ScenarioProblems problems = new ScenarioProblems();
    blocks(problems).keySet().forEach(name -> problems.or(Optional.empty(), () -> find(name)));
    problems.throwIfAny();
    return Collections.unmodifiableSortedMap(new TreeMap<>(read));
  }

  /** The release with this name; the blocks of others are not read. */
  synchronized Optional<Manifest> find(String name) {
    if (!read.containsKey(name)) {
      ScenarioProblems problems = new ScenarioProblems();
      ConfigValue block = blocks(problems).get(name);
      if (block instanceof ConfigObject own) {
        read.put(name, release(name, own));
      } else if (block != null) {
        problems.add(where.of(block), name + ": expected a block { ... }");
      }
      problems.throwIfAny();
    }
    return Optional.ofNullable(read.get(name));
  }

  private Map<String, ConfigValue> blocks(ScenarioProblems problems) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    whole = whole == null ? files.resolve(files.parse(file), file).root() : whole;
    Section section = new Section(whole, "a kernel manifest", where, problems);
    return section.section("releases").map(Section::entries).orElse(Map.of());
  }

  private Manifest release(String name, ConfigObject block) {
    ConfigObject merged =
        block
            .withValue("version", ConfigValueFactory.fromAnyRef(name))
            .withFallback(whole.withoutKey("releases"));
    return Manifest.read(merged, file, FilePaths.folder(file), where);
  }
}
