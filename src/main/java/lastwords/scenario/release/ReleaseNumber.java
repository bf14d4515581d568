package lastwords.scenario.release;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a kernel release: {@code 5.2}, {@code 5.10.223}. */
public record ReleaseNumber(int version, int patchlevel, int sublevel)
    implements Comparable<ReleaseNumber> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?");
  private static final Comparator<ReleaseNumber> ORDER =
      Comparator.comparingInt(ReleaseNumber::version)
          .thenComparingInt(ReleaseNumber::patchlevel)
          .thenComparingInt(ReleaseNumber::sublevel);

  /** Parses a release number. */
  public static Optional<ReleaseNumber> of(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() ? Optional.of(of(form)) : Optional.empty();
  }

  private static ReleaseNumber of(Matcher form) {
    return new ReleaseNumber(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        form.group(3) == null ? 0 : Integer.parseInt(form.group(3)));
  }

  /** The value of {@code LINUX_VERSION_CODE}. */
  public int code() {
    return (version << 16) + (patchlevel << 8) + Math.min(sublevel, 255);
  }

  /** What {@code uname -r} prints: {@code 5.2.0}. */
  public String utsRelease() {
    return version + "." + patchlevel + "." + sublevel;
  }

  /** Is the other one this release or one of its stable releases? */
  boolean hasStable(ReleaseNumber other) {
    return sublevel == 0 && version == other.version && patchlevel == other.patchlevel;
  }

  @Override
  public int compareTo(ReleaseNumber other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return version + "." + patchlevel + (sublevel == 0 ? "" : "." + sublevel);
  }
}
