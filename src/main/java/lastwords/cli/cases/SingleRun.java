package lastwords.cli.cases;

import java.util.List;
import java.util.Map;
import lastwords.outcome.Outcome;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.expect.Expectations;
import lastwords.scenario.expect.Judgement;
import lastwords.scenario.expect.Observe;

/**
 * Judges a single run by a case's expectations: a {@code sometimes} line that it does not show is
 * not a failure.
 */
public final class SingleRun {
  private SingleRun() {}

  /** Was the run ended by a limit, so that the expectations can be neither met nor missed? */
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
