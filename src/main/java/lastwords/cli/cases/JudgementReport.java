package lastwords.cli.cases;

import java.io.PrintStream;
import java.util.Locale;
import lastwords.cli.console.Output;
import lastwords.scenario.expect.Judgement;

/** Reports whether the result is as expected, and if not, what is not. */
public final class JudgementReport {
  private final Output output;

  public JudgementReport(Output output) {
    this.output = output;
  }

  /**
   * @param seen what was counted: {@code runs}
   */
  public void print(Judgement judgement, String seen) {
    PrintStream out = output.out();
    out.println();
    boolean failed = !judgement.unexpected().isEmpty() || anyFailed(judgement);
    String not = failed ? "NOT as expected" : "undecided: the expectations may or may not hold";
    output.text(judgement.ok() ? output.green("as expected") : output.red(not));
    if (judgement.undecided() > 0) {
      output.text("  " + judgement.undecided() + " " + seen + " were ended by a limit");
    }
    judgement.lines().stream()
        .filter(line -> !line.ok() && judgement.runs() > 0)
        .forEach(
            line ->
                output.text(
                    String.format(
                        Locale.ROOT,
                        "  %s: in %d of %d %s",
                        line.expectation().text(),
                        line.seen(),
                        judgement.runs(),
                        seen)));
    judgement.lines().stream()
        .filter(line -> line.ok() && Judgement.missing(line))
        .forEach(
            line ->
                output.text(
                    String.format(
                        Locale.ROOT,
                        "  not seen in %d %s: %s ("
                            + output.program()
                            + " explore shows whether it is possible)",
                        judgement.runs(),
                        seen,
                        line.expectation().text())));
    judgement.unexpected().forEach(it -> output.text("  not allowed: " + it.outcome().summary()));
  }

  private static boolean anyFailed(Judgement judgement) {
    return judgement.runs() > 0 && judgement.lines().stream().anyMatch(line -> !line.ok());
  }
}
