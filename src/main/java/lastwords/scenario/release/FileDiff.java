package lastwords.scenario.release;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.scenario.release.CFunctions.CFunction;
import lastwords.scenario.release.FunctionChange.Kind;

/**
 * A file that differs between two kernels.
 *
 * @param path in the tree
 * @param functions added, changed or removed
 * @param lines of a unified diff, including its heading
 */
public record FileDiff(String path, List<FunctionChange> functions, List<String> lines) {
  private static final int CONTEXT = 3;

  public FileDiff {
    functions = List.copyOf(functions);
    lines = List.copyOf(lines);
  }

  /** How a file changes; one of the two may be missing. */
  static FileDiff of(String path, Optional<TreeFile> a, Optional<TreeFile> b) {
    return new FileDiff(path, functions(path, a, b), lines(path, a, b));
  }

  /** Number of lines that the second kernel adds. */
  public int added() {
    return count('+');
  }

  /** Number of lines that the second kernel removes. */
  public int removed() {
    return count('-');
  }

  private int count(char sign) {
    return (int) lines.stream().skip(2).filter(line -> line.charAt(0) == sign).count();
  }

  private static List<FunctionChange> functions(
      String path, Optional<TreeFile> a, Optional<TreeFile> b) {
    Map<String, CFunction> before = functions(a);
    Map<String, CFunction> after = functions(b);
    List<FunctionChange> changes = new ArrayList<>();
    after.forEach(
        (name, now) -> {
          CFunction old = before.get(name);
          if (old == null || !old.code().equals(now.code())) {
            Kind kind = old == null ? Kind.ADDED : Kind.CHANGED;
            changes.add(new FunctionChange(kind, name, path, now.line()));
          }
        });
    before.forEach(
        (name, old) -> {
          if (!after.containsKey(name)) {
            changes.add(new FunctionChange(Kind.REMOVED, name, path, old.line()));
          }
        });
    return changes;
  }

  private static Map<String, CFunction> functions(Optional<TreeFile> file) {
    return file.map(it -> CFunctions.in(it.text())).orElse(new LinkedHashMap<>());
  }

  private static List<String> lines(String path, Optional<TreeFile> a, Optional<TreeFile> b) {
    List<String> before = texts(a);
    Patch<String> patch = DiffUtils.diff(before, texts(b));
    return UnifiedDiffUtils.generateUnifiedDiff(
        a.isPresent() ? "a/" + path : PatchReader.NOTHING,
        b.isPresent() ? "b/" + path : PatchReader.NOTHING,
        before,
        patch,
        CONTEXT);
  }

  private static List<String> texts(Optional<TreeFile> file) {
    return file.map(it -> it.lines().stream().map(TreeLine::text).toList()).orElse(List.of());
  }
}
