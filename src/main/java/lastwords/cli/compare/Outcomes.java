package lastwords.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lastwords.cli.cases.FaultSums;
import lastwords.cli.console.Progress;
import lastwords.cli.effort.EffortOptions;
import lastwords.cli.sampling.SamplePlan;
import lastwords.cli.sampling.SampleText;
import lastwords.cli.sampling.Sampling;
import lastwords.cli.sampling.Strategy;
import lastwords.engine.compare.Seen;
import lastwords.engine.compare.Side;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.sample.Share;
import lastwords.engine.sample.Tally;
import lastwords.engine.witness.RunSpec;
import lastwords.kernelc.source.Wording;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Case;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;

/**
 * Finds the outcomes of a setup: all of them by exploring, and if that reaches a bound, also by
 * seeded runs.
 */
final class Outcomes {
  private final Search search;
  private final boolean explores;
  private final int runs;
  private final Progress progress;

  /**
   * @param explores whether exploring comes first
   * @param runs number of runs in a sample
   */
  private Outcomes(Search search, boolean explores, int runs, Progress progress) {
    this.search = search;
    this.explores = explores;
    this.runs = runs;
    this.progress = progress;
  }

  /**
   * The outcomes of a case.
   *
   * @param earlyTimeouts even if the case does not ask for it
   * @param explores whether exploring comes first
   */
  static Outcomes of(
      Case made, boolean earlyTimeouts, boolean explores, EffortOptions effort, Progress progress) {
    Search search =
        Search.DEFAULT
            .withEarlyTimeouts(earlyTimeouts || made.checkMethod().earlyTimeouts())
            .withBounds(
                new Bounds(Math.max(1, effort.states()), Integer.MAX_VALUE, Bounds.DEFAULT.bytes()))
            .withWorkers(effort.workers());
    return new Outcomes(search, explores && effort.states() > 0, effort.runs(), progress);
  }

  Side of(Setup setup) {
    return explores ? exploredFirst(setup) : sampledOnly(setup, "");
  }

  private Side sampledOnly(Setup setup, String why) {
    Tally tally = sample(setup);
    String how =
        why
            + Wording.count(tally.runs(), "run")
            + also(FaultSums.never(tally.faults(), tally.runs()));
    return new Side(sampled(setup, tally), false, tally.runs(), how);
  }

  private Side exploredFirst(Setup setup) {
    try {
      return explored(setup, explore(setup));
    } catch (ScenarioException e) { // a fault that depends on chance
      return sampledOnly(setup, e.lines().get(0) + "; ");
    }
  }

  private Side explored(Setup setup, Exploration found) {
    Map<String, Seen> seen = new TreeMap<>();
    for (Finding finding : found.findings()) {
      RunSpec runSpec = RunSpec.Scheduled.of(finding, search.earlyTimeouts());
      String often = finding.always() ? "always" : "sometimes";
      List<String> why = finding.run().explanation();
      seen.put(finding.outcome().summary(), new Seen(finding.outcome(), often, 0, runSpec, why));
    }
    String how =
        Wording.count(found.states(), "state")
            + ", "
            + found.end().word()
            + also(FaultSums.never(found.faults(), found.exhausted()));
    if (found.exhausted() || Thread.currentThread().isInterrupted()) {
      return new Side(new ArrayList<>(seen.values()), found.exhausted(), 0, how);
    }
    Tally tally = sample(setup);
    sampled(setup, tally).forEach(it -> seen.putIfAbsent(it.outcome().summary(), it));
    how += ", and " + Wording.count(tally.runs(), "run");
    return new Side(new ArrayList<>(seen.values()), false, 0, how);
  }

  private static String also(List<String> lines) {
    return lines.stream().map(it -> "; " + it).collect(Collectors.joining());
  }

  private Exploration explore(Setup setup) {
    return Explorer.explore(setup, search, progress::states);
  }

  private Tally sample(Setup setup) {
    SamplePlan plan = new SamplePlan(setup, Strategy.TIMED, 1, false);
    progress.expect(runs, "runs");
    return new Sampling(plan, search.workers(), 1, runs, 0).run(progress::done);
  }

  private static List<Seen> sampled(Setup setup, Tally tally) {
    List<Seen> seen = new ArrayList<>();
    for (Share share : tally.shares()) {
      RunSpec runSpec = new RunSpec.Seeded(share.firstSeed());
      List<String> why = runSpec.run(setup, StepSink.NONE).result().explanation();
      String interval = " (" + SampleText.interval(share.interval()) + ")";
      String often = share.runs() + " of " + tally.runs() + interval;
      seen.add(new Seen(share.outcome(), often, share.runs(), runSpec, why));
    }
    return seen;
  }
}
