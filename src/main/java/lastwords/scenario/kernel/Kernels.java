package lastwords.scenario.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lastwords.scenario.hocon.ConfigFiles;
import lastwords.scenario.hocon.FilePaths;
import lastwords.scenario.hocon.NaturalOrder;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Where;
import lastwords.scenario.release.FolderPatch;
import lastwords.scenario.release.KernelTree;
import lastwords.scenario.release.Patch;

/** The available kernels and patches, by name or by path. */
public final class Kernels {
  /** Length of a chain of kernels, each based on the next. */
  private static final int MOST_BASES = 8;

  private static final int MOST_PATCHES = 50;

  /** Number of composed shipped kernels to keep, about 3 MB each. */
  private static final int MOST_KEPT = 12;

  private final SortedMap<String, Path> shipped;
  private final Path sources;
  private final ConfigFiles files;
  private final Where where;
  private final Releases releases;
  private final Map<Path, Manifest> read = new ConcurrentHashMap<>();
  private final Map<Path, Manifest> edited = new ConcurrentHashMap<>(); // by manifest of a folder
  private final Map<String, Kernel> kept = new LinkedHashMap<>(16, 0.75f, true); // newest last

  /**
   * @param sources the folder to which sources of shipped manifests are relative
   */
  public Kernels(SortedMap<String, Path> shipped, Path sources, ConfigFiles files, Where where) {
    this.shipped = new TreeMap<>(shipped);
    this.sources = sources;
    this.files = files;
    this.where = where;
    this.releases = new Releases(sources, files, where);
  }

