package lastwords.engine.compare;

import java.util.List;
import lastwords.engine.witness.Way;
import lastwords.verdict.Outcome;

/**
 * An outcome that a side has.
 *
 * @param often {@code always}, {@code sometimes}, {@code 12 of 1000}
 * @param way a run that shows it
 * @param explanation of that run
 */
public record Seen(Outcome outcome, String often, Way way, List<String> explanation) {
  public Seen {
    explanation = List.copyOf(explanation);
  }
}
