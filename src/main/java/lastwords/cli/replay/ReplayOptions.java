package lastwords.cli.replay;

import java.util.Optional;
import lastwords.cli.cases.StackOption;
import lastwords.trace.TraceFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a run that is made again is shown. */
final class ReplayOptions {
  @Option(
      names = "--trace",
      paramLabel = "F",
      description = "prints every step and nothing else: ${COMPLETION-CANDIDATES}")
  private Optional<TraceFormat> trace = Optional.empty();

  @Option(
      names = "--check",
      description = "says only whether it still comes out as it was recorded")
  private boolean check;

  @Mixin private StackOption stack;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  StackOption stack() {
    return stack;
  }

  Optional<TraceFormat> trace() {
    return trace;
  }

  boolean check() {
    return check;
  }

  boolean json() {
    return json;
  }
}
