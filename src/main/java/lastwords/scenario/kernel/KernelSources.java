package lastwords.scenario.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lastwords.kernelc.Diagnostic;
import lastwords.kernelc.SourceFile;
import lastwords.scenario.hocon.ConfigFiles;
import lastwords.scenario.hocon.FilePaths;
import lastwords.scenario.hocon.Glob;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Where;
import lastwords.scenario.release.KernelTree;
import lastwords.scenario.release.Patch;
import lastwords.scenario.release.ReleaseNumber;
import lastwords.scenario.release.TreeFile;
import lastwords.scenario.release.TreeFolder;
import lastwords.scenario.release.TreeLine;

/** The sources of a kernel's manifests, one layer each, the lowest first. */
final class KernelSources {
  private final List<Manifest> manifests;
  private final Path shipped;
  private final ConfigFiles files;
  private final Where where;
  private final Map<Integer, KernelTree> trees = new TreeMap<>(); // by layer
  private final Map<String, List<SourceFile>> read = new TreeMap<>(); // by architecture

  /** The tree in the shipped folder names its files by their paths in it. */
  KernelSources(List<Manifest> manifests, Path shipped, ConfigFiles files, Where where) {
    this.manifests = List.copyOf(manifests);
    this.shipped = shipped;
    this.files = files;
    this.where = where;
  }

  /** The sources of the other manifests. */
  KernelSources without(Predicate<Manifest> which) {
    return new KernelSources(
        manifests.stream().filter(which.negate()).toList(), shipped, files, where);
  }

  /** What machines of this architecture compile; read once. */
  synchronized List<SourceFile> of(String arch) {
    return read.computeIfAbsent(arch, this::read);
  }

  private List<SourceFile> read(String arch) {
    ScenarioProblems problems = new ScenarioProblems();
    Set<Path> seen = new LinkedHashSet<>();
    List<SourceFile> sources = new ArrayList<>();
    for (int layer = 0; layer < manifests.size(); layer++) {
      sources.addAll(ofTree(layer, arch));
      for (Path file : listed(manifests.get(layer), arch, problems)) {
        if (seen.add(file)) {
          sources.add(new SourceFile(where.name(file), files.text(file), layer));
        }
      }
    }
    problems.throwIfAny();
    return List.copyOf(sources);
  }

  private List<SourceFile> ofTree(int layer, String arch) {
    Manifest manifest = manifests.get(layer);
    Optional<KernelTree> tree = tree(layer);
    if (tree.isEmpty()) {
      return List.of();
    }
    Optional<String> own = manifest.byArch().getOrDefault(arch, Manifest.Share.NONE).folder();
    List<String> all =
        manifest.byArch().values().stream().flatMap(it -> it.folder().stream()).toList();
    return tree.get().forArchitecture(own, all).stream()
        .map(file -> new SourceFile(shown(manifest, file), file.text(), layer))
        .toList();
  }

  private static List<Path> listed(Manifest manifest, String arch, ScenarioProblems problems) {
    List<Glob> globs = new ArrayList<>(manifest.common().sources());
    globs.addAll(manifest.byArch().getOrDefault(arch, Manifest.Share.NONE).sources());
    return globs.stream().flatMap(glob -> glob.files(problems).stream()).toList();
  }

  /** The sources for all architectures, with patches applied; empty if they are listed. */
  Optional<KernelTree> tree() {
    return IntStream.range(0, manifests.size())
        .mapToObj(this::tree)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private synchronized Optional<KernelTree> tree(int layer) {
    Manifest manifest = manifests.get(layer);
    return manifest.folders().isEmpty()
        ? Optional.empty()
        : Optional.of(trees.computeIfAbsent(layer, it -> composed(manifest)));
  }

  private KernelTree composed(Manifest manifest) {
    Path root = FilePaths.folder(manifest.file());
    ReleaseNumber release = ReleaseNumber.of(manifest.version()).orElseThrow();
    return Trees.told(
        () -> {
          KernelTree tree =
              new TreeFolder(root, manifest.folders(), files::text, where::name)
                  .compose(release, new TreeSet<>(manifest.facts().backports()));
          for (Patch patch : patches()) {
            tree = patch.apply(tree, release);
          }
          return tree;
        });
  }

  private List<Patch> patches() {
    return manifests.stream().flatMap(it -> it.diff().stream()).toList();
  }

  /** The name in messages of a file of the manifest's tree. */
  private String shown(Manifest manifest, TreeFile file) {
    Path root = FilePaths.folder(manifest.file());
    return root.equals(shipped) ? file.path() : where.name(root.resolve(file.path()));
  }

  /**
   * Where the lines of a compiled source were written: a release leaves lines out, a patch adds
   * some.
   */
  List<TreeLine> lines(String source) {
    for (int layer = 0; layer < manifests.size(); layer++) {
      for (TreeFile file : tree(layer).map(KernelTree::files).orElse(List.of())) {
        if (shown(manifests.get(layer), file).equals(source)) {
          return file.lines();
        }
      }
    }
    return List.of();
  }

  /** The message with the place at which the line was written. */
  Diagnostic asWritten(Diagnostic it) {
    List<TreeLine> lines = lines(it.file());
    if (it.line() < 1 || it.line() > lines.size()) {
      return it;
    }
    TreeLine line = lines.get(it.line() - 1);
    return new Diagnostic(line.file(), line.number(), it.column(), it.message());
  }
}
