package lastwords.outcome.evidence;

import java.util.Locale;

/**
 * The run was over within this emulated time.
 *
 * @param nanos in ns, from the start of the machine
 */
public record Within(long nanos) implements Requirement {
  @Override
  public boolean holds(Evidence evidence) {
    return evidence.nanos() <= nanos;
  }

  @Override
  public String text() {
    return "within " + time(nanos);
  }

  @Override
  public String found(Evidence evidence) {
    return "it took " + time(evidence.nanos());
  }

  private static String time(long nanos) {
    return nanos % 1_000_000_000 == 0
        ? nanos / 1_000_000_000 + "s"
        : String.format(Locale.ROOT, "%.3fms", nanos / 1e6).replace(".000", "");
  }
}
