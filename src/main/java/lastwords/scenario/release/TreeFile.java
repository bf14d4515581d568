package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A source file of a kernel as it is compiled.
 *
 * @param path in the tree: {@code kernel/panic.c}
 * @param origin the file that it was made of, as messages name it
 * @param lines its lines; each knows where it was written
 */
public record TreeFile(String path, String origin, List<TreeLine> lines) {
  public TreeFile {
    lines = List.copyOf(lines);
  }

  /** A file as it was read. */
  static TreeFile read(String path, String origin, String text) {
    List<TreeLine> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      lines.add(new TreeLine(line, origin, lines.size() + 1));
    }
    return new TreeFile(path, origin, lines);
  }

  TreeFile withLines(List<TreeLine> other) {
    return new TreeFile(path, origin, other);
  }

  /** Its text: what a compiler reads. */
  public String text() {
    return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }
}
