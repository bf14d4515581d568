package lastwords.cli.effort;

import java.util.Optional;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.hocon.Span;
import picocli.CommandLine.Option;

/** The real time that a verb may take. */
public final class TimeBudget {
  private static final long GRACE = 10_000_000_000L; // ns, so that even a short budget has a result

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description =
          "starts nothing more after this time, and gives up unfinished work after twice this"
              + " time plus 10 s: 2m")
  private Optional<String> time = Optional.empty();

  /**
   * Starts the clock.
   *
   * @throws ScenarioException if it is not a time
   */
  public Deadline begin() {
    if (time.isEmpty()) {
      return Deadline.NEVER;
    }
    long nanos = Span.ofOption("--budget", time.get(), "2m");
    return new Deadline(nanos, 2 * nanos + GRACE);
  }
}
