package lastwords.scenario;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.scenario.hocon.ConfigFiles;
import lastwords.scenario.hocon.FilePaths;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;

/** The available machines: the shipped ones by name, others by path. */
final class MachineFiles {
  private final SortedMap<String, ConfigObject> shipped = new TreeMap<>();
  private final ConfigFiles files;

  MachineFiles(SortedMap<String, Path> paths, ConfigFiles files) {
    this.files = files;
    paths.forEach((name, path) -> shipped.put(name, read(path)));
  }

  /** The shipped machines, by name. */
  SortedMap<String, ConfigObject> shipped() {
    return Collections.unmodifiableSortedMap(shipped);
  }

  /** What scenario files can refer to as <code>${machines.NAME}</code>. */
  Config substitutions() {
    Config all = ConfigFactory.empty();
    for (var machine : shipped.entrySet()) {
      all = all.withValue("machines." + quoted(machine.getKey()), machine.getValue());
    }
    return all;
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private ConfigObject read(Path path) {
    ConfigValue name =
        ConfigValueFactory.fromAnyRef(FilePaths.stem(path), "the machine's file name");
    return files.resolve(files.parse(path), path).root().withValue("name", name);
  }

  /** The machine with this name, or at this path relative to the folder. */
  ConfigObject find(String name, Path folder, String at) {
    if (shipped.containsKey(name)) {
      return shipped.get(name);
    }
    Optional<Path> path =
        FilePaths.isPath(name) ? FilePaths.existing(folder, name) : Optional.empty();
    return path.map(this::read)
        .orElseThrow(
            () ->
                ScenarioProblems.one(
                    at, "unknown machine '" + name + "'" + Nearest.hint(name, shipped.keySet())));
  }
}
