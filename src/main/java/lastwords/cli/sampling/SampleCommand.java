package lastwords.cli.sampling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.cases.JudgementReport;
import lastwords.cli.cases.Reproduction;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.OptionRange;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFolder;
import lastwords.cli.console.Progress;
import lastwords.cli.console.ResultFolder;
import lastwords.cli.effort.EffortOptions;
import lastwords.cli.effort.WorkersOption;
import lastwords.cli.witness.WitnessFiles;
import lastwords.engine.sample.Sampler;
import lastwords.engine.sample.Share;
import lastwords.engine.sample.Tally;
import lastwords.engine.witness.Witness;
import lastwords.outcome.Outcome;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Expectations;
import lastwords.scenario.expect.Judgement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lastwords sample}. */
@Command(
    name = "sample",
    description = {
      "Runs a scenario with many seeds and counts how often each outcome occurs.",
      "Also shows how long the runs are, and which seeds are unusual."
    },
    sortOptions = false)
public final class SampleCommand implements Callable<Integer> {
  private static final int USUAL_RUNS = 1_000;
  private static final int DEEPEST = 20;

  private final Output output;
  @Spec private CommandSpec spec;

  @Mixin private CaseOptions options;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "number of runs; default: 1000, with --until-ci at most 10 million")
  private Optional<Integer> runs = Optional.empty();

  @Option(
      names = "--until-ci",
      paramLabel = "P%",
      description = "runs until each probability is known to plus or minus P percent")
  private Optional<String> untilCi = Optional.empty();

  @Option(
      names = "--seed-from",
      paramLabel = "N",
      description = "the first seed; default: ${DEFAULT-VALUE}")
  private long firstSeed = 1;

  @Option(
      names = "--strategy",
      paramLabel = "S",
      description =
          "timed: emulated time with jitter; random: each possible choice with equal probability;"
              + " pct: random priorities that change at random points; default: ${DEFAULT-VALUE}")
  private Strategy strategy = Strategy.TIMED;

  @Option(
      names = "--depth",
      paramLabel = "D",
      description = "pct: depth of the bugs to look for; default: ${DEFAULT-VALUE}")
  private int depth = 3;

  @Option(
      names = "--early-timeouts",
      description = "random and pct: timed waits may end at any time")
  private boolean earlyTimeouts;

  @Option(
      names = "--explored",
      description = "also explores, and marks the outcomes that explore finds")
  private boolean explored;

  @Option(
      names = "--states",
      paramLabel = "N",
      description = "--explored: most states to explore; default: ${DEFAULT-VALUE}")
  private int states = 200_000;

  @Mixin private WorkersOption workers;

  @Option(
      names = "--witness-dir",
      paramLabel = "D",
      description = "writes the first and the longest run of each outcome to that folder")
  private Optional<OutputFolder> witnessFolder = Optional.empty();

  @Mixin private ResultFolder folder;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public SampleCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    double width = width();
    check();
    Catalog catalog = Catalog.standard();
    Case made = options.find(catalog, output);
    Setup setup = made.setup();
    SamplePlan plan = new SamplePlan(setup, strategy, depth, earlyTimeouts);
    try (Interrupt interrupt = new Interrupt()) {
      Tally tally = sample(plan, width);
      boolean interrupted = interrupt.requested();
      Map<String, String> reachable =
          explored && !interrupted
              ? new Reachable(setup, states, output).of(tally.shares(), plan.timed())
              : Map.of();
      int code =
          show(made, new SampleText(plan, options, firstSeed, reachable), tally, interrupted);
      Optional<Path> beside = folder.witnesses(name());
      if (beside.isPresent()) {
        write(beside.get(), setup, plan, tally);
      }
      if (witnessFolder.isPresent()) {
        output.out().print(json ? "" : "\n");
        write(witnessFolder.get().path(), setup, plan, tally).forEach(this::again);
      }
      if (width > 0 && !interrupted && !tally.within(width)) {
        output.complain("--until-ci " + untilCi.get() + ": not reached with that many --runs");
      }
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : code;
    }
  }

  private void check() {
    OptionRange.check("--runs", runs.orElse(1), 1, EffortOptions.MOST_RUNS);
    OptionRange.check("--depth", depth, 1, DEEPEST);
    OptionRange.check("--states", states, 1, Integer.MAX_VALUE);
    workers.number();
    if (earlyTimeouts && strategy == Strategy.TIMED) {
      throw wrong("--early-timeouts needs --strategy random or pct: timed has a clock");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private double width() {
    if (untilCi.isEmpty()) {
      return 0;
    }
    try {
      double percent = Double.parseDouble(untilCi.get().replaceFirst("%$", ""));
      if (percent >= 0.01 && percent < 50) {
        return percent / 100;
      }
    } catch (NumberFormatException e) {
      throw wrong(
          "--until-ci: '" + untilCi.get() + "' is not a percentage; expected one such as 1%");
    }
    throw wrong("--until-ci must be 0.01% to 50%");
  }

  private Tally sample(SamplePlan plan, double width) {
    int most = runs.orElse(width > 0 ? EffortOptions.MOST_RUNS : USUAL_RUNS);
    try (Progress progress = new Progress(output)) {
      progress.expect(most, "runs");
      return new Sampling(plan, workers.number(), firstSeed, most, width).run(progress::done);
    }
  }

  private int show(Case made, SampleText text, Tally tally, boolean interrupted)
      throws IOException {
    List<Share> shares = tally.shares();
    Judgement counted = Expectations.judge(made.expectations(), observed(shares));
    Judgement judgement = made.checkMethod().explores() ? counted.ofSample() : counted;
    boolean judged = !made.expectations().isEmpty() && !interrupted;
    String document = SampleJson.of(made, text, tally, judged, judgement.ok());
    folder.write(name(), document);
    if (json) {
      output.out().println(document);
    } else {
      new SampleReport(output, text).print(made, tally, interrupted);
      if (judged) {
        new JudgementReport(output).print(judgement, "runs");
      }
    }
    return !judged || judgement.ok() ? ExitCode.OK : ExitCode.UNEXPECTED;
  }

  private static Map<Outcome, Integer> observed(List<Share> shares) {
    Map<Outcome, Integer> observed = new LinkedHashMap<>();
    shares.forEach(it -> observed.put(it.outcome(), it.runs()));
    return observed;
  }

  private List<String> name() {
    String words = Reproduction.explore(options.scenario(), options.variant(), options.overrides());
    return List.of("sample", strategy.toString(), words.replaceFirst("^lastwords explore ", ""));
  }

  private void again(Path file) {
    if (!json) {
      output.command("again: ", "lastwords replay " + file);
    }
  }

  private List<Path> write(Path to, Setup setup, SamplePlan plan, Tally tally) throws IOException {
    WitnessFiles files = new WitnessFiles(Catalog.standard());
    Sampler sampler = plan.sampler();
    List<Path> written = new ArrayList<>();
    for (Share share : tally.shares()) {
      for (long seed : seeds(share)) {
        String outcome = share.outcome().summary();
        Witness witness =
            Witness.of(
                options.scenario(),
                options.variant(),
                options.overrides(),
                setup,
                sampler.runSpec(seed),
                outcome);
        written.add(files.write(to, written.size() + 1, witness));
      }
    }
    return written;
  }

  private static List<Long> seeds(Share share) {
    boolean one = share.firstSeed() == share.slowestSeed();
    return one ? List.of(share.firstSeed()) : List.of(share.firstSeed(), share.slowestSeed());
  }
}
