package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.List;

/**
 * A hunk of a unified diff.
 *
 * @param number in its file, from 1
 * @param at the line of the patch where it begins
 * @param start its first line in the old file, from 1; 0 for an empty file
 * @param lines those kept, removed and added
 */
record Hunk(int number, int at, int start, List<Change> lines) {
  static final char STAYS = ' ';
  static final char GOES = '-';
  static final char COMES = '+';

  /** A line of a hunk: kept, removed or added. */
  record Change(char kind, TreeLine line) {}

  Hunk {
    lines = List.copyOf(lines);
  }

  /** The lines that must be there. */
  List<TreeLine> before() {
    return lines.stream().filter(it -> it.kind() != COMES).map(Change::line).toList();
  }

  /** Does it fit at this index? */
  boolean fits(List<TreeLine> file, int index) {
    List<TreeLine> before = before();
    if (index < 0 || index + before.size() > file.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).text().equals(file.get(index + i).text())) {
        return false;
      }
    }
    return true;
  }

  /** The lines afterwards; lines that are kept keep the place where they were written. */
  List<TreeLine> after(List<TreeLine> file, int index) {
    List<TreeLine> after = new ArrayList<>();
    int next = index;
    for (Change change : lines) {
      if (change.kind() == COMES) {
        after.add(change.line());
        continue;
      }
      if (change.kind() == STAYS) {
        after.add(file.get(next));
      }
      next++;
    }
    return after;
  }
}
