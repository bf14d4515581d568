package lastwords.cli.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.NamedCase;
import lastwords.cli.cases.Reproduction;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.OutputFolder;
import lastwords.cli.console.Progress;
import lastwords.cli.console.ResultFolder;
import lastwords.cli.report.Reports;
import lastwords.cli.report.ShownRun;
import lastwords.cli.test.JUnitXml;
import lastwords.cli.witness.WitnessFiles;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords explore}. */
@Command(
    name = "explore",
    description = {
      "Tries everything that can happen in a scenario and shows every possible outcome.",
      "A timed wait ends only when no CPU could make finite progress any more: a second is "
          + "long compared with any finite work."
    },
    sortOptions = false)
public final class ExploreCommand implements Callable<Integer> {
  private final Output output;

  @Mixin private CaseOptions options;

  @Mixin private SearchOptions searching;

  @Option(
      names = "--witness-dir",
      paramLabel = "D",
      description = "writes a file for each outcome to that folder, for replay, shrink and why")
  private Optional<OutputFolder> witnessFolder = Optional.empty();

  @Option(names = "--junit", paramLabel = "FILE", description = "writes the result as JUnit XML")
  private Optional<OutputFile> junit = Optional.empty();

  @Mixin private ResultFolder folder;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "writes the outcomes, each with a run to step through, as an HTML file")
  private Optional<OutputFile> html = Optional.empty();

  @Mixin private StackOption stack;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public ExploreCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Case made = options.find(Catalog.standard(), output);
    Setup setup = made.setup();
    Search search =
        searching
            .search(made.checkMethod().budget(), made.machine().cpus())
            .withEarlyTimeouts(earlyTimeouts(made));
    try (Interrupt interrupt = new Interrupt()) {
      long start = System.nanoTime();
      Exploration found = explore(setup, search);
      boolean interrupted = interrupt.requested();
      NamedCase named = new NamedCase(options.scenario(), made);
      long nanos = System.nanoTime() - start;
      CaseResult result = CaseResult.explored(named, found, earlyTimeouts(made), nanos);
      int code = show(result);
      keep(result, () -> witnesses(made, setup, found), setup);
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : code;
    }
  }

  private Exploration explore(Setup setup, Search search) {
    try (Progress progress = new Progress(output)) {
      return Explorer.explore(setup, search, progress::states);
    }
  }

  private List<Witness> witnesses(Case made, Setup setup, Exploration found) {
    return found.findings().stream().map(it -> witness(made, setup, it)).toList();
  }

  private Witness witness(Case made, Setup setup, Finding found) {
    RunSpec runSpec = RunSpec.Scheduled.of(found, earlyTimeouts(made), searching.reduced());
    String outcome = found.outcome().summary();
    return Witness.of(
        options.scenario(), options.variant(), options.overrides(), setup, runSpec, outcome);
  }

  /** Writes the files that the user asked for. */
  private void keep(CaseResult result, Supplier<List<Witness>> witnesses, Setup setup)
      throws IOException {
    List<String> name = List.of(again().split(" "));
    List<String> verbAndWords = name.subList(1, name.size());
    Optional<Path> beside = folder.witnesses(verbAndWords);
    if (beside.isPresent()) {
      folder.write(verbAndWords, json(result));
      write(beside.get(), witnesses.get());
    }
    if (html.isPresent()) {
      List<ShownRun> runs =
          witnesses.get().stream()
              .map(it -> new ShownRun(again(), it, result.made(), setup))
              .toList();
      Reports.write(html.get().path(), result.made().title(), json(result), runs);
    }
    if (witnessFolder.isPresent()) {
      String before = "\n";
      for (Path file : write(witnessFolder.get().path(), witnesses.get())) {
        if (!json) {
          output.command(before + "again: ", "lastwords replay " + file);
        }
        before = "";
      }
    }
  }

  private static List<Path> write(Path folder, List<Witness> witnesses) throws IOException {
    WitnessFiles files = new WitnessFiles(Catalog.standard());
    List<Path> written = new ArrayList<>();
    for (Witness witness : witnesses) {
      written.add(files.write(folder, written.size() + 1, witness));
    }
    return written;
  }

  private String again() {
    return Reproduction.explore(options.scenario(), options.variant(), options.overrides());
  }

  private String json(CaseResult result) throws IOException {
    return ExploreJson.of(result, earlyTimeouts(result.made()), again());
  }

  private int show(CaseResult result) throws IOException {
    boolean judged = !result.made().expectations().isEmpty();
    if (json) {
      output.out().println(json(result));
    } else {
      new ExploreReport(output, stack).print(result, judged);
    }
    if (junit.isPresent()) {
      junit.get().write(JUnitXml.of(List.of(result)));
    }
    return !judged || result.ok() ? ExitCode.OK : ExitCode.UNEXPECTED;
  }

  private boolean earlyTimeouts(Case made) {
    return searching.earlyTimeouts() || made.checkMethod().earlyTimeouts();
  }
}
