package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unified diff, and the releases for which it was made.
 *
 * @param file its name in messages
 * @param title what it does, in one line
 * @param source where it comes from, or empty
 * @param applies the releases to which it applies
 * @param appliesAt the line that says so, 0 if none does
 * @param requires the patches that must be applied before it
 * @param files what it does to each file
 */
public record Patch(
    String file,
    String title,
    String source,
    ReleaseRange applies,
    int appliesAt,
    List<String> requires,
    List<FilePatch> files) {
  public Patch {
    requires = List.copyOf(requires);
    files = List.copyOf(files);
  }

  /**
   * The tree with this patch applied. It is an error if it does not fit, or is not for this
   * release.
   */
  public KernelTree apply(KernelTree tree, ReleaseNumber release) {
    List<String> problems = new ArrayList<>();
    KernelTree patched = tree;
    for (FilePatch change : files) {
      patched = apply(change, patched, problems);
    }
    if (!applies.contains(release)) {
      problems.add(
          0, file + ":" + appliesAt + ": applies to releases " + applies + ", not to " + release);
    }
    if (!problems.isEmpty()) {
      throw new TreeException(problems);
    }
    return patched;
  }

  private KernelTree apply(FilePatch change, KernelTree tree, List<String> problems) {
    String at = file + ":" + change.at() + ": ";
    Optional<TreeFile> old = change.before().flatMap(it -> find(it, tree));
    if (change.before().isPresent() && old.isEmpty()) {
      problems.add(at + "this kernel has no file '" + change.before().get() + "'");
      return tree;
    }
    if (old.isEmpty() && tree.file(change.path()).isPresent()) {
      problems.add(at + "this kernel has a file '" + change.path() + "' already");
      return tree;
    }
    if (old.isEmpty() && !tree.compiles(change.path())) {
      problems.add(at + "'" + change.path() + "' is not in any of the folders " + tree.folders());
      return tree;
    }
    List<TreeLine> lines = change.apply(old.map(TreeFile::lines).orElse(List.of()), file, problems);
    KernelTree without = old.map(it -> tree.without(it.path())).orElse(tree);
    return change
        .after()
        .map(it -> old.map(TreeFile::path).orElse(it))
        .map(path -> without.with(new TreeFile(path, lines)))
        .orElse(without);
  }

  /** The file at this path, or at the end of it: {@code diff -r} prepends folders. */
  private static Optional<TreeFile> find(String path, KernelTree tree) {
    String end = path;
    while (tree.file(end).isEmpty() && end.contains("/")) {
      end = end.substring(end.indexOf('/') + 1);
    }
    return tree.file(end);
  }
}
