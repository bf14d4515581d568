package lastwords.cli;

import java.io.PrintStream;
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
    out.println(judgement.ok() ? output.green("as expected") : output.red("NOT as expected"));
    judgement.lines().stream()
        .filter(line -> !line.ok())
        .forEach(
            line ->
                out.printf(
                    "  %s: in %d of %d %s%n",
                    line.expectation().text(), line.seen(), judgement.runs(), seen));
    judgement.lines().stream()
        .filter(line -> line.ok() && Judgement.missing(line))
        .forEach(
            line ->
                out.printf(
                    "  not seen in %d %s: %s (lastwords explore tells whether it can come)%n",
                    judgement.runs(), seen, line.expectation().text()));
    judgement.unexpected().forEach(it -> out.println("  not allowed: " + it.outcome().summary()));
  }
}
