package lastwords.engine.stops;

import java.util.Comparator;
import java.util.List;

/**
 * A place at which a CPU was stopped.
 *
 * @param function in which it was; empty when it was idle
 * @param holds the locks that it had there, whichever way it had come
 * @param waitsFor the lock that it was about to take, or stood in line for; empty when none
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
    /** An interrupt that it takes, and does not come back from. */
    IPI,
    NMI,
    /** A fault: it runs and answers nothing from then on. */
    STALL,
    /** It halts, of itself. */
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
