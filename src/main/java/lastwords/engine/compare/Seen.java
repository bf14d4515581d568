package lastwords.engine.compare;

import java.util.List;
import lastwords.engine.witness.RunSpec;
import lastwords.outcome.Outcome;

/**
 * An outcome that a side has.
 *
 * @param often {@code always}, {@code sometimes}, {@code 12 of 1000 (0.7 to 2.1 %)}
 * @param count the runs of a sample that show it; 0 when it was found by exploring
 * @param runSpec a run that shows it
 * @param explanation of that run
 */
public record Seen(
    Outcome outcome, String often, int count, RunSpec runSpec, List<String> explanation) {
  public Seen {
    explanation = List.copyOf(explanation);
  }
}
