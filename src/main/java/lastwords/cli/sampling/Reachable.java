package lastwords.cli.sampling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lastwords.cli.console.Output;
import lastwords.cli.console.Progress;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.model.TimingViolations;
import lastwords.engine.sample.Share;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Setup;

/**
 * What exploring shows about a sample's outcomes: whether it finds each of them, and if only with
 * early timeouts, which work outlasted which wait.
 */
final class Reachable {
  private final Setup setup;
  private final int states;
  private final Output output;

  Reachable(Setup setup, int states, Output output) {
    this.setup = setup;
    this.states = states;
    this.output = output;
  }

  /** A line for each outcome, by its summary. */
  Map<String, String> of(List<Share> shares, boolean timed) {
    Exploration found = explore(false);
    Set<String> usual = outcomes(found);
    boolean all = shares.stream().allMatch(it -> usual.contains(it.outcome().summary()));
    Exploration early = all ? found : explore(true);
    Map<String, String> lines = new LinkedHashMap<>();
    for (Share share : shares) {
      String outcome = share.outcome().summary();
      String said =
          usual.contains(outcome) ? "found by exploring" : outside(share, found, early, timed);
      lines.put(outcome, said);
    }
    return lines;
  }

  private String outside(Share share, Exploration found, Exploration early, boolean timed) {
    if (!found.exhausted()) {
      return "not found in "
          + Wording.count(found.states(), "state")
          + ", which is not the whole space";
    }
    boolean reached = outcomes(early).contains(share.outcome().summary());
    if (!reached) {
      return early.exhausted()
          ? "not found by exploring, even with --early-timeouts: an internal error, please report it"
          : "only found if a wait ends early; " + early.end().word();
    }
    List<String> waits = timed ? TimingViolations.of(setup, share.firstSeed()) : List.of();
    return "found only by explore --early-timeouts"
        + (waits.isEmpty() ? "" : ": " + String.join("; ", waits));
  }

  private Exploration explore(boolean earlyTimeouts) {
    Bounds bounds = new Bounds(states, Integer.MAX_VALUE, Bounds.DEFAULT.bytes());
    Search search = Search.DEFAULT.withEarlyTimeouts(earlyTimeouts).withBounds(bounds);
    try (Progress progress = new Progress(output)) {
      return Explorer.explore(setup, search, progress::states);
    }
  }

  private static Set<String> outcomes(Exploration found) {
    Set<String> outcomes = new TreeSet<>();
    found.findings().forEach(it -> outcomes.add(it.outcome().summary()));
    return outcomes;
  }
}
