package lastwords.kernelc.source;

import java.util.Collection;

/** Finds the known name that was probably meant by an unknown one. */
public final class NearestName {
  private static final int MOST_EDITS = 3;

  private NearestName() {}

  /** {@code "; did you mean 'printk'?"}, or an empty string if no known name is close. */
  public static String hint(String name, Collection<String> known) {
    int allowed = Math.min(MOST_EDITS, name.length() / 3);
    String best = "";
    int bestDistance = allowed + 1;
    for (String candidate : known) {
      int distance = distance(name, candidate, allowed);
      if (distance < bestDistance || (distance == bestDistance && candidate.compareTo(best) < 0)) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return bestDistance <= allowed && !best.isEmpty() ? "; did you mean '" + best + "'?" : "";
  }

  /**
   * Edit distance, with a swap of neighbours counted as one edit; anything above {@code most} is
   * {@code most + 1}.
   */
  static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] above = firstRow(b.length());
    for (int i = 1; i <= a.length(); i++) {
      int[] row = nextRow(a, b, i, above, before);
      before = above;
      above = row;
    }
    return Math.min(above[b.length()], most + 1);
  }

  private static int[] firstRow(int length) {
    int[] row = new int[length + 1];
    for (int j = 0; j <= length; j++) {
      row[j] = j;
    }
    return row;
  }

  private static int[] nextRow(String a, String b, int i, int[] above, int[] before) {
    int[] row = new int[b.length() + 1];
    row[0] = i;
    for (int j = 1; j <= b.length(); j++) {
      int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      if (i > 1
          && j > 1
          && a.charAt(i - 1) == b.charAt(j - 2)
          && a.charAt(i - 2) == b.charAt(j - 1)) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row;
  }
}
