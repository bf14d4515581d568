package lastwords.cli.sampling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.cases.Reproduction;
import lastwords.engine.sample.Interval;

/** The words of a sample's report. */
public final class SampleText {
  private static final long NANOS_A_MICRO = 1_000;
  private static final long NANOS_A_MILLI = 1_000_000;
  private static final long NANOS_A_SECOND = 1_000_000_000;

  private final SamplePlan plan;
  private final CaseOptions options;
  private final long firstSeed;
  private final Map<String, String> reachable;

  /**
   * @param reachable the results of exploring for outcomes, by summary; empty if not requested
   */
  SampleText(SamplePlan plan, CaseOptions options, long firstSeed, Map<String, String> reachable) {
    this.reachable = Collections.unmodifiableMap(new LinkedHashMap<>(reachable));
    this.plan = plan;
    this.options = options;
    this.firstSeed = firstSeed;
  }

  Map<String, String> reachable() {
    return reachable;
  }

  SamplePlan plan() {
    return plan;
  }

  long firstSeed() {
    return firstSeed;
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  public static String interval(Interval interval) {
    return String.format(
        Locale.ROOT, "%.2f to %.2f %%", 100 * interval.low(), 100 * interval.high());
  }

  /** A run's length: a time, or choices. */
  String length(long length) {
    if (!plan.timed()) {
      return Long.toString(length);
    }
    return length >= NANOS_A_SECOND
        ? fraction(length, NANOS_A_SECOND, "s")
        : length >= NANOS_A_MILLI
            ? fraction(length, NANOS_A_MILLI, "ms")
            : fraction(length, NANOS_A_MICRO, "us");
  }

  private static String fraction(long nanos, long unit, String name) {
    return String.format(Locale.ROOT, "%.3f %s", (double) nanos / unit, name);
  }

  /** The unit of lengths, in words. */
  String lengths() {
    return plan.timed() ? "emulated time" : "choices";
  }

  /** The command line that shows the run of a seed. */
  String again(long seed) {
    String run = Reproduction.of(options.scenario(), options.variant(), options.overrides(), seed);
    return plan.timed() ? run : plan.again(run);
  }
}
