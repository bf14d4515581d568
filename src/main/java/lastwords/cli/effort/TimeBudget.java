package lastwords.cli.effort;

import java.util.Optional;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.hocon.Span;
import picocli.CommandLine.Option;

/** How much real time a verb may take. */
public final class TimeBudget {
  private static final long GRACE = 10_000_000_000L; // ns, so that a short budget shows something

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description =
          "begins nothing more after that time, and gives up what is not done by twice that time"
              + " and 10 s: 2m")
  private Optional<String> time = Optional.empty();

  /**
   * The time begins to run.
   *
   * @throws ScenarioException when it is not a time
   */
  public Deadline begin() {
    if (time.isEmpty()) {
      return Deadline.NEVER;
    }
    long nanos = Span.ofOption("--budget", time.get(), "2m");
    return new Deadline(nanos, 2 * nanos + GRACE);
  }
}
