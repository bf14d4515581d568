package lastwords.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.JsonReport;
import lastwords.cli.console.Output;
import lastwords.cli.witness.WitnessFiles;
import lastwords.cli.witness.WitnessRun;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.trace.StepNames;
import lastwords.trace.TraceDiff;
import lastwords.trace.TraceDiff.Difference;
import lastwords.trace.TraceFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords diff}. */
@Command(
    name = "diff",
    description = {
      "Shows the first difference of two traces or witnesses, and what decided it.",
      "Exit code 1 if there is one. Traces in the format jsonl contain the most detail."
    },
    sortOptions = false)
public final class DiffCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "a trace written by run --trace, or a witness")
  private Path left;

  @Parameters(index = "1", paramLabel = "FILE", description = "another one in the same format")
  private Path right;

  @Option(names = "--times", description = "also compares times")
  private boolean times;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public DiffCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Difference> difference = difference();
    if (json) {
      output.out().println(json(difference));
    } else {
      difference.ifPresentOrElse(
          this::show, () -> output.out().println("the traces are identical"));
    }
    return difference.isPresent() ? ExitCode.UNEXPECTED : ExitCode.OK;
  }

  private Optional<Difference> difference() throws IOException {
    boolean witness = WitnessFiles.isWitness(left.toString());
    if (witness != WitnessFiles.isWitness(right.toString())) {
      throw new ScenarioException(
          List.of(
              (witness ? left : right) + " is a witness, " + (witness ? right : left) + " is not"));
    }
    return witness
        ? TraceDiff.compare(trace(left), trace(right), times)
        : TraceDiff.compare(left, right, times);
  }

  /** The trace of a witness's run, as JSON lines. */
  private static String trace(Path file) throws IOException {
    WitnessRun run = WitnessRun.of(file);
    StringBuilder text = new StringBuilder();
    TraceFormat.JSONL.write(run.steps(), new StepNames(run.done().machine()), text);
    return text.toString();
  }

  private String json(Optional<Difference> difference) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("left", left.toString());
    document.put("right", right.toString());
    document.put("same", difference.isEmpty());
    difference.ifPresent(
        it -> {
          document.put("line", it.line());
          document.put("before", it.before());
          document.put("leftLines", it.left());
          document.put("rightLines", it.right());
          document.put("decision", it.blame());
        });
    return JsonReport.document("diff", document);
  }

  private void show(Difference difference) {
    output.out().println("the traces diverge at line " + difference.line());
    difference.before().forEach(line -> output.out().println("    " + output.faint(line)));
    side("  < ", left, difference.left());
    side("  > ", right, difference.right());
    if (!difference.blame().isEmpty()) {
      output.out().println("the first step with a different effect");
      difference.blame().forEach(line -> output.out().println(line));
    }
  }

  private void side(String mark, Path file, List<String> lines) {
    if (lines.isEmpty()) {
      output.out().println(mark + file + " ends here");
    }
    lines.forEach(line -> output.out().println(mark + line));
  }
}
