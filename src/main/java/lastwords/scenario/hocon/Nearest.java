package lastwords.scenario.hocon;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the known name closest to a misspelt one. */
public final class Nearest {
  /** This many known names are listed if none is close. */
  private static final int LISTED = 20;

  private static final int LONGEST = 80;

  private Nearest() {}

  /** The end of an error message: a suggestion, or what there is to choose from. */
  public static String hint(String name, Collection<String> known) {
    Optional<String> near = isVersion(name) ? Optional.empty() : of(name, known);
    if (near.isPresent()) {
      return "; did you mean '" + near.get() + "'?";
    }
    if (known.isEmpty() || known.size() > LISTED) {
      return "";
    }
    return "; known: "
        + known.stream().sorted(NaturalOrder.ORDER).collect(Collectors.joining(", "));
  }

  /** A different version is not a misspelling. */
  private static boolean isVersion(String name) {
    return name.matches("\\d+\\.\\d.*");
  }

  /** The nearest name, if it is close enough to be meant. */
  public static Optional<String> of(String name, Collection<String> known) {
    Optional<String> misspelt = misspelt(name, known);
    boolean possible = !name.isEmpty() && name.length() <= LONGEST;
    return misspelt.isPresent() || !possible
        ? misspelt
        : extension(name.toLowerCase(Locale.ROOT), known);
  }

  /** A name that differs from this one in only a few letters. */
  public static Optional<String> misspelt(String name, Collection<String> known) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Math.min(3, name.length() / 3));
    String best = null;
    int least = limit + 1;
    for (String candidate : List.copyOf(known).stream().sorted().toList()) {
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), least);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A name that extends this one, or that this one extends. */
  private static Optional<String> extension(String wanted, Collection<String> known) {
    return known.stream()
        .filter(candidate -> extend(wanted, candidate.toLowerCase(Locale.ROOT)))
        .min((a, b) -> a.length() != b.length() ? a.length() - b.length() : a.compareTo(b));
  }

  private static boolean extend(String a, String b) {
    return Math.min(a.length(), b.length()) >= 3 && (a.contains(b) || b.contains(a));
  }

  /**
   * Number of insertions, deletions, replacements and swaps of neighbours that turn one into the
   * other; {@code limit} if there are not fewer.
   */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(d[i - 1][j - 1] + same, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