  /** Names and titles of shipped kernels, or of patches. */
  public SortedMap<String, String> titles(boolean patches) {
    SortedMap<String, String> titles = new TreeMap<>(NaturalOrder.ORDER);
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

  /** The kernel {@code 5.2+patch+patch}; each part is a name, or a path relative to the folder. */
  public Kernel find(String text, Path folder, String at) {
    KernelName name = KernelName.of(text, it -> isShipped(it) || isFile(it, folder));
    return name.parts().stream().allMatch(this::isShipped)
        ? kept(name, folder, at)
        : made(name, folder, at);
  }

  private static boolean isFile(String part, Path folder) {
    return FilePaths.isPath(part) && FilePaths.existing(folder, part).isPresent();
  }

  private boolean isShipped(String part) {
    return shipped.containsKey(part) || releases.find(part).isPresent();
  }

  /** A kernel as first composed; {@link lastwords.scenario.CurrentCatalog} watches for edits. */
  private synchronized Kernel kept(KernelName name, Path folder, String at) {
    String key = String.join("+", name.parts());
    Kernel known = kept.get(key);
    if (known != null) {
      return known;
    }
    if (kept.size() == MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    Kernel made = made(name, folder, at);
    kept.put(key, made);
    return made;
  }

  private Kernel made(KernelName name, Path folder, String at) {
    List<Manifest> manifests = new ArrayList<>(bases(name.base(), folder, at));
    for (String patch : name.patches()) {
      add(patch(patch, folder, at), manifests);
    }
    KernelName address = name.with(part -> isShipped(part) ? part : fromHere(part, folder));
    return new Kernel(
        name, address, manifests, new KernelSources(manifests, sources, files, where));
  }

  /** A path relative to a folder, as a path relative to the current one. */
  private static String fromHere(String part, Path folder) {
    Path here = Path.of("").toAbsolutePath();
    Path file = folder.toAbsolutePath().resolve(part).normalize();
    return file.startsWith(here) ? "./" + here.relativize(file) : file.toString();
  }

  private Manifest patch(String name, Path folder, String at) {
    Manifest patch = part(name, folder, at, true);
    if (patch.patch()) {
      return patch;
    }
    if (!FilePaths.isPath(name) || patch.folders().isEmpty()) {
      throw ScenarioProblems.one(at, "'" + name + "' is a kernel, not a patch");
    }
    Manifest known = edited.get(patch.file());
    Manifest made = known == null ? edited(patch, name, folder, at) : known;
    edited.put(patch.file(), made);
    return made;
  }

  /** The edits in a folder with a kernel's sources, as a patch. */
  private Manifest edited(Manifest kernel, String name, Path folder, String at) {
    KernelName origin = KernelName.of(kernel.origin(), this::isShipped);
    if (!origin.parts().stream().allMatch(this::isShipped)) {
      throw ScenarioProblems.one(
          where.name(kernel.file()),
          "checkout-of: expected a release, with or without patches, found '"
              + kernel.origin()
              + "'");
    }
    Optional<KernelTree> before = kept(origin, folder, at).tree();
    Optional<KernelTree> after = made(new KernelName(name, List.of()), folder, at).tree();
    Path shown = FilePaths.folder(kernel.file());
    return Manifest.ofPatch(
        kernel.file(),
        FolderPatch.of(before.orElseThrow(), after.orElseThrow(), where.name(shown)));
  }

  /** Adds a patch after those that it requires. */
  private void add(Manifest patch, List<Manifest> manifests) {
    if (manifests.stream().anyMatch(it -> it.file().equals(patch.file()))) {
      return;
    }
    if (manifests.size() == MOST_PATCHES) {
      throw ScenarioProblems.one(
          where.name(patch.file()), "requires more than " + MOST_PATCHES + " others");
    }
    for (String name : patch.diff().map(Patch::requires).orElse(List.of())) {
      add(patch(name, FilePaths.folder(patch.file()), where.name(patch.file())), manifests);
    }
    manifests.add(patch);
  }

  private List<Manifest> bases(String name, Path folder, String at) {
    Manifest kernel = part(name, folder, at, false);
    if (kernel.patch()) {
      throw ScenarioProblems.one(
          at, "'" + name + "' is a patch, not a kernel: write KERNEL+" + name);
    }
    List<Manifest> bases = new ArrayList<>(List.of(kernel));
    while (bases.get(0).base().isPresent()) {
      Manifest above = bases.get(0);
      if (bases.size() == MOST_BASES) {
        throw ScenarioProblems.one(where.name(above.file()), "include-from is circular");
      }
      bases.add(
          0,
          part(
              above.base().get(), FilePaths.folder(above.file()), where.name(above.file()), false));
    }
    return bases;
  }

  private Manifest part(String name, Path folder, String at, boolean patch) {
    if (shipped.containsKey(name)) {
      return manifest(shipped.get(name));
    }
    Optional<Manifest> release = releases.find(name);
    if (release.isPresent()) {
      return release.get();
    }
    if (FilePaths.isPath(name)) {
      Path file =
          FilePaths.existing(folder, name)
              .orElseThrow(() -> ScenarioProblems.one(at, "no file '" + name + "'"));
      return name.endsWith(".c") ? Manifest.ofSource(file, at) : manifest(treeOr(file, at));
    }
    boolean folderIsThere = FilePaths.existing(folder, name).filter(Files::isDirectory).isPresent();
    if (folderIsThere && !patch) {
      throw ScenarioProblems.one(
          at, "unknown kernel '" + name + "'; the folder is './" + name + "'");
    }
    String what = "unknown " + (patch ? "patch" : "kernel") + " '" + name + "'";
    throw ScenarioProblems.one(at, what + Nearest.hint(name, titles(patch).keySet()));
  }

  /** The manifest of a tree, if the path is a tree's folder. */
  private Path treeOr(Path file, String at) {
    if (!Files.isDirectory(file)) {
      return file;
    }
    Path manifest = file.resolve(Releases.FILE);
    if (!Files.exists(manifest)) {
      throw ScenarioProblems.one(
          at,
          "no "
              + Releases.FILE
              + " in '"
              + where.name(file)
              + "': 'lastwords kernel checkout RELEASE DIR' writes a folder that is a kernel");
    }
    return manifest;
  }

  private Manifest manifest(Path file) {
    Path folder = shipped.containsValue(file) ? sources : FilePaths.folder(file);
    return read.computeIfAbsent(
        file,
        it ->
            FilePaths.isDiff(it.toString())
                ? Manifest.ofDiff(it, files, where)
                : Manifest.read(it, folder, files, where));
  }
}
