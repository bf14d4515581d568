package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A source file of a kernel as it is compiled.
 *
 * @param path in the tree: {@code kernel/panic.c}
 * @param lines its lines; each knows where it was written
 */
public record TreeFile(String path, List<TreeLine> lines) {
  public TreeFile {
    lines = List.copyOf(lines);
  }

  /** A file as it was read. */
  static TreeFile read(String path, String origin, String text) {
    List<TreeLine> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      lines.add(new TreeLine(line, origin, lines.size() + 1));
    }
    return new TreeFile(path, lines);
  }

  TreeFile withLines(List<TreeLine> other) {
    return new TreeFile(path, other);
  }

  /** Is it generated for the release rather than read from a file? */
  public boolean generated() {
    return path.equals(GeneratedHeader.PATH);
  }

  /** Its text, as a compiler reads it. */
  public String text() {
    return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }
}
