package lastwords.cli.effort;

import lastwords.cli.console.OptionRange;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The effort of a verb that examines many cases: how it finds the outcomes of each, and how long it
 * may take.
 */
public final class EffortOptions {
  /** Maximum number of seeded runs of a case. */
  public static final int MOST_RUNS = 10_000_000;

  @Option(
      names = "--states",
      paramLabel = "N",
      description = {
        "tries every interleaving of a case that has at most this many states; other cases get seeded"
            + " runs.",
        "0: never; default: ${DEFAULT-VALUE}"
      })
  private int states;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "seeded runs of a case; default: ${DEFAULT-VALUE}")
  private int runs;

  @Mixin private WorkersOption workers;

  @Mixin private TimeBudget budget;

  /**
   * With the defaults of a verb.
   *
   * @param states most to explore, per case
   * @param runs of a case that has more
   */
  public EffortOptions(int states, int runs) {
    this.states = states;
    this.runs = runs;
    this.workers = new WorkersOption();
    this.budget = new TimeBudget();
  }

  /** Checks the options and starts the clock. */
  public Deadline begin() {
    OptionRange.check("--states", states, 0, Integer.MAX_VALUE);
    OptionRange.check("--runs", runs, 1, MOST_RUNS);
    workers.number();
    return budget.begin();
  }

  /** Most states to explore, per case; 0: does not explore. */
  public int states() {
    return states;
  }

  /** Number of seeded runs per case. */
  public int runs() {
    return runs;
  }

  /** Number of threads. */
  public int workers() {
    return workers.number();
  }
}
