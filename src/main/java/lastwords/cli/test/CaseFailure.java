package lastwords.cli.test;

import java.util.Locale;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.Claims;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.expect.Judgement;

/** What is wrong with a case that is not as expected, for machine-readable formats. */
final class CaseFailure {
  private CaseFailure() {}

  /** In one to three words. */
  static String message(CaseResult result) {
    if (result.broken()) {
      return "could not run";
    }
    return result.claims() == Claims.UNDECIDED ? "undecided" : "not as expected";
  }

  /** In lines: each expectation, what was seen, and the command that shows it. */
  static String detail(CaseResult result) {
    if (result.broken()) {
      return String.join("\n", result.problems());
    }
    StringBuilder text = new StringBuilder();
    Judgement judgement = result.judgement();
    for (Judgement.Line line : judgement.lines()) {
      Claims claims = Claims.of(line, judgement.runs(), result.complete());
      text.append(String.format(Locale.ROOT, "%-9s ", claims.verdict()))
          .append(line.expectation().text());
      text.append(": seen in ").append(line.seen()).append(" of ").append(judgement.runs());
      text.append('\n');
    }
    result.wrongStates().ifPresent(it -> text.append("FAILED    ").append(it).append('\n'));
    result.exploration().ifPresent(it -> text.append(it.end().word()).append('\n'));
    if (judgement.undecided() > 0) {
      text.append("UNDECIDED ")
          .append(Wording.count(judgement.undecided(), "run"))
          .append(" ended by a limit\n");
    }
    String what = result.exploration().isPresent() ? " final states: " : " runs: ";
    result
        .observed()
        .forEach(
            (outcome, runs) -> {
              text.append(runs).append(what).append(outcome.summary()).append('\n');
              text.append("  ").append(result.reproduction(outcome)).append('\n');
            });
    return text.toString();
  }
}
