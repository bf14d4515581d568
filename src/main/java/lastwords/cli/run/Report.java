package lastwords.cli.run;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import lastwords.cli.cases.RunCase;
import lastwords.cli.cases.SingleRun;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.Output;
import lastwords.engine.RunResult;
import lastwords.outcome.NotifierRun;
import lastwords.outcome.Outcome;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.expect.Observe;

/**
 * A readable report of a run: the final consoles, the outcome, each sink's last words, and the
 * reason.
 */
public final class Report {
  private static final int WIDTH = 80;

  private final Output output;
  private final StackOption stack;
  private final PrintStream out;

  public Report(Output output, StackOption stack) {
    this.stack = stack;
    this.output = output;
    this.out = output.out();
  }

  /**
   * @param expected whether the expectations allow the outcome
   */
  public void print(
      RunCase run, RunResult result, List<Expectation> expectations, boolean expected) {
    result.consoles().forEach(this::console);
    out.println(output.faint("-".repeat(width())));
    outcome(run, result.outcome());
    judgement(result, expectations, expected);
    lastWords(result);
    section("panic notifiers", result.notifiers().stream().map(Report::notifier).toList());
    section("why", stack.shown(result.explanation()));
    out.println();
    output.command("again: ", run.reproduction());
  }

  private int width() {
    return Math.min(WIDTH, output.columns());
  }

  private void console(String name, List<String> lines) {
    String heading = "--- " + name + " ";
    out.println(output.faint(heading + "-".repeat(Math.max(0, width() - heading.length()))));
    lines.forEach(out::println);
  }

  private void outcome(RunCase run, Outcome outcome) {
    String variant = run.variant().equals("default") ? "" : " (" + run.variant() + ")";
    output.text(
        run.scenario() + variant + ", kernel " + run.kernel() + ", machine " + run.machine() + ":");
    output.text(output.bold(outcome.summary()));
  }

  private void judgement(RunResult result, List<Expectation> expectations, boolean expected) {
    Outcome outcome = result.outcome();
    if (expectations.isEmpty()) {
      return;
    }
    boolean undecided = SingleRun.undecided(expectations, outcome);
    String not = undecided ? "undecided; expected is" : "NOT as expected; expected is";
    output.text(expected ? output.green("as expected") : output.red(not));
    for (Expectation line : expectations) {
      boolean matches = line.observe() != Observe.NEVER && line.matches(outcome);
      if (expected ? matches : !matches || line.observe() == Observe.NEVER) {
        expectation(line, expected);
        unmet(line, result, expected);
      }
    }
  }

  /** What was found instead. */
  private void unmet(Expectation line, RunResult result, boolean expected) {
    if (!expected) {
      line.unmet(result.evidence()).forEach(it -> output.text("    " + it));
    }
  }

  private void expectation(Expectation line, boolean expected) {
    String because = line.because().isEmpty() ? "" : "because " + line.because();
    String text = expected ? because : line.text() + (because.isEmpty() ? "" : "\n    " + because);
    if (!text.isEmpty()) {
      output.text("  " + text);
    }
  }

  private void lastWords(RunResult result) {
    List<FinalWords> sinks = FinalWords.of(result);
    out.println();
    output.text(output.bold("last words"));
    for (FinalWords sink : sinks) {
      output.text("  " + sink.text());
    }
  }

  /** In the order in which they ran; the last one may not have returned. */
  private static String notifier(NotifierRun run) {
    String took = run.nanos() < 0 ? "" : String.format(Locale.ROOT, "%.3f ms", run.nanos() / 1e6);
    return String.format(
            Locale.ROOT, "%-28s %s", run.name(), run.over() ? took : "has not returned")
        .strip();
  }

  private void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      output.text(output.bold(title));
      lines.forEach(line -> output.text("  " + line));
    }
  }
}
