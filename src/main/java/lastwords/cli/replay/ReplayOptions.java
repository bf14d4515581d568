package lastwords.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.OutputFile;
import lastwords.cli.run.StoryOptions;
import lastwords.machine.Machine;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import lastwords.trace.story.StoryWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a replayed run is shown. */
final class ReplayOptions {
  @Option(
      names = "--trace",
      paramLabel = "F",
      description = "prints only the steps: ${COMPLETION-CANDIDATES}")
  private Optional<TraceFormat> trace = Optional.empty();

  @Option(names = "--check", description = "prints only whether the outcome is as recorded")
  private boolean check;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "writes a page that shows the run, step by step, to that file")
  private Optional<OutputFile> page = Optional.empty();

  @Mixin private StoryOptions story;

  @Mixin private StackOption stack;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  StackOption stack() {
    return stack;
  }

  /** How every step is printed; empty if something else was requested. */
  Optional<StoryWriter> trace() {
    return trace.map(story::trace);
  }

  StoryOptions story() {
    return story;
  }

  boolean check() {
    return check;
  }

  boolean json() {
    return json;
  }

  /** Where the page is written. */
  Optional<Path> page() {
    return page.map(OutputFile::path);
  }

  /** The story, if requested. */
  List<String> storyLines(TraceBuffer steps, Machine machine) throws IOException {
    return story.shown() ? story.lines(steps, new StepNames(machine)) : List.of();
  }

  /** A column for each CPU. */
  static StoryWriter everyStep() {
    return new StoryWriter(Level.ALL, Filter.ALL, TraceFormat.COLUMNS);
  }
}
