package lastwords.cli.search;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.Claims;
import lastwords.cli.cases.FaultSums;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.model.Action;
import lastwords.engine.walk.Schedule;
import lastwords.kernelc.source.Wording;
import lastwords.outcome.Outcome;
import lastwords.scenario.Case;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.expect.Judgement;
import lastwords.scenario.expect.Observe;

/**
 * A readable report of an exploration: the outcomes, the counts, the claims, and how each outcome
 * arises.
 */
public final class ExploreReport {
  private static final double WORTH_SAYING = 1e-9;
  private static final int EDGE = 12; // words shown of the end of a witness

  private final Output output;
  private final StackOption stack;
  private final PrintStream out;

  ExploreReport(Output output, StackOption stack) {
    this.stack = stack;
    this.output = output;
    this.out = output.out();
  }

  void print(CaseResult result, boolean judged) {
    Case made = result.made();
    Exploration found = result.exploration().orElseThrow();
    String variant = made.variant().equals("default") ? "" : " (" + made.variant() + ")";
    String kernel = made.kernel().name();
    output.text(
        made.scenario()
            + variant
            + ", kernel "
            + kernel
            + ", machine "
            + made.machine().name()
            + ":");
    table(result, found);
    out.println();
    counts(found);
    if (judged) {
      claims(result);
    }
    for (int i = 0; i < found.findings().size(); i++) {
      why(i + 1, found.findings().get(i));
    }
  }

  private void table(CaseResult result, Exploration found) {
    List<Expectation> claims = result.made().expectations();
    Table table = new Table("#", "observed", "expected", "states", "steps", "outcome");
    for (int i = 0; i < found.findings().size(); i++) {
      Finding finding = found.findings().get(i);
      table.row(
          Integer.toString(i + 1),
          observed(finding),
          expected(claims, finding.outcome()),
          Integer.toString(finding.states()),
          Integer.toString(finding.witness().size()),
          finding.outcome().summary());
    }
    for (Judgement.Line line : result.judgement().lines()) {
      if (line.seen() == 0) {
        Expectation claim = line.expectation();
        table.row(
            "-",
            found.exhausted() ? "never" : "not yet",
            claim.observe().word(),
            "0",
            "-",
            claim.text().replaceAll(" \\w+$", ""));
      }
    }
    table.print(output);
  }

  static String observed(Finding finding) {
    return finding.always() ? "always" : "sometimes";
  }

  /** The word of the first line that describes the outcome; a {@code never} takes precedence. */
  static String expected(List<Expectation> claims, Outcome outcome) {
    List<Observe> words =
        claims.stream().filter(it -> it.matches(outcome)).map(Expectation::observe).toList();
    if (words.contains(Observe.NEVER)) {
      return Observe.NEVER.word();
    }
    boolean any = claims.stream().allMatch(it -> it.observe() == Observe.NEVER);
    return words.isEmpty() ? any ? "-" : "not allowed" : words.get(0).word();
  }

  private void counts(Exploration found) {
    String end = found.end().word();
    output.text(
        Wording.count(found.states(), "state")
            + ", "
            + Wording.count(found.transitions(), "transition")
            + ", depth "
            + found.depth()
            + ", "
            + Wording.count(found.doomed(), "state")
            + " from which only a hang can follow");
    output.text(
        found.exhausted() ? output.green(end) : output.red(end + ": there may be more outcomes"));
    FaultSums.lines(found.faults(), found.exhausted()).forEach(output::text);
    if (!found.alike().isEmpty()) {
      output.text(
          found.alike() + " are interchangeable: states that differ by swapping them count once");
    }
    if (found.collision() > WORTH_SAYING) {
      out.printf(
          Locale.ROOT,
          "two states were taken for one with a probability below %.0e (--exact: 0)%n",
          2 * found.collision());
    }
  }

  private void claims(CaseResult result) {
    switch (result.claims()) {
      case HOLD -> output.text(output.green("as expected"));
      case UNDECIDED -> output.text(output.red("undecided: the expectations may or may not hold"));
      default -> output.text(output.red("NOT as expected"));
    }
    result.wrongStates().ifPresent(it -> output.text("  " + it));
    int all = result.judgement().runs();
    for (Judgement.Line line : result.judgement().lines()) {
      Claims claims = Claims.of(line, all, result.complete());
      if (claims != Claims.HOLD) {
        String where =
            ": in "
                + line.seen()
                + " of "
                + Wording.count(all, "final state")
                + ", "
                + claims.word();
        output.text("  " + line.expectation().text() + where);
        unmet(result, line.expectation()).forEach(it -> output.text("    " + it));
      }
    }
    result
        .judgement()
        .unexpected()
        .forEach(seen -> output.text("  not allowed: " + seen.outcome().summary()));
  }

  /** What the first outcome that does not match a line shows instead. */
  private static List<String> unmet(CaseResult result, Expectation claim) {
    return result.observed().keySet().stream()
        .filter(it -> !claim.matches(it))
        .findFirst()
        .flatMap(result::evidence)
        .map(claim::unmet)
        .orElse(List.of());
  }

  private void why(int number, Finding finding) {
    out.println();
    output.text(output.bold("outcome " + number + ": " + finding.outcome().summary()));
    stack.shown(finding.run().explanation()).forEach(line -> output.text("  " + line));
    output.text("  witness: " + ending(finding.witness()));
    if (!finding.cycle().isEmpty()) {
      output.text("  and then for ever: " + cycle(finding.cycle()));
    }
  }

  /** The end of a schedule, in words. */
  public static String ending(List<Action> schedule) {
    List<String> words = Schedule.words(schedule);
    int cut = Math.max(0, words.size() - EDGE);
    return (cut > 0 ? "... " : "") + String.join(" ", words.subList(cut, words.size()));
  }

  /** One iteration of a cycle, in words. */
  public static String cycle(List<Action> cycle) {
    List<String> words = Schedule.words(cycle);
    boolean all = words.size() <= 2 * EDGE;
    String rest = all ? "" : " ... (" + Wording.count(cycle.size(), "choice") + ")";
    return String.join(" ", words.subList(0, Math.min(words.size(), 2 * EDGE))) + rest;
  }
}
