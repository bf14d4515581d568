package lastwords.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.machine.Machine;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.export.Export;
import lastwords.trace.export.ExportFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether and how a run's trace is written to a file. */
final class TraceOptions {
  @Option(names = "--trace", paramLabel = "FILE", description = "writes the run's steps to a file")
  private Optional<OutputFile> file = Optional.empty();

  @Option(
      names = "--trace-format",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES}; default: by the file's ending, else columns")
  private Optional<ExportFormat> format = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "writes a page that shows the run, step by step, to that file")
  private Optional<OutputFile> page = Optional.empty();

  @Option(
      names = "--watch",
      description = "plays the run back on the terminal; without a terminal like --story")
  private boolean watched;

  @Mixin private StoryOptions story;

  /** Collects the run's steps; empty if no trace is requested. */
  Optional<TraceBuffer> buffer() {
    boolean wanted = file.isPresent() || page.isPresent() || watched || story.shown();
    return wanted ? Optional.of(new TraceBuffer()) : Optional.empty();
  }

  /** Is more than the machine's steps needed? */
  boolean looksAtMachine() {
    return page.isPresent() || story.tellsCalls();
  }

  /** Fails before the run rather than after it. */
  void check() {
    export("");
  }

  /** Is the run to be played back? */
  boolean watched() {
    return watched;
  }

  /** The story, if requested; also if the run is to be played back and there is no terminal. */
  List<String> story(Optional<TraceBuffer> steps, Machine machine, boolean wasWatched)
      throws IOException {
    return steps.isPresent() && (story.shown() || watched && !wasWatched)
        ? story.lines(steps.get(), new StepNames(machine))
        : List.of();
  }

  /**
   * Writes the trace, if requested.
   *
   * @param title name of the run
   */
  void write(TraceBuffer trace, StepNames names, String title) throws IOException {
    if (file.isPresent()) {
      file.get().write(out -> export(title).write(trace, names, out));
    }
  }

  private Export export(String title) {
    Optional<ExportFormat> byEnding = file.flatMap(it -> ExportFormat.ofFile(it.toString()));
    return story.export(format.or(() -> byEnding).orElse(ExportFormat.COLUMNS), title);
  }

  /** Warns if nothing of the run was selected. */
  void warn(Output output) {
    story.warn(output);
  }

  /** Where the page is written. */
  Optional<Path> page() {
    return page.map(OutputFile::path);
  }
}
