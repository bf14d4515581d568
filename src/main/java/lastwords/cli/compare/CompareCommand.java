package lastwords.cli.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.cases.CaseName;
import lastwords.cli.cases.SideOptions;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.OutputFolder;
import lastwords.cli.console.Progress;
import lastwords.cli.console.ResultFolder;
import lastwords.cli.console.TextFormat;
import lastwords.cli.effort.Deadline;
import lastwords.cli.effort.EffortOptions;
import lastwords.cli.page.HtmlFile;
import lastwords.cli.page.PairPage;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Side;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.setting.Overrides;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords compare}. */
@Command(
    name = "compare",
    description = {
      "Shows how the outcomes of scenarios change from kernel A to kernel B.",
      "Lists every outcome of both, what is fixed, unchanged, worse, sometimes worse or newly possible, "
          + "each with a run that shows it. Exit code 1 if something is worse. '-' stands for the scenario's "
          + "own kernel."
    },
    sortOptions = false)
public final class CompareCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      index = "0",
      paramLabel = "A",
      completionCandidates = Candidates.Kernels.class,
      description = "a kernel: 5.2")
  private String kernelA = "";

  @Parameters(
      index = "1",
      paramLabel = "B",
      completionCandidates = Candidates.Kernels.class,
      description = "a kernel: 5.2+panic-lock-safe")
  private String kernelB = "";

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "SCENARIO",
      completionCandidates = Candidates.Scenarios.class,
      description = "default: all shipped scenarios")
  private List<String> scenarios = List.of();

  @Option(
      names = "--variant",
      paramLabel = "V",
      completionCandidates = Candidates.Variants.class,
      description = "variant of each scenario")
  private String variant = Scenario.DEFAULT;

  @Mixin private SideOptions sides;

  @Option(
      names = "--by",
      paramLabel = "E",
      description =
          "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}, with runs if that reaches a bound")
  private By by = By.EXPLORE;

  @Mixin private EffortOptions effort = new EffortOptions(200_000, 1_000);

  @Option(names = "--early-timeouts", description = "explore: timed waits may end at any time")
  private boolean earlyTimeouts;

  @Option(
      names = "--witness-dir",
      paramLabel = "D",
      description = "writes a file for each outcome of each side to that folder")
  private Optional<OutputFolder> witnessFolder = Optional.empty();

  @Mixin private ResultFolder folder;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "writes a page to that file that shows a run of each side, of the scenario with the"
              + " worst change")
  private Optional<OutputFile> page = Optional.empty();

  @ArgGroup private TextFormat format = new TextFormat();

  public CompareCommand(Output output) {
    this.output = output;
  }

  /** How outcomes are found. */
  public enum By {
    EXPLORE,
    SAMPLE;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws IOException {
    Deadline deadline = effort.begin();
    Overrides a = sides.first(kernelA);
    Overrides b = sides.second(kernelB);
    Catalog catalog = Catalog.standard();
    try (Interrupt interrupt = new Interrupt()) {
      List<String> names = scenarios.isEmpty() ? catalog.scenarios() : scenarios;
      List<Compared> all = deadline.bound(() -> compare(names, catalog, a, b, deadline));
      refuseIfNoneRan(all);
      boolean interrupted = interrupt.requested();
      show(all, a, b);
      if (interrupted) {
        output.complain(
            "interrupted: the last scenario may have more outcomes, and others did not run");
      } else if (all.size() < names.size()) {
        output.complain(
            "the time was up: " + all.size() + " of " + Wording.count(names.size(), "scenario"));
      }
      output.out().flush();
      boolean worse = all.stream().anyMatch(Compared::worse);
      return interrupted ? ExitCode.INTERRUPTED : worse ? ExitCode.UNEXPECTED : ExitCode.OK;
    }
  }

  /** A comparison that was interrupted because the time is over has only part of its outcomes. */
  private List<Compared> compare(
      List<String> names, Catalog catalog, Overrides a, Overrides b, Deadline deadline) {
    List<Compared> all = new ArrayList<>();
    try (Progress progress = new Progress(output)) {
      for (String name : names) {
        if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
          return all;
        }
        progress.heading(all.size() + 1, names.size(), name);
        Compared one = compare(catalog, name, a, b, progress);
        if (deadline.isOver() && Thread.currentThread().isInterrupted()) {
          return all;
        }
        all.add(one);
      }
    }
    return all;
  }

  /** Something that fits no scenario is misspelt. */
  private static void refuseIfNoneRan(List<Compared> all) {
    if (!all.isEmpty() && all.stream().allMatch(it -> it.comparison().isEmpty())) {
      throw new ScenarioException(all.stream().map(Compared::problem).distinct().toList());
    }
  }

  /** A scenario that was named must run; of all scenarios, some may not fit the kernel. */
  private Compared compare(
      Catalog catalog, String name, Overrides a, Overrides b, Progress progress) {
    try {
      CaseName one = CaseName.of(name);
      Scenario scenario = catalog.scenario(one.scenario());
      String of = one.variantOr(variant);
      Case first = scenario.variant(of, a);
      Case second = scenario.variant(of, b); // misspelt names are reported before work begins
      return compared(one.scenario(), of, side(first, a), side(second, b), progress);
    } catch (ScenarioException e) {
      if (!scenarios.isEmpty()) {
        throw e;
      }
      return Compared.broken(name, variant, e.lines().get(0));
    }
  }

  private static OnSide side(Case made, Overrides overrides) {
    return new OnSide(made, overrides, made.setup());
  }

  private Compared compared(String name, String variant, OnSide a, OnSide b, Progress progress) {
    Side before = outcomes(a, progress).of(a.setup());
    Comparison comparison = new Comparison(before, outcomes(b, progress).of(b.setup()));
    return new Compared(name, variant, Optional.of(a), Optional.of(b), Optional.of(comparison), "");
  }

  private Outcomes outcomes(OnSide side, Progress progress) {
    return Outcomes.of(side.made(), earlyTimeouts, by == By.EXPLORE, effort, progress);
  }

  private void show(List<Compared> all, Overrides a, Overrides b) throws IOException {
    String nameA = SideOptions.name(a, b);
    String nameB = SideOptions.name(b, a);
    new ComparedPages(folder, Optional.empty()).keep(all, nameA, nameB, scenarios);
    ComparedFiles files =
        new ComparedFiles(Catalog.standard(), witnessFolder.map(OutputFolder::path));
    if (format.json()) {
      output.out().println(CompareJson.of(all, nameA, nameB, files));
    } else if (format.markdown()) {
      new CompareMarkdown(output.out(), nameA, nameB, files).print(all);
    } else {
      new CompareReport(output, nameA, nameB, files).print(all);
    }
    if (page.isPresent()) {
      write(page.get().path(), all, files);
    }
  }

  private void write(Path file, List<Compared> all, ComparedFiles files) throws IOException {
    Optional<PairPage> pair = ComparedPage.of(all, files);
    if (pair.isPresent()) {
      HtmlFile.write(file, pair.get());
    } else {
      output.complain(file + " was not written: there is no run on both sides");
    }
  }
}
