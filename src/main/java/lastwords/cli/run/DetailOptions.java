package lastwords.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.cli.console.Output;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.hocon.Span;
import lastwords.trace.export.Export;
import lastwords.trace.export.ExportFormat;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import picocli.CommandLine.Option;

/** How much of a run is told, and which part. */
public final class DetailOptions {
  @Option(
      names = "--level",
      paramLabel = "L",
      description =
          "level of detail: ${COMPLETION-CANDIDATES}; default: story; in a file as usual for its format")
  private Optional<Level> level = Optional.empty();

  @Option(
      names = "--cpu",
      paramLabel = "N",
      split = ",",
      description = "only these CPUs: 0,2; 'machine' selects events of no CPU")
  private List<String> cpus = List.of();

  @Option(
      names = "--function",
      paramLabel = "F",
      split = ",",
      description = "only steps in these functions")
  private List<String> functions = List.of();

  @Option(
      names = "--lock",
      paramLabel = "L",
      split = ",",
      description = "only operations on these locks")
  private List<String> locks = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "starts at this emulated time: 1.5ms")
  private Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "ends at this emulated time")
  private Optional<String> until = Optional.empty();

  private Optional<Filter> filter = Optional.empty();

  /** The level; empty: the default. */
  public Optional<Level> level() {
    return level;
  }

  /**
   * How a trace is written.
   *
   * @param title name of the run
   * @throws ScenarioException if the options are wrong
   */
  public Export export(ExportFormat format, String title) {
    Export export = new Export(format, level, filter(), title);
    if (!export.isPossible()) {
      throw wrong("ftrace text has every step: leave out --level, --cpu and the like");
    }
    return export;
  }

  /**
   * The filter.
   *
   * @throws ScenarioException if the options are wrong
   */
  public Filter filter() {
    filter = filter.or(() -> Optional.of(read()));
    return filter.get();
  }

  /** Warns if a filter was given and nothing was selected. */
  public void warn(Output output) {
    if (filter().hasSelectedNothing()) {
      output.complain("nothing was selected by " + words());
    }
  }

  private String words() {
    List<String> words = new ArrayList<>();
    add(words, "--cpu", cpus);
    add(words, "--function", functions);
    add(words, "--lock", locks);
    add(words, "--since", since.stream().toList());
    add(words, "--until", until.stream().toList());
    return String.join(" ", words);
  }

  private static void add(List<String> words, String option, List<String> values) {
    if (!values.isEmpty()) {
      words.add(option + " " + String.join(",", values));
    }
  }

  private Filter read() {
    return new Filter(
        cpuNumbers(),
        new TreeSet<>(functions),
        new TreeSet<>(locks),
        since.map(it -> Span.ofOption("--since", it, "1.5ms")).orElse(0L),
        until.map(it -> Span.ofOption("--until", it, "1.5ms")).orElse(Long.MAX_VALUE));
  }

  private Set<Integer> cpuNumbers() {
    Set<Integer> numbers = new TreeSet<>();
    for (String word : cpus) {
      if (!word.matches("\\d{1,3}|machine")) {
        throw wrong("--cpu " + word + ": expected numbers separated by commas, or 'machine'");
      }
      numbers.add(word.equals("machine") ? -1 : Integer.parseInt(word));
    }
    return numbers;
  }

  private static ScenarioException wrong(String message) {
    return new ScenarioException(List.of(message));
  }
}
