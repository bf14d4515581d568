package lastwords.cli.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import picocli.CommandLine.Option;

/** Whether and how a run's trace is written. */
final class TraceOptions {
  @Option(names = "--trace", paramLabel = "FILE", description = "writes every step to that file")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--trace-format",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
  private TraceFormat format = TraceFormat.COLUMNS;

  /** What takes the run's steps: nothing when no trace is wanted. */
  Optional<TraceBuffer> buffer() {
    return file.map(it -> new TraceBuffer());
  }

  /** Fails before the run rather than after it. */
  void check() throws IOException {
    if (file.isPresent()) {
      Files.newBufferedWriter(file.get()).close();
    }
  }

  void write(TraceBuffer trace, StepNames names) throws IOException {
    if (file.isPresent()) {
      try (Writer out = Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8)) {
        format.write(trace, names, out);
      }
    }
  }
}
