package lastwords.engine.stops;

import java.util.Comparator;
import java.util.List;

/**
 * A place at which a CPU was stopped.
 *
 * @param function in which it was; empty if it was idle
 * @param holds the locks that it held there on every path
 * @param waitsFor the lock that it was about to take, or waited for; empty if none
 * @param by what stopped it
 */
public record StopPoint(String function, List<String> holds, String waitsFor, By by)
    implements Comparable<StopPoint> {
  private static final Comparator<StopPoint> ORDER =
      Comparator.comparing(StopPoint::function)
          .thenComparing(it -> it.holds().toString())
          .thenComparing(StopPoint::waitsFor)
          .thenComparing(StopPoint::by);

  /** What stops a CPU. */
  public enum By {
    /** An interrupt that it takes and does not return from. */
    IPI,
    NMI,
    /** A fault: from then on it executes and answers nothing. */
    STALL,
    /** It halts by itself. */
    HALT,
    /** It is not stopped. */
    NOTHING
  }

  public StopPoint {
    holds = List.copyOf(holds);
  }

  @Override
  public int compareTo(StopPoint other) {
    return ORDER.compare(this, other);
  }
}
