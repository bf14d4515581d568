package lastwords.scenario.hocon;

import java.util.Comparator;

/** Names in the order that people expect: {@code 5.2} comes before {@code 5.10}. */
public final class NaturalOrder {
  public static final Comparator<String> ORDER =
      Comparator.comparing(NaturalOrder::padded).thenComparing(Comparator.naturalOrder());

  private static final int DIGITS = 20; // more than any number in a name has

  private NaturalOrder() {}

  /** Pads numbers with zeros, so that the order of characters is theirs. */
  private static String padded(String name) {
    StringBuilder padded = new StringBuilder();
    int i = 0;
    while (i < name.length()) {
      int end = i;
      while (end < name.length() && Character.isDigit(name.charAt(end))) {
        end++;
      }
      if (end > i) {
        padded.append("0".repeat(Math.max(0, DIGITS - (end - i))));
      }
      end = Math.max(end, i + 1);
      padded.append(name, i, end);
      i = end;
    }
    return padded.toString();
  }
}
