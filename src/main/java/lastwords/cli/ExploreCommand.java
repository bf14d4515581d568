package lastwords.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.witness.Way;
import lastwords.engine.witness.Witness;
import lastwords.scenario.Budget;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Expectations;
import lastwords.scenario.Judgement;
import lastwords.scenario.Setup;
import lastwords.verdict.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lastwords explore}. */
@Command(
    name = "explore",
    description = {
      "Tries everything that can happen in a scenario and shows every outcome there is.",
      "A wait for a time ends only when nobody could make finite progress any more: a second is",
      "long compared with any finite work."
    },
    sortOptions = false)
final class ExploreCommand implements Callable<Integer> {
  private final Output output;
  @Spec private CommandSpec spec;

  @Mixin private CaseOptions options;

  @Mixin private SearchOptions searching;

  @Option(
      names = "--witness-dir",
      paramLabel = "D",
      description = "writes a file for each outcome there, for replay, shrink and why")
  private Optional<Path> witnessFolder = Optional.empty();

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  ExploreCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    if (witnessFolder.isPresent() && !searching.reduced()) {
      throw new ParameterException(
          spec.commandLine(), "--no-reduction: schedules of such a search are not for replay");
    }
    Case made = options.find(Catalog.standard());
    Setup setup = made.setup();
    Search search = searching.search(spec, Budget.NONE);
    try (Interrupt interrupt = new Interrupt()) {
      Exploration found = explore(setup, search);
      boolean interrupted = interrupt.requested();
      int code = show(made, found);
      if (witnessFolder.isPresent()) {
        write(witnessFolder.get(), made, setup, found);
      }
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : code;
    }
  }

  private Exploration explore(Setup setup, Search search) {
    try (ExploreProgress progress = new ExploreProgress(output)) {
      return Explorer.explore(setup, search, progress);
    }
  }

  private void write(Path folder, Case made, Setup setup, Exploration found) throws IOException {
    WitnessFiles files = new WitnessFiles(Catalog.standard());
    int number = 1;
    for (Finding it : found.findings()) {
      Way way = new Way.Scheduled(it.witness(), it.cause(), searching.impatient());
      String outcome = it.outcome().summary();
      Witness witness =
          Witness.of(
              options.scenario(), options.variant(), options.overrides(), setup, way, outcome);
      Path file = files.write(folder, number++, witness);
      if (!json) {
        output.out().println((number == 2 ? "\n" : "") + "again: lastwords replay " + file);
      }
    }
  }

  private int show(Case made, Exploration found) throws IOException {
    Judgement judgement = Expectations.judge(made.expectations(), observed(found));
    Claims claims = Claims.of(judgement, found.exhausted());
    if (json) {
      output.out().println(ExploreJson.of(made, found, searching.impatient(), claims));
    } else {
      new ExploreReport(output).print(made, found, judgement, claims);
    }
    boolean expected = made.expectations().isEmpty() || claims == Claims.HOLD;
    return expected ? ExitCode.OK : ExitCode.UNEXPECTED;
  }

  private static Map<Outcome, Integer> observed(Exploration found) {
    Map<Outcome, Integer> observed = new LinkedHashMap<>();
    found.findings().forEach(it -> observed.put(it.outcome(), it.states()));
    return observed;
  }
}
