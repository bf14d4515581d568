package lastwords.cli.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.NamedCase;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.OptionRange;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.OutputFolder;
import lastwords.cli.console.Progress;
import lastwords.cli.console.ResultFolder;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioProblems;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords test}. */
@Command(
    name = "test",
    description = "Runs scenarios in all their variants and checks their expectations.",
    sortOptions = false)
public final class TestCommand implements Callable<Integer> {
  private static final int MOST_SEEDS = 1_000_000;

  private final Output output;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      completionCandidates = Candidates.Scenarios.class,
      description = "scenarios or folders of scenarios; default: all shipped ones")
  private List<String> paths = List.of();

  @Option(names = "--junit", paramLabel = "FILE", description = "writes the results as JUnit XML")
  private Optional<OutputFile> junit = Optional.empty();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "runs of each case; default: as in the scenario")
  private Optional<Integer> seeds = Optional.empty();

  @Option(
      names = "--judge",
      paramLabel = "E",
      description = "${COMPLETION-CANDIDATES}; default: as in the scenario")
  private Optional<Judges> judge = Optional.empty();

  @Option(
      names = "--witness-dir",
      paramLabel = "D",
      description = "writes unexpected runs to that folder, for replay, shrink and why")
  private Optional<OutputFolder> witnessFolder = Optional.empty();

  @Mixin private ResultFolder folder;

  @Mixin private StackOption stack;

  @ArgGroup private Format format = new Format();

  /** Formats other than a table. */
  static final class Format {
    @Option(names = "--json", description = "prints one JSON object instead of a table")
    private boolean json;

    @Option(names = "--ktap", description = "prints KTAP, for harnesses of kernel tests")
    private boolean ktap;
  }

  /** Methods by which cases can be judged. */
  public enum Judges {
    SIMULATE,
    EXPLORE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public TestCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    OptionRange.check("--seeds", seeds.orElse(1), 1, MOST_SEEDS);
    List<NamedCase> cases = cases(Catalog.standard());
    if (cases.isEmpty()) {
      throw ScenarioProblems.one(String.join(", ", paths), "no scenarios (*.conf) there");
    }
    try (Interrupt interrupt = new Interrupt()) {
      List<CaseResult> results = run(cases);
      warn(results);
      int code = report(results, cases, interrupt.requested());
      output.out().flush();
      return code;
    }
  }

  private void warn(List<CaseResult> results) {
    results.stream()
        .flatMap(it -> it.made().warnings().stream())
        .distinct()
        .forEach(output::complain);
  }

  private List<CaseResult> run(List<NamedCase> cases) {
    try (Progress progress = new Progress(output)) {
      Optional<Boolean> explores = judge.map(it -> it == Judges.EXPLORE);
      return new CaseRunner(seeds, explores, progress).run(cases);
    }
  }

  private List<NamedCase> cases(Catalog catalog) {
    List<String> wanted = paths.isEmpty() ? catalog.scenarios() : paths;
    return wanted.stream().flatMap(path -> NamedCase.of(catalog, path).stream()).toList();
  }

  private int report(List<CaseResult> results, List<NamedCase> cases, boolean interrupted)
      throws IOException {
    keep(results, cases.size());
    print(results, cases);
    if (junit.isPresent()) {
      junit.get().write(JUnitXml.of(results));
    }
    if (witnessFolder.isPresent()) {
      new ResultWitnesses(witnessFolder.get().path(), false).write(results).forEach(this::again);
    }
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    boolean broken = results.stream().anyMatch(CaseResult::broken);
    boolean expected = results.stream().allMatch(CaseResult::ok);
    return broken ? ExitCode.USAGE : expected ? ExitCode.OK : ExitCode.UNEXPECTED;
  }

  private void keep(List<CaseResult> results, int cases) throws IOException {
    if (folder.given()) {
      List<String> name = new ArrayList<>(List.of("test"));
      name.addAll(paths);
      folder.write(name, TestJson.of(results, cases));
      new ResultWitnesses(folder.witnesses(name).orElseThrow(), true).write(results);
    }
  }

  private void print(List<CaseResult> results, List<NamedCase> cases) throws IOException {
    if (format.json) {
      output.out().println(TestJson.of(results, cases.size()));
    } else if (format.ktap) {
      output.out().print(Ktap.of(results, cases));
    } else {
      new TestReport(output, stack).print(results, cases.size());
    }
  }

  private void again(Path file) {
    if (!format.json && !format.ktap) {
      output.command("again: ", "lastwords replay " + file);
    }
  }
}
