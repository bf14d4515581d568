package lastwords.cli.search;

import java.util.ArrayList;
import java.util.List;
import lastwords.cli.console.OptionRange;
import lastwords.cli.effort.WorkersOption;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Search;
import lastwords.scenario.expect.Budget;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an exploration tries, how far it goes, and how. */
final class SearchOptions {
  @Option(
      names = "--states",
      paramLabel = "N",
      description = "stops after N states; default: ${DEFAULT-VALUE}")
  private int states = Bounds.DEFAULT.states();

  @Option(names = "--depth", paramLabel = "N", description = "stops at schedules of N choices")
  private int depth = Bounds.DEFAULT.depth();

  @Option(
      names = "--early-timeouts",
      description = "timed waits may end at any time, as on an overloaded host")
  private boolean earlyTimeouts;

  @Mixin private WorkersOption workers;

  @Option(
      names = "--stalls",
      paramLabel = "N",
      description = "at most N CPUs may stall for ever, at any point")
  private int stalls;

  @Option(
      names = "--stall-cpu",
      paramLabel = "CPU",
      description = "only these CPUs may stall; repeatable")
  private List<Integer> stallCpus = new ArrayList<>();

  @Option(names = "--drops", paramLabel = "N", description = "at most N interrupts may be lost")
  private int drops;

  @Option(
      names = "--exact",
      description = "compares states word for word instead of by 64-bit fingerprints")
  private boolean exact;

  @Option(
      names = "--no-reduction",
      description =
          "no reduction: states include what no step will read again, and every choice is tried")
  private boolean whole;

  boolean earlyTimeouts() {
    return earlyTimeouts;
  }

  boolean reduced() {
    return !whole;
  }

  /**
   * The search.
   *
   * @param usual the budget, unless an option gives another
   * @param cpus that the machine has
   */
  Search search(Budget usual, int cpus) {
    OptionRange.check("--states", states, 1, Integer.MAX_VALUE);
    OptionRange.check("--depth", depth, 1, Integer.MAX_VALUE);
    Bounds bounds = new Bounds(states, depth, Bounds.DEFAULT.bytes());
    return Search.DEFAULT
        .withEarlyTimeouts(earlyTimeouts)
        .withBounds(bounds)
        .withBudget(budget(usual, cpus))
        .withReduced(!whole)
        .withCommuting(!whole)
        .withExact(exact)
        .withWorkers(workers.number());
  }

  private Budget budget(Budget usual, int cpus) {
    if (stalls == 0 && stallCpus.isEmpty() && drops == 0) {
      return usual;
    }
    OptionRange.check("--stalls", stalls, 0, Budget.MOST);
    OptionRange.check("--drops", drops, 0, Budget.MOST);
    long mask = stallCpus.isEmpty() ? -1 : 0;
    for (int cpu : stallCpus) {
      OptionRange.check("--stall-cpu", cpu, 0, cpus - 1);
      mask |= 1L << cpu;
    }
    return new Budget(stallCpus.isEmpty() ? stalls : Math.max(1, stalls), mask, drops);
  }
}
