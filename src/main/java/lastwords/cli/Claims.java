package lastwords.cli;

import java.util.Locale;
import lastwords.scenario.Judgement;
import lastwords.scenario.Observe;

/** What an exploration says about a case's expectations. */
enum Claims {
  HOLD,
  /** A bound was reached before the claims were known to hold or not; that is no success. */
  UNDECIDED,
  /** Something was found that they do not allow, or what they claim is not there. */
  FAIL;

  static Claims of(Judgement judgement, boolean exhausted) {
    if (exhausted) {
      return judgement.ok() ? HOLD : FAIL;
    }
    return refuted(judgement) ? FAIL : UNDECIDED;
  }

  /**
   * More states cannot make good an outcome that is not allowed; they can add one that is to be
   * seen.
   */
  private static boolean refuted(Judgement judgement) {
    boolean never =
        judgement.lines().stream()
            .anyMatch(line -> line.expectation().observe() == Observe.NEVER && !line.ok());
    boolean always =
        judgement.lines().stream()
            .anyMatch(
                line ->
                    line.expectation().observe() == Observe.ALWAYS
                        && line.seen() < judgement.runs());
    return never || always || !judgement.unexpected().isEmpty();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
