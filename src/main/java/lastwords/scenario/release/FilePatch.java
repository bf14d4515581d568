package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a patch does to one file of the tree.
 *
 * @param before its path; empty if the patch adds the file
 * @param after its path; empty if the patch removes the file
 * @param hunks in order
 * @param at the line of the patch where it begins
 */
record FilePatch(Optional<String> before, Optional<String> after, List<Hunk> hunks, int at) {
  FilePatch {
    hunks = List.copyOf(hunks);
  }

  /** The file's path in messages. */
  String path() {
    return after.or(() -> before).orElse("");
  }

  /**
   * The lines afterwards. A hunk may have moved, but its context and removed lines must be there.
   *
   * @param problems receives a line for each hunk that does not fit
   */
  List<TreeLine> apply(List<TreeLine> lines, String patch, List<String> problems) {
    List<TreeLine> result = new ArrayList<>(lines);
    int moved = 0;
    int done = 0;
    for (Hunk hunk : hunks) {
      int expected = Math.max(hunk.start() - 1, 0) + moved;
      Optional<Integer> place = place(hunk, result, expected, done);
      if (place.isEmpty()) {
        problems.add(patch + ":" + hunk.at() + ": " + misfit(hunk, result, expected));
        continue;
      }
      int index = place.get();
      int size = hunk.before().size();
      List<TreeLine> after = hunk.after(result, index);
      result.subList(index, index + size).clear();
      result.addAll(index, after);
      moved += index - expected + after.size() - size;
      done = index + after.size();
    }
    return result;
  }

  /** The nearest place at which the hunk fits, after those before it. */
  private static Optional<Integer> place(Hunk hunk, List<TreeLine> file, int expected, int least) {
    for (int away = 0; away <= file.size() + Math.abs(expected); away++) {
      for (int index : new int[] {expected - away, expected + away}) {
        if (index >= least && hunk.fits(file, index)) {
          return Optional.of(index);
        }
      }
    }
    return Optional.empty();
  }

  private String misfit(Hunk hunk, List<TreeLine> file, int expected) {
    String which = "hunk " + hunk.number() + " of " + path() + " does not apply: ";
    List<TreeLine> before = hunk.before();
    int at = expected;
    for (TreeLine wanted : before) {
      String found = at >= 0 && at < file.size() ? file.get(at).text() : "";
      if (!wanted.text().equals(found)) {
        String there = at < file.size() ? "'" + found.strip() + "'" : "the end of the file";
        return which
            + "expected '"
            + wanted.text().strip()
            + "' in line "
            + (at + 1)
            + ", found "
            + there;
      }
      at++;
    }
    return which + "its lines are before those of the previous hunk";
  }
}
