package lastwords.cli.compare;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.OutputFolder;
import lastwords.cli.console.Progress;
import lastwords.cli.console.ResultFolder;
import lastwords.cli.effort.Deadline;
import lastwords.cli.effort.EffortOptions;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.kernel.SymbolChange;
import lastwords.scenario.release.DiffNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords review}. */
@Command(
    name = "review",
    description = {
      "Shows what a patch changes: finds the scenarios that reach the functions it changes, compares "
          + "their kernels with and without it, and shows the worst first, with the story of a shortest run "
          + "on both sides.",
      "Exit code 1 when something gets worse."
    },
    sortOptions = false)
public final class ReviewCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      index = "0",
      paramLabel = "PATCH",
      description =
          "a unified diff against the tree of 'kernel checkout', that folder itself after you edited "
              + "it, a .c file, or the name of a patch")
  private String patch = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SCENARIO",
      completionCandidates = Candidates.Scenarios.class,
      description = "or SCENARIO:VARIANT; default: all that come with lastwords")
  private List<String> scenarios = List.of();

  @Mixin private EffortOptions effort = new EffortOptions(200_000, 400);

  @Option(
      names = "--witness-dir",
      paramLabel = "D",
      description = "writes to that folder a file for each outcome that it shows")
  private Optional<OutputFolder> witnessFolder = Optional.empty();

  @Mixin private ResultFolder folder;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "writes the review, with runs to step through, as an HTML file")
  private Optional<OutputFile> html = Optional.empty();

  @Option(
      names = "--edit",
      paramLabel = "DIR",
      description = {
        "of a diff against Linux itself, which does not fit: writes the emulated kernel's sources to "
            + "that new folder, to make the change there"
      })
  private Optional<OutputFolder> editFolder = Optional.empty();

  @Option(
      names = "--kernel",
      paramLabel = "K",
      completionCandidates = Candidates.Kernels.class,
      description = "the release for --edit; default: the newest")
  private Optional<String> kernel = Optional.empty();

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public ReviewCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Catalog catalog = Catalog.standard();
    Deadline deadline = effort.begin();
    List<String> names = scenarios.isEmpty() ? all(catalog) : scenarios;
    if (isEmpty()) {
      show(catalog, Reviewed.nothing(patch));
      return ExitCode.OK;
    }
    try (Interrupt interrupt = new Interrupt()) {
      Reviewed review = review(catalog, names, deadline);
      warnOfSettings(catalog);
      boolean interrupted = interrupt.requested();
      show(catalog, review);
      int code = review.worse() ? ExitCode.UNEXPECTED : ExitCode.OK;
      return interrupted ? ExitCode.INTERRUPTED : code;
    }
  }

  private static List<String> all(Catalog catalog) {
    List<String> names = new ArrayList<>(catalog.situations());
    names.addAll(catalog.scenarios());
    return names;
  }

  private Reviewed review(Catalog catalog, List<String> names, Deadline deadline)
      throws IOException {
    String name = name(catalog);
    try (Progress progress = new Progress(output)) {
      Review cases = new Review(catalog, name, effort, progress, deadline::isOver);
      Reviewed review = deadline.bound(() -> cases.of(names));
      if (review.problems().isEmpty()) {
        return review;
      }
      boolean diff = Files.isRegularFile(Path.of(patch)) && !patch.endsWith(".c");
      if (diff && !isShipped(catalog) && review.changed().isEmpty() && !json) {
        String text = Files.readString(Path.of(patch));
        if (!review.misfits().isEmpty() || !DiffNames.in(text).isEmpty()) {
          new ForeignPatch(catalog, output, editFolder.map(OutputFolder::path))
              .show(patch, text, kernel);
        }
      }
      throw new ScenarioException(review.problems());
    }
  }

  private void show(Catalog catalog, Reviewed review) throws IOException {
    new ComparedPages(folder, html.map(OutputFile::path)).keep(review, stories(catalog));
    if (json) {
      output.out().println(new ReviewJson(stories(catalog)).of(review));
    } else {
      new ReviewReport(output, stories(catalog)).print(review);
    }
    output.out().flush();
  }

  private ReviewStories stories(Catalog catalog) {
    return new ReviewStories(
        new ComparedFiles(catalog, witnessFolder.map(OutputFolder::path)),
        witnessFolder.isPresent());
  }

  /** The suffix of a kernel's name after the plus: a shipped patch, or a file. */
  private String name(Catalog catalog) {
    if (isShipped(catalog)) {
      return patch;
    }
    Path file = Path.of(patch);
    if (!Files.isReadable(file)) {
      throw wrong(patch + ": no such file, and no patch of that name ('kernel list' has them)");
    }
    return file.isAbsolute() || patch.startsWith(".") ? patch : "./" + patch;
  }

  /** As printed by 'git diff' if nothing has changed. */
  private boolean isEmpty() throws IOException {
    Path file = Path.of(patch);
    try {
      return Files.isRegularFile(file) && Files.readString(file).isBlank();
    } catch (CharacterCodingException e) {
      throw wrong(patch + ": expected a text in UTF-8");
    }
  }

  /** A folder may also have other config symbols, which a patch cannot express. */
  private void warnOfSettings(Catalog catalog) {
    if (!Files.isDirectory(Path.of(patch)) || isShipped(catalog)) {
      return;
    }
    Kernel edited = catalog.kernel(name(catalog));
    String origin = edited.checkoutOf();
    List<SymbolChange> changes = SymbolChange.between(catalog.kernel(origin), edited);
    if (!changes.isEmpty()) {
      output.complain(
          patch
              + " changes "
              + String.join(", ", changes.stream().map(SymbolChange::symbol).toList())
              + ", too: a review takes its sources only; 'lastwords compare "
              + origin
              + " "
              + name(catalog)
              + "' takes all of it");
    }
  }

  private boolean isShipped(Catalog catalog) {
    return catalog.patches().containsKey(patch);
  }

  private static ScenarioException wrong(String message) {
    return new ScenarioException(List.of(message));
  }
}
