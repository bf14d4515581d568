package lastwords.scenario.release;

import java.util.Optional;

/**
 * Releases from one to another, inclusive: {@code 5.0..5.3}, {@code 5.0..}, {@code ..5.3}, {@code
 * 5.2}. A bound without a third number includes all its stable releases; {@code 4.14..6.0 except
 * 5.10.223} excludes one.
 */
public record ReleaseRange(
    Optional<ReleaseNumber> from, Optional<ReleaseNumber> to, Optional<ReleaseNumber> except) {
  /** Every release. */
  public static final ReleaseRange ALL =
      new ReleaseRange(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String BETWEEN = "..";
  private static final String EXCEPT = " except ";

  /** Parses a range. */
  static Optional<ReleaseRange> of(String text) {
    int but = text.indexOf(EXCEPT);
    if (but < 0) {
      return of(text, Optional.empty());
    }
    return ReleaseNumber.of(text.substring(but + EXCEPT.length()))
        .flatMap(it -> of(text.substring(0, but), Optional.of(it)));
  }

  private static Optional<ReleaseRange> of(String text, Optional<ReleaseNumber> except) {
    int dots = text.indexOf(BETWEEN);
    String from = dots < 0 ? text : text.substring(0, dots);
    String to = dots < 0 ? text : text.substring(dots + BETWEEN.length());
    ReleaseRange range = new ReleaseRange(ReleaseNumber.of(from), ReleaseNumber.of(to), except);
    boolean read = range.from.isPresent() != from.isEmpty() && range.to.isPresent() != to.isEmpty();
    return read && !text.equals(BETWEEN) ? Optional.of(range) : Optional.empty();
  }

  /** Is the release in the range? */
  public boolean contains(ReleaseNumber release) {
    return !except.equals(Optional.of(release))
        && from.map(it -> it.compareTo(release) <= 0).orElse(true)
        && to.map(it -> it.compareTo(release) >= 0 || it.hasStable(release)).orElse(true);
  }

  @Override
  public String toString() {
    String first = from.map(ReleaseNumber::toString).orElse("");
    String last = to.map(ReleaseNumber::toString).orElse("");
    String range = from.equals(to) ? first : first + BETWEEN + last;
    return range + except.map(it -> EXCEPT + it).orElse("");
  }
}
