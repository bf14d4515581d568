package lastwords.trace.story;

import java.util.Locale;

/** Durations in readable form: {@code 1.07 s}. */
final class Spans {
  private static final String[] UNITS = {"ns", "us", "ms", "s"};
  private static final int THOUSAND = 1000;

  private Spans() {}

  /** In the largest unit that gives at least one, with at most three digits. */
  static String text(long nanos) {
    double number = nanos;
    int unit = 0;
    while (number >= THOUSAND && unit < UNITS.length - 1) {
      number /= THOUSAND;
      unit++;
    }
    String digits = String.format(Locale.ROOT, number < 10 && unit > 0 ? "%.2f" : "%.0f", number);
    return digits.replaceFirst("\\.?0+$".repeat(digits.contains(".") ? 1 : 0), "")
        + " "
        + UNITS[unit];
  }
}
