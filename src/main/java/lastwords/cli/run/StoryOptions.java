package lastwords.cli.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.hocon.Span;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import lastwords.trace.story.Story;
import lastwords.trace.story.StoryJson;
import lastwords.trace.story.StoryText;
import lastwords.trace.story.Told;
import picocli.CommandLine.Option;

/** How much of a run is told. */
public final class StoryOptions {
  @Option(names = "--story", description = "tells what happened, step by step, before the outcome")
  private boolean shown;

  @Option(
      names = "--level",
      paramLabel = "L",
      description =
          "how much of it: ${COMPLETION-CANDIDATES}; default: story with --story, all with --trace")
  private Optional<Level> level = Optional.empty();

  @Option(
      names = "--cpu",
      paramLabel = "N,...",
      split = ",",
      description = "only what these CPUs do; 'machine' is what no CPU does")
  private List<String> cpus = List.of();

  @Option(
      names = "--function",
      paramLabel = "F,...",
      split = ",",
      description = "only what happens in these functions")
  private List<String> functions = List.of();

  @Option(
      names = "--lock",
      paramLabel = "L,...",
      split = ",",
      description = "only what is done to these locks")
  private List<String> locks = List.of();

  @Option(names = "--since", paramLabel = "TIME", description = "from this emulated time on: 1.5ms")
  private Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "up to this emulated time")
  private Optional<String> until = Optional.empty();

  /** Is the story to be printed? */
  public boolean shown() {
    return shown;
  }

  /** Is a trace file to have every step? */
  boolean wholeTrace() {
    return level.orElse(Level.ALL) == Level.ALL && filter().equals(Filter.ALL);
  }

  /** Fails when there is a mistake. */
  public void check() {
    filter();
  }

  private Filter filter() {
    return new Filter(
        cpuNumbers(),
        new TreeSet<>(functions),
        new TreeSet<>(locks),
        since.map(it -> nanos("--since", it)).orElse(0L),
        until.map(it -> nanos("--until", it)).orElse(Long.MAX_VALUE));
  }

  private Set<Integer> cpuNumbers() {
    Set<Integer> numbers = new TreeSet<>();
    for (String word : cpus) {
      if (!word.matches("\\d{1,3}|machine")) {
        throw wrong("--cpu " + word + ": expected numbers with commas between them, or 'machine'");
      }
      numbers.add(word.equals("machine") ? -1 : Integer.parseInt(word));
    }
    return numbers;
  }

  private static long nanos(String option, String text) {
    return Span.nanos(text)
        .orElseThrow(() -> wrong(option + " " + text + ": expected a time such as 1.5ms"));
  }

  private static ScenarioException wrong(String message) {
    return new ScenarioException(new ArrayList<>(List.of(message)));
  }

  /** Prints the story for people. */
  public void print(TraceBuffer trace, StepNames names, Appendable out) throws IOException {
    StoryText.write(told(trace, names, Level.STORY), out);
  }

  /** Writes it to a trace file. */
  void write(TraceBuffer trace, StepNames names, TraceFormat format, Appendable out)
      throws IOException {
    List<Told> told = told(trace, names, Level.ALL);
    switch (format) {
      case COLUMNS -> StoryText.write(told, out);
      case JSONL -> StoryJson.write(told, out);
      case FTRACE -> throw wrong("--trace-format ftrace has every step: leave out --level");
    }
  }

  private List<Told> told(TraceBuffer trace, StepNames names, Level unlessSaid) throws IOException {
    return Story.of(trace, names, level.orElse(unlessSaid), filter());
  }
}
