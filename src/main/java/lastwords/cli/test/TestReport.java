package lastwords.cli.test;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.Claims;
import lastwords.cli.cases.FaultSums;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.kernelc.source.Wording;
import lastwords.outcome.Outcome;
import lastwords.scenario.Case;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.expect.Judgement;
import lastwords.scenario.expect.Observe;

/** The results of a test: a table, details of failures, and totals. */
public final class TestReport {
  private static final String UNDECIDED = "undecided: ended by a limit";

  private final Output output;
  private final StackOption stack;
  private final PrintStream out;

  public TestReport(Output output, StackOption stack) {
    this.stack = stack;
    this.output = output;
    this.out = output.out();
  }

  /**
   * @param cases number of cases to run
   */
  public void print(List<CaseResult> results, int cases) {
    Table table = new Table("scenario", "variant", "outcome", "expected", "seen", "verdict");
    results.forEach(result -> rows(table, result));
    if (!results.isEmpty()) {
      table.print(output);
    }
    results.forEach(this::neverFired);
    results.stream().filter(result -> !result.ok()).forEach(this::failure);
    count(results, cases);
  }

  private void neverFired(CaseResult result) {
    String name = result.made().scenario() + " (" + result.made().variant() + "): ";
    FaultSums.never(result).forEach(line -> output.text("\n" + name + line));
  }

  private void rows(Table table, CaseResult result) {
    Case made = result.made();
    if (result.broken()) {
      table.row(made.scenario(), made.variant(), "could not run", "", "", "ERROR");
      return;
    }
    Judgement judgement = result.judgement();
    for (Judgement.Line line : judgement.lines()) {
      String verdict = Claims.of(line, judgement.runs(), result.complete()).verdict();
      String expected = line.expectation().observe().word();
      row(table, result, outcome(result, line), expected, line.seen(), verdict);
    }
    for (Judgement.Seen seen : judgement.unexpected()) {
      row(table, result, seen.outcome().summary(), "not allowed", seen.runs(), "FAILED");
    }
    if (judgement.lines().isEmpty()) {
      result.observed().forEach((it, runs) -> row(table, result, it.summary(), "-", runs, "-"));
    } else if (judgement.undecided() > 0) {
      row(table, result, UNDECIDED, "-", judgement.undecided(), Claims.UNDECIDED.verdict());
    }
  }

  private static void row(
      Table table, CaseResult result, String outcome, String expected, int seen, String verdict) {
    Case made = result.made();
    Judgement judgement = result.judgement();
    String often = result.seen(seen, judgement.runs() + judgement.undecided());
    table.row(made.scenario(), made.variant(), outcome, expected, often, verdict);
  }

  /**
   * The only outcome seen that a line describes. If it describes several, the line itself: a count
   * of all of them next to one of them would contradict the other rows.
   */
  private static String outcome(CaseResult result, Judgement.Line line) {
    return only(result, line).orElse(line.expectation().text());
  }

  /** The outcome that a line is about, if there is only one. */
  static Optional<String> only(CaseResult result, Judgement.Line line) {
    List<String> seen =
        result.observed().keySet().stream()
            .filter(it -> line.expectation().matches(it))
            .map(Outcome::summary)
            .toList();
    return seen.size() == 1 ? Optional.of(seen.get(0)) : Optional.empty();
  }

  private void failure(CaseResult result) {
    out.println();
    String verdict = result.broken() ? "FAILED" : result.claims().verdict();
    output.text(
        output.red(verdict)
            + " "
            + result.made().scenario()
            + " ("
            + result.made().variant()
            + ")");
    result.problems().forEach(problem -> output.text("  " + problem));
    if (result.broken()) {
      return;
    }
    result.wrongStates().ifPresent(it -> output.text("  " + it));
    int undecided = result.judgement().undecided();
    if (undecided > 0) {
      output.text(
          "  " + Wording.count(undecided, "run") + " ended by a limit (limits.run, limits.steps)");
      result.undecided().ifPresent(it -> again(result, it));
    } else if (!result.complete()) {
      String end = result.exploration().map(it -> it.end().word()).orElse("");
      output.text("  " + end + ": the rest may contain more outcomes");
    }
    Judgement judgement = result.judgement();
    judgement.lines().stream()
        .filter(line -> Claims.of(line, judgement.runs(), result.complete()) != Claims.HOLD)
        .forEach(line -> claim(result, line));
    for (Judgement.Seen seen : judgement.unexpected()) {
      output.text("  no line allows: " + seen.outcome().summary());
      again(result, seen.outcome());
    }
  }

  private void again(CaseResult result, Outcome outcome) {
    stack.shown(result.explanation(outcome)).forEach(line -> output.text("      " + line));
    output.command("    again: ", result.reproduction(outcome));
  }

  private void claim(CaseResult result, Judgement.Line line) {
    Expectation claim = line.expectation();
    output.text("  " + claim.where() + ": " + claim.text());
    String what = result.exploration().isPresent() ? "final state" : "run";
    int all = result.judgement().runs();
    output.text("    seen in " + line.seen() + " of " + Wording.count(all, what) + because(claim));
    boolean never = claim.observe() == Observe.NEVER;
    for (Outcome outcome : result.observed().keySet()) {
      if (outcome.end().known() && claim.matches(outcome) == never) {
        output.text("    instead: " + outcome.summary());
        result.evidence(outcome).map(claim::unmet).orElse(List.of()).stream()
            .forEach(it -> output.text("      " + it));
        again(result, outcome);
        return;
      }
    }
  }

  private static String because(Expectation claim) {
    return claim.because().isEmpty() ? "" : "; expected because " + claim.because();
  }

  private void count(List<CaseResult> results, int cases) {
    long unjudged = results.stream().filter(it -> it.ok() && it.unjudged()).count();
    long ok = results.stream().filter(CaseResult::ok).count() - unjudged;
    int runs = results.stream().mapToInt(CaseResult::runs).sum();
    long states = results.stream().mapToLong(CaseResult::states).sum();
    String made =
        Wording.count(cases, "case")
            + ", "
            + Wording.count(runs, "run")
            + (states > 0 ? ", " + Wording.count(states, "state") : "");
    String without = unjudged > 0 ? ", " + unjudged + " without an expectation" : "";
    long not = results.size() - ok - unjudged;
    String line = made + ": " + ok + " as expected" + without + ", " + not + " not";
    String missing = results.size() == cases ? "" : ", " + (cases - results.size()) + " incomplete";
    out.println();
    boolean good = ok + unjudged == cases;
    output.text(good ? output.green(line) : output.red(line + missing));
  }
}
