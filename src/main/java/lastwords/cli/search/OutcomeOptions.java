package lastwords.cli.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.console.OptionRange;
import lastwords.cli.console.Progress;
import lastwords.cli.witness.WitnessFiles;
import lastwords.cli.witness.WitnessSetup;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.engine.walk.UniformScheduler;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import lastwords.scenario.hocon.ScenarioException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The run that a verb works on: a witness, or a scenario and one of its outcomes. */
final class OutcomeOptions {
  private static final int WALKS = 2_000;
  private static final int WALK_CHOICES = 20_000;

  @Mixin private CaseOptions options;

  @Option(
      names = "--outcome",
      paramLabel = "TEXT",
      description = "scenario: an outcome whose line contains this text: 'hang at cpu0'")
  private String outcome = "";

  @Option(
      names = "--states",
      paramLabel = "N",
      description = "most states to explore; default: ${DEFAULT-VALUE}")
  private int states = 200_000;

  @Option(names = "--early-timeouts", description = "scenario: timed waits may end at any time")
  private boolean earlyTimeouts;

  @Option(
      names = "--stalls",
      paramLabel = "N",
      description = "scenario: at most N CPUs may stall for ever, at any point")
  private int stalls;

  @Option(
      names = "--drops",
      paramLabel = "N",
      description = "scenario: at most N interrupts may be lost")
  private int drops;

  int states() {
    return states;
  }

  private Search search(Case made) {
    OptionRange.check("--states", states, 1, Integer.MAX_VALUE);
    OptionRange.check("--stalls", stalls, 0, Budget.MOST);
    OptionRange.check("--drops", drops, 0, Budget.MOST);
    return Search.DEFAULT
        .withEarlyTimeouts(earlyTimeouts || made.checkMethod().earlyTimeouts())
        .withBounds(new Bounds(states, Integer.MAX_VALUE, Bounds.DEFAULT.bytes()))
        .withBudget(new Budget(stalls, -1, drops))
        .withWorkers(Math.min(Search.MOST_WORKERS, Runtime.getRuntime().availableProcessors()));
  }

  /** The name of the witness or scenario, as given by the user. */
  String name() {
    return options.scenario();
  }

  /**
   * A run of a case.
   *
   * @param setup the case's, with nothing removed
   * @param own whether the run is the one in the witness, not another run with the same outcome
   */
  record Chosen(Case made, Setup setup, Witness witness, RunSpec.Scheduled runSpec, boolean own) {
    /** What a reader has to know about the schedule; empty if it is the witness's own. */
    Optional<String> note() {
      return witness.runSpec() instanceof RunSpec.Seeded seeded && !own
          ? Optional.of(
              "the witness is a run with seed "
                  + seeded.seed()
                  + ", which has no schedule; this is a schedule with the same outcome")
          : Optional.empty();
    }
  }

  Chosen choose(Progress progress) throws IOException {
    Catalog catalog = Catalog.standard();
    return WitnessFiles.isWitness(options.scenario())
        ? witness(new WitnessFiles(catalog), progress)
        : scenario(catalog, progress);
  }

  private Chosen witness(WitnessFiles files, Progress progress) throws IOException {
    Path file = Path.of(options.scenario());
    Witness witness = files.read(file);
    Case made = files.made(witness);
    Setup reduced = WitnessSetup.of(file.toString(), witness, made);
    boolean own = witness.runSpec() instanceof RunSpec.Scheduled scheduled && scheduled.reduced();
    RunSpec.Scheduled runSpec =
        own
            ? (RunSpec.Scheduled) witness.runSpec()
            : find(reduced, witness.outcome(), search(made), progress);
    return new Chosen(made, made.setup(), witness, runSpec, own);
  }

  private Chosen scenario(Catalog catalog, Progress progress) {
    Case made = options.find(catalog);
    Setup setup = made.setup();
    RunSpec.Scheduled runSpec = find(setup, outcome, search(made), progress);
    Witness witness =
        Witness.of(
            options.scenario(), options.variant(), options.overrides(), setup, runSpec, outcome);
    return new Chosen(made, setup, witness, runSpec, true);
  }

  /** A run with this outcome: a shortest one if exploring finds it, otherwise a random one. */
  private RunSpec.Scheduled find(Setup setup, String text, Search search, Progress progress) {
    Exploration found = Explorer.explore(setup, search, progress::states);
    for (Finding finding : found.findings()) {
      if (finding.outcome().summary().contains(text)) {
        return RunSpec.Scheduled.of(finding, search.earlyTimeouts());
      }
    }
    return walked(setup, text, search)
        .orElseThrow(() -> new ScenarioException(List.of(complaint(text, found))));
  }

  private static Optional<RunSpec.Scheduled> walked(Setup setup, String text, Search search) {
    RandomWalk walk = new RandomWalk(setup, search.budget(), search.earlyTimeouts(), WALK_CHOICES);
    for (long seed = 1; seed <= WALKS && !Thread.currentThread().isInterrupted(); seed++) {
      Taken taken = walk.run(new UniformScheduler(seed));
      if (taken.outcome().summary().contains(text)) {
        return Optional.of(
            new RunSpec.Scheduled(taken.schedule(), taken.cause(), search.earlyTimeouts()));
      }
    }
    return Optional.empty();
  }

  private static String complaint(String text, Exploration found) {
    String there =
        String.join("; ", found.findings().stream().map(it -> it.outcome().summary()).toList());
    String end = found.exhausted() ? "the only outcomes are: " : found.end().word() + "; found: ";
    return "no outcome '"
        + text
        + "' without a clock; "
        + end
        + (there.isEmpty() ? "nothing" : there);
  }
}
