package lastwords.scenario.release;

import java.util.Optional;

/**
 * Releases from one to another, both included: {@code 5.0..5.3}, {@code 5.0..}, {@code ..5.3},
 * {@code 5.2}. A bound without a third number means all stable releases of it.
 */
public record ReleaseRange(Optional<ReleaseNumber> from, Optional<ReleaseNumber> to) {
  /** Every release. */
  public static final ReleaseRange ALL = new ReleaseRange(Optional.empty(), Optional.empty());

  private static final String BETWEEN = "..";

  /** The range that a text is, if it is one. */
  static Optional<ReleaseRange> of(String text) {
    int dots = text.indexOf(BETWEEN);
    String from = dots < 0 ? text : text.substring(0, dots);
    String to = dots < 0 ? text : text.substring(dots + BETWEEN.length());
    ReleaseRange range = new ReleaseRange(ReleaseNumber.of(from), ReleaseNumber.of(to));
    boolean read = range.from.isPresent() != from.isEmpty() && range.to.isPresent() != to.isEmpty();
    return read && !text.equals(BETWEEN) ? Optional.of(range) : Optional.empty();
  }

  /** Is the release one of them? */
  public boolean contains(ReleaseNumber release) {
    return from.map(it -> it.compareTo(release) <= 0).orElse(true)
        && to.map(it -> it.compareTo(release) >= 0 || it.hasStable(release)).orElse(true);
  }

  @Override
  public String toString() {
    String first = from.map(ReleaseNumber::toString).orElse("");
    return from.equals(to) ? first : first + BETWEEN + to.map(ReleaseNumber::toString).orElse("");
  }
}
