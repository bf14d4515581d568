package lastwords.scenario.kernel;

import com.typesafe.config.ConfigObject;
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
 * The releases of a tree of sources, as its {@code kernel.conf} lists them. Each has what stands
 * there for all of them, and what its own block says.
 */
final class Releases {
  /** The manifest of a tree. */
  static final String FILE = "kernel.conf";

  private final Path file;
  private final ConfigFiles files;
  private final Where where;
  private SortedMap<String, Manifest> all;

  Releases(Path folder, ConfigFiles files, Where where) {
    this.file = folder.resolve(FILE);
    this.files = files;
    this.where = where;
  }

  /** By their names; none when the tree has no manifest. */
  synchronized SortedMap<String, Manifest> all() {
    if (all == null) {
      all = Collections.unmodifiableSortedMap(Files.exists(file) ? read() : new TreeMap<>());
    }
    return all;
  }

  private SortedMap<String, Manifest> read() {
    ConfigObject whole = files.resolve(files.parse(file), file).root();
    ConfigObject common = whole.withoutKey("releases");
    ScenarioProblems problems = new ScenarioProblems();
    SortedMap<String, Manifest> manifests = new TreeMap<>(NaturalOrder.ORDER);
    Section section = new Section(whole, "a kernel manifest", where, problems);
    for (var one : section.section("releases").map(Section::entries).orElse(Map.of()).entrySet()) {
      if (one.getValue() instanceof ConfigObject block) {
        problems
            .or(Optional.<Manifest>empty(), () -> Optional.of(release(one.getKey(), block, common)))
            .ifPresent(it -> manifests.put(one.getKey(), it));
      } else {
        problems.add(where.of(one.getValue()), one.getKey() + ": expected a block { ... }");
      }
    }
    problems.throwIfAny();
    return manifests;
  }

  private Manifest release(String name, ConfigObject block, ConfigObject common) {
    ConfigObject merged =
        block.withValue("version", ConfigValueFactory.fromAnyRef(name)).withFallback(common);
    return Manifest.read(merged, file, FilePaths.folder(file), where);
  }
}
