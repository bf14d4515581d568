package lastwords.cli.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.NamedCase;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.Output;
import lastwords.cli.console.Progress;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lastwords explore}. */
@Command(
    name = "explore",
    description = {
      "Tries everything that can happen in a scenario and shows every possible outcome.",
      "A timed wait ends only when no CPU could make finite progress any more: a second is",
      "long compared with any finite work."
    },
    sortOptions = false)
public final class ExploreCommand implements Callable<Integer> {
  private final Output output;
  @Spec private CommandSpec spec;

  @Mixin private CaseOptions options;

  @Mixin private SearchOptions searching;

  @Option(
      names = "--witness-dir",
      paramLabel = "D",
      description = "writes a file for each outcome to that folder, for replay, shrink and why")
  private Optional<Path> witnessFolder = Optional.empty();

  @Option(names = "--junit", paramLabel = "FILE", description = "writes the result as JUnit XML")
  private Optional<Path> junit = Optional.empty();

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
        searching.search(spec, made.checkMethod().budget()).withImpatient(impatient(made));
    try (Interrupt interrupt = new Interrupt()) {
      long start = System.nanoTime();
      Exploration found = explore(setup, search);
      boolean interrupted = interrupt.requested();
      NamedCase named = new NamedCase(options.scenario(), made);
      long nanos = System.nanoTime() - start;
      int code = show(CaseResult.explored(named, found, impatient(made), nanos));
      if (witnessFolder.isPresent()) {
        write(witnessFolder.get(), made, setup, found);
      }
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : code;
    }
  }

  private Exploration explore(Setup setup, Search search) {
    try (Progress progress = new Progress(output)) {
      return Explorer.explore(setup, search, progress::states);
    }
  }

  private void write(Path folder, Case made, Setup setup, Exploration found) throws IOException {
    WitnessFiles files = new WitnessFiles(Catalog.standard());
    int number = 1;
    for (Finding it : found.findings()) {
      RunSpec runSpec = RunSpec.Scheduled.of(it, impatient(made), searching.reduced());
      String outcome = it.outcome().summary();
      Witness witness =
          Witness.of(
              options.scenario(), options.variant(), options.overrides(), setup, runSpec, outcome);
      Path file = files.write(folder, number++, witness);
      if (!json) {
        output.command((number == 2 ? "\n" : "") + "again: ", "lastwords replay " + file);
      }
    }
  }

  private int show(CaseResult result) throws IOException {
    boolean judged = !result.made().expectations().isEmpty();
    if (json) {
      output.out().println(ExploreJson.of(result, impatient(result.made())));
    } else {
      new ExploreReport(output, stack).print(result, judged);
    }
    if (junit.isPresent()) {
      Files.writeString(junit.get(), JUnitXml.of(List.of(result)), StandardCharsets.UTF_8);
    }
    return !judged || result.ok() ? ExitCode.OK : ExitCode.UNEXPECTED;
  }

  private boolean impatient(Case made) {
    return searching.impatient() || made.checkMethod().impatient();
  }
}
