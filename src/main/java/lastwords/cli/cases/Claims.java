package lastwords.cli.cases;

import java.util.Locale;
import lastwords.scenario.expect.Judgement;
import lastwords.scenario.expect.Observe;

/** What was found out about a case's expectations. */
public enum Claims {
  HOLD,
  /** A bound was reached before the claims were known to hold or not; that is no success. */
  UNDECIDED,
  /** Something was found that they do not allow, or what they claim is not there. */
  FAIL;

  /**
   * @param all whether there is nothing that was not looked at
   */
  public static Claims of(Judgement judgement, boolean all) {
    boolean complete = all && judgement.undecided() == 0;
    boolean refuted = !judgement.unexpected().isEmpty() || judgement.runs() == 0 && complete;
    Claims worst = refuted ? FAIL : complete ? HOLD : UNDECIDED;
    for (Judgement.Line line : judgement.lines()) {
      Claims claims = of(line, judgement.runs(), complete);
      worst = claims.compareTo(worst) > 0 ? claims : worst;
    }
    return worst;
  }

  /**
   * Of one line. More states cannot make good what it does not allow; they can show what it asks
   * for.
   */
  public static Claims of(Judgement.Line line, int runs, boolean complete) {
    if (complete) {
      return line.ok() ? HOLD : FAIL;
    }
    boolean seen = line.seen() > 0;
    return switch (line.expectation().observe()) {
      case SOMETIMES -> seen ? HOLD : UNDECIDED;
      case ALWAYS -> line.seen() < runs ? FAIL : UNDECIDED;
      case NEVER -> seen ? FAIL : UNDECIDED;
    };
  }

  /** In a table of results. */
  public String verdict() {
    return this == HOLD ? "ok" : this == FAIL ? "FAILED" : "UNDECIDED";
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How often something was seen among so many. */
  static String observed(int seen, int all) {
    return (seen == 0 ? Observe.NEVER : seen == all ? Observe.ALWAYS : Observe.SOMETIMES).word();
  }
}
