package lastwords.cli;

import java.io.PrintStream;
import lastwords.cli.console.Output;
import lastwords.scenario.Judgement;

/** Whether what was seen is as expected, and if not, what is not. */
final class JudgementReport {
  private final Output output;

  JudgementReport(Output output) {
    this.output = output;
  }

  /**
   * @param seen what was counted: {@code runs}
   */
  void print(Judgement judgement, String seen) {
    PrintStream out = output.out();
    out.println();
    output.text(judgement.ok() ? output.green("as expected") : output.red("NOT as expected"));
    judgement.lines().stream()
        .filter(line -> !line.ok())
        .forEach(
            line ->
                output.text(
                    String.format(
                        "  %s: in %d of %d %s",
                        line.expectation().text(), line.seen(), judgement.runs(), seen)));
    judgement.lines().stream()
        .filter(line -> line.ok() && Judgement.missing(line))
        .forEach(
            line ->
                output.text(
                    String.format(
                        "  not seen in %d %s: %s ("
                            + output.program()
                            + " explore tells whether it can come)",
                        judgement.runs(),
                        seen,
                        line.expectation().text())));
    judgement.unexpected().forEach(it -> output.text("  not allowed: " + it.outcome().summary()));
  }
}
