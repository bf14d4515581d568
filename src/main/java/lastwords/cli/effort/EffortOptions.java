package lastwords.cli.effort;

import lastwords.cli.console.OptionRange;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How far a verb goes that looks at many cases: how it finds the outcomes of each, and when. */
public final class EffortOptions {
  /** Seeded runs of a case, at most. */
  public static final int MOST_RUNS = 10_000_000;

  @Option(
      names = "--states",
      paramLabel = "N",
      description = {
        "tries every interleaving of a case that has at most so many states; of others, makes seeded"
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
   * What is usual for a verb.
   *
   * @param states to explore at most, of a case
   * @param runs of a case that has more
   */
  public EffortOptions(int states, int runs) {
    this.states = states;
    this.runs = runs;
    this.workers = new WorkersOption();
    this.budget = new TimeBudget();
  }

  /** The time begins to run, if the options are what they have to be. */
  public Deadline begin() {
    OptionRange.check("--states", states, 0, Integer.MAX_VALUE);
    OptionRange.check("--runs", runs, 1, MOST_RUNS);
    workers.number();
    return budget.begin();
  }

  /** States to explore at most, of a case; 0: does not explore. */
  public int states() {
    return states;
  }

  /** Seeded runs of a case. */
  public int runs() {
    return runs;
  }

  /** Threads. */
  public int workers() {
    return workers.number();
  }
}
