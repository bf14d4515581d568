package lastwords.cli.cases;

import java.util.List;
import java.util.Map;
import lastwords.outcome.Outcome;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.expect.Expectations;
import lastwords.scenario.expect.Judgement;
import lastwords.scenario.expect.Observe;

/**
 * What a single run says about a case's expectations: a {@code sometimes} that it does not show is
 * no failure.
 */
public final class SingleRun {
  private SingleRun() {}

  /** Is nothing known of what the expectations speak of, since the run was given up? */
  public static boolean undecided(List<Expectation> expectations, Outcome outcome) {
    return Expectations.judge(expectations, Map.of(outcome, 1)).undecided() > 0;
  }

  public static boolean allows(List<Expectation> expectations, Outcome outcome) {
    Judgement judgement = Expectations.judge(expectations, Map.of(outcome, 1));
    boolean known = judgement.undecided() == 0 || expectations.isEmpty();
    return known
        && judgement.unexpected().isEmpty()
        && judgement.lines().stream()
            .allMatch(line -> line.ok() || line.expectation().observe() == Observe.SOMETIMES);
  }
}
