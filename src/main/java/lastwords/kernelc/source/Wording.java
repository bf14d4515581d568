package lastwords.kernelc.source;

import java.util.Locale;

/** How messages are worded. */
public final class Wording {
  private static final int LONGEST = 40;

  private Wording() {}

  /** The text in quotes on one line, shortened if it is long. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("'");
    text.chars().limit(LONGEST).forEach(c -> append(out, (char) c));
    return out.append(text.length() > LONGEST ? "..." : "").append('\'').toString();
  }

  private static void append(StringBuilder out, char c) {
    if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
      out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  /** {@code 1 argument}, {@code 2 arguments}. */
  public static String count(long number, String thing) {
    return number + " " + plural(number, thing);
  }

  /** {@code argument} for one, {@code arguments} for any other number. */
  public static String plural(long number, String thing) {
    return number == 1 ? thing : thing + (thing.endsWith("ch") || thing.endsWith("s") ? "es" : "s");
  }
}
