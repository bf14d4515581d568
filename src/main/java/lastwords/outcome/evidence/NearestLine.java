package lastwords.outcome.evidence;

import java.util.List;

/** The line with the longest piece of a text that was not found. */
final class NearestLine {
  /** Shorter pieces mean nothing. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 2_000;

  private NearestLine() {}

  /** A phrase: {@code nearest is "..."}. */
  static String of(String wanted, List<String> lines) {
    String best = "";
    int most = SHORTEST - 1;
    for (String line : lines) {
      int common = common(wanted, line);
      if (common > most) {
        most = common;
        best = line;
      }
    }
    if (!best.isEmpty()) {
      return "nearest is \"" + best + "\"";
    }
    return lines.isEmpty()
        ? "it has no lines"
        : lines.size() == 1
            ? "its only line is \"" + last(lines) + "\""
            : "none of its " + lines.size() + " lines is near, the last is \"" + last(lines) + "\"";
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  /** The length of the longest common piece. */
  private static int common(String wanted, String line) {
    int width = Math.min(line.length(), LONGEST);
    int[] before = new int[width + 1];
    int most = 0;
    for (int i = 0; i < Math.min(wanted.length(), LONGEST); i++) {
      int[] row = new int[width + 1];
      for (int j = 0; j < width; j++) {
        row[j + 1] = wanted.charAt(i) == line.charAt(j) ? before[j] + 1 : 0;
        most = Math.max(most, row[j + 1]);
      }
      before = row;
    }
    return most;
  }
}
