package lastwords.scenario.hocon;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people write it: {@code 1.5ms}. */
public final class Span {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?) ?([a-z]+)");

  private static final Map<String, Long> UNITS =
      Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L);

  /** A year: no run is longer. */
  private static final BigDecimal MOST = BigDecimal.valueOf(31_536_000_000_000_000L);

  private Span() {}

  /**
   * The duration given by an option, in ns.
   *
   * @param example a valid duration, for the error message
   * @throws ScenarioException if the text is not a duration
   */
  public static long ofOption(String option, String text, String example) {
    String wrong = option + " " + text + ": expected a time such as " + example;
    return nanos(text).orElseThrow(() -> new ScenarioException(List.of(wrong)));
  }

  /** The duration in ns, if the text is one. */
  public static Optional<Long> nanos(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || !UNITS.containsKey(form.group(2))) {
      return Optional.empty();
    }
    BigDecimal nanos =
        new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(UNITS.get(form.group(2))));
    return nanos.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(nanos.longValue());
  }
}
