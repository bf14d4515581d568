package lastwords.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The kernels and patches at hand, by name or by path. */
final class Kernels {
  /** A kernel that includes one that includes one ... */
  private static final int MOST_BASES = 8;

  private final SortedMap<String, Path> shipped;
  private final Path sources;
  private final ConfigFiles files;
  private final Where where;
  private final Releases releases;
  private final Map<Path, Manifest> read = new ConcurrentHashMap<>();

  /** Sources of shipped manifests start at that folder. */
  Kernels(SortedMap<String, Path> shipped, Path sources, ConfigFiles files, Where where) {
    this.shipped = new TreeMap<>(shipped);
    this.sources = sources;
    this.files = files;
    this.where = where;
    this.releases = new Releases(sources, files, where);
  }

  /** Names and titles of shipped kernels, or of patches. */
  SortedMap<String, String> titles(boolean patches) {
    SortedMap<String, String> titles = new TreeMap<>();
    if (!patches) {
      releases.all().forEach((name, release) -> titles.put(name, release.title()));
    }
    shipped.forEach(
        (name, file) -> {
          Manifest manifest = manifest(file);
          if (manifest.patch() == patches) {
            titles.put(name, manifest.title());
          }
        });
    return titles;
  }

  /** The kernel {@code 5.2+patch+patch}; each part is a name, or a path from the folder. */
  Kernel find(String name, Path folder, String at) {
    List<String> parts = List.of(name.split("\\+", -1));
    List<Manifest> manifests = new ArrayList<>(bases(parts.get(0), folder, at));
    for (String part : parts.subList(1, parts.size())) {
      Manifest patch = part(part, folder, at, true);
      if (!patch.patch()) {
        throw Problems.one(at, "'" + part + "' is a kernel, not a patch");
      }
      manifests.add(patch);
    }
    return new Kernel(name, manifests, new KernelSources(manifests, sources, files, where));
  }

  private List<Manifest> bases(String name, Path folder, String at) {
    Manifest kernel = part(name, folder, at, false);
    if (kernel.patch()) {
      throw Problems.one(at, "'" + name + "' is a patch, not a kernel: write KERNEL+" + name);
    }
    List<Manifest> bases = new ArrayList<>(List.of(kernel));
    while (bases.get(0).base().isPresent()) {
      Manifest above = bases.get(0);
      if (bases.size() == MOST_BASES) {
        throw Problems.one(where.name(above.file()), "include-from goes round in a circle");
      }
      bases.add(
          0, part(above.base().get(), Paths.folder(above.file()), where.name(above.file()), false));
    }
    return bases;
  }

  private Manifest part(String name, Path folder, String at, boolean patch) {
    if (shipped.containsKey(name)) {
      return manifest(shipped.get(name));
    }
    if (releases.all().containsKey(name)) {
      return releases.all().get(name);
    }
    if (Paths.isPath(name)) {
      Path file =
          Paths.existing(folder, name)
              .orElseThrow(() -> Problems.one(at, "no file '" + name + "'"));
      return name.endsWith(".c") ? Manifest.ofSource(file, at) : manifest(file);
    }
    String what = "unknown " + (patch ? "patch" : "kernel") + " '" + name + "'";
    throw Problems.one(at, what + Nearest.hint(name, titles(patch).keySet()));
  }

  private Manifest manifest(Path file) {
    Path folder = shipped.containsValue(file) ? sources : Paths.folder(file);
    return read.computeIfAbsent(file, it -> Manifest.read(it, folder, files, where));
  }
}
