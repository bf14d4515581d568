package lastwords.cli.cases;

import java.util.Locale;
import lastwords.scenario.expect.Judgement;
import lastwords.scenario.expect.Observe;

/** Whether a case's expectations hold. */
public enum Claims {
  HOLD,
  /** A bound was reached before it was known whether they hold; that does not count as success. */
  UNDECIDED,
  /** Something was found that they do not allow, or something that they require was not. */
  FAIL;

  /**
   * @param all whether everything was examined
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
   * Of one line. More states cannot remove what it forbids; they can still show what it requires.
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

  /** Its word in a table of results. */
  public String verdict() {
    return this == HOLD ? "ok" : this == FAIL ? "FAILED" : "UNDECIDED";
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How often something was seen, out of how many. */
  static String observed(int seen, int all) {
    return (seen == 0 ? Observe.NEVER : seen == all ? Observe.ALWAYS : Observe.SOMETIMES).word();
  }
}
