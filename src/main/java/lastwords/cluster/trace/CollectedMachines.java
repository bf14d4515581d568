package lastwords.cluster.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The collector's folder at start-up, with a subfolder for each machine. One that cannot be opened
 * is set aside, so that it does not affect the others; the spools send its records again.
 */
final class CollectedMachines {
  /** A temporary file. */
  static final String PROBE = "probe.new";

  private static final String MACHINE = "[-_A-Za-z0-9%@]+"; // as SafeFileNames makes them
  private static final String DAMAGED = ".damaged";

  private final Path folder;
  private final Consumer<String> notices;

  /**
   * @param notices takes a line for each thing that was done
   */
  CollectedMachines(Path folder, Consumer<String> notices) {
    this.folder = folder;
    this.notices = notices;
  }

  /** All machines, by the names of their folders. */
  Map<String, MachineTrace> open() throws IOException {
    Map<String, MachineTrace> machines = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path path : all.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.matches(MACHINE) && Files.isDirectory(path)) {
          open(name, path, machines);
        } else if (!name.endsWith(DAMAGED) && !name.equals(PROBE)) {
          notices.accept(path + " is not a file of the collector: ignored");
        }
      }
    }
    return machines;
  }

  private void open(String name, Path path, Map<String, MachineTrace> machines) throws IOException {
    try {
      machines.put(name, new MachineTrace(path, notices));
    } catch (IOException e) {
      Path aside = aside(path);
      Files.move(path, aside);
      notices.accept(path + " cannot be read (" + e.getMessage() + "): set aside as " + aside);
    }
  }

  /** An unused name next to a path. */
  static Path aside(Path path) {
    Path aside = path.resolveSibling(path.getFileName() + DAMAGED);
    for (int i = 2; Files.exists(aside); i++) {
      aside = path.resolveSibling(path.getFileName() + "-" + i + DAMAGED);
    }
    return aside;
  }
}
