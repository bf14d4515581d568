package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The differences between two kernels.
 *
 * @param files that differ, in the order of the trees
 */
public record KernelDiff(List<FileDiff> files) {
  public KernelDiff {
    files = List.copyOf(files);
  }

  /** From the first tree to the second. */
  public static KernelDiff of(KernelTree a, KernelTree b) {
    KernelTree both = a;
    for (TreeFile file : b.files()) {
      both = both.with(file);
    }
    List<FileDiff> files = new ArrayList<>();
    for (TreeFile file : both.files()) {
      Optional<TreeFile> before = a.file(file.path());
      Optional<TreeFile> after = b.file(file.path());
      if (!file.generated() && !text(before).equals(text(after))) {
        files.add(FileDiff.of(file.path(), before, after));
      }
    }
    return new KernelDiff(files);
  }

  private static Optional<String> text(Optional<TreeFile> file) {
    return file.map(TreeFile::text);
  }

  /** All functions that differ, file by file. */
  public List<FunctionChange> functions() {
    return files.stream().flatMap(file -> file.functions().stream()).toList();
  }
}
