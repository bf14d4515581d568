package lastwords.cli;

import java.util.List;
import java.util.Map;
import lastwords.scenario.Expectation;
import lastwords.scenario.Expectations;
import lastwords.scenario.Judgement;
import lastwords.scenario.Observe;
import lastwords.verdict.Outcome;

/**
 * What a single run says about a case's expectations: a {@code sometimes} that it does not show is
 * no failure.
 */
final class Verdicts {
  private Verdicts() {}

  static boolean allows(List<Expectation> expectations, Outcome outcome) {
    Judgement judgement = Expectations.judge(expectations, Map.of(outcome, 1));
    return judgement.unexpected().isEmpty()
        && judgement.lines().stream()
            .allMatch(line -> line.ok() || line.expectation().observe() == Observe.SOMETIMES);
  }
}
