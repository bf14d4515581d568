package lastwords.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.trace.TraceDiff;
import lastwords.trace.TraceDiff.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lastwords diff}. */
@Command(
    name = "diff",
    description = "Shows the first difference of two traces; exit code 1 when there is one.")
final class DiffCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(index = "0", paramLabel = "TRACE", description = "written by run --trace")
  private Path left;

  @Parameters(index = "1", paramLabel = "TRACE", description = "in the same format")
  private Path right;

  DiffCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Difference> difference = TraceDiff.compare(left, right);
    difference.ifPresentOrElse(this::show, () -> output.out().println("the traces are the same"));
    return difference.isPresent() ? ExitCode.UNEXPECTED : ExitCode.OK;
  }

  private void show(Difference difference) {
    output.out().println("the traces part in line " + difference.line());
    difference.before().forEach(line -> output.out().println("    " + output.faint(line)));
    side("  < ", left, difference.left());
    side("  > ", right, difference.right());
  }

  private void side(String mark, Path file, List<String> lines) {
    if (lines.isEmpty()) {
      output.out().println(mark + file + " ends here");
    }
    lines.forEach(line -> output.out().println(mark + line));
  }
}
