package lastwords.cli.search;

import java.util.ArrayList;
import java.util.List;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Search;
import lastwords.scenario.expect.Budget;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What an exploration is to try, how far it goes, and how. */
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

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "threads; default: one per processor")
  private int workers = Math.min(Search.MOST_WORKERS, Runtime.getRuntime().availableProcessors());

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
   * @param usual budget, where no option gives another
   */
  Search search(CommandSpec spec, Budget usual) {
    if (states < 1 || depth < 1) {
      throw new ParameterException(spec.commandLine(), "--states and --depth must be at least 1");
    }
    if (workers < 1 || workers > Search.MOST_WORKERS) {
      throw new ParameterException(
          spec.commandLine(), "--workers must be 1 to " + Search.MOST_WORKERS);
    }
    Bounds bounds = new Bounds(states, depth, Bounds.DEFAULT.bytes());
    return Search.DEFAULT
        .withEarlyTimeouts(earlyTimeouts)
        .withBounds(bounds)
        .withBudget(budget(spec, usual))
        .withReduced(!whole)
        .withCommuting(!whole)
        .withExact(exact)
        .withWorkers(workers);
  }

  private Budget budget(CommandSpec spec, Budget usual) {
    if (stalls == 0 && stallCpus.isEmpty() && drops == 0) {
      return usual;
    }
    if (stalls < 0 || drops < 0 || stalls > Budget.MOST || drops > Budget.MOST) {
      throw new ParameterException(
          spec.commandLine(), "--stalls and --drops must be 0 to " + Budget.MOST);
    }
    long mask = stallCpus.isEmpty() ? -1 : 0;
    for (int cpu : stallCpus) {
      if (cpu < 0 || cpu >= Long.SIZE) {
        throw new ParameterException(spec.commandLine(), "--stall-cpu must be a CPU, 0 to 63");
      }
      mask |= 1L << cpu;
    }
    return new Budget(stallCpus.isEmpty() ? stalls : Math.max(1, stalls), mask, drops);
  }
}
