package lastwords.cli.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.cli.console.Output;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.hocon.Span;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import lastwords.trace.story.StoryWriter;
import picocli.CommandLine.Option;

/** How much of a run is told, on the terminal and in a trace file. */
public final class StoryOptions {
  @Option(names = "--story", description = "prints what happened before the outcome")
  private boolean shown;

  @Option(
      names = "--level",
      paramLabel = "L",
      description = "level of detail: ${COMPLETION-CANDIDATES}; default: story, in a trace all")
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

  /** Is the story to be shown? */
  public boolean shown() {
    return shown;
  }

  /**
   * How a trace is written.
   *
   * @throws ScenarioException when there is a mistake
   */
  public StoryWriter trace(TraceFormat format) {
    StoryWriter writer = new StoryWriter(level.orElse(Level.ALL), filter(), format);
    if (!writer.isPossible()) {
      throw wrong("ftrace text has every step: leave out --level, --cpu and the like");
    }
    return writer;
  }

  /** The story as lines. */
  public List<String> lines(TraceBuffer trace, StepNames names) throws IOException {
    StringBuilder text = new StringBuilder();
    new StoryWriter(level.orElse(Level.STORY), filter(), TraceFormat.COLUMNS)
        .write(trace, names, text);
    return text.toString().lines().toList();
  }

  /** A story as a field of a JSON object; no field when there is no story. */
  public static SortedMap<String, List<String>> field(List<String> story) {
    return story.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of("story", story));
  }

  /** Prints a story, and a blank line after it. */
  public static void show(List<String> story, Output output) {
    story.forEach(output.out()::println);
    if (!story.isEmpty()) {
      output.out().println();
    }
  }

  private Filter filter() {
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
