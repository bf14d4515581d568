package lastwords.cli.effort;

import lastwords.cli.console.OptionRange;
import lastwords.engine.explore.Search;
import picocli.CommandLine.Option;

/** Number of threads. */
public final class WorkersOption {
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "threads; the result does not depend on their number; default: one per core")
  private int workers = Math.min(Search.MOST_WORKERS, Runtime.getRuntime().availableProcessors());

  /** Their number, 1 to {@link Search#MOST_WORKERS}. */
  public int number() {
    OptionRange.check("--workers", workers, 1, Search.MOST_WORKERS);
    return workers;
  }
}
