package lastwords.engine.compare;

import java.util.List;
import lastwords.engine.witness.RunSpec;
import lastwords.outcome.Outcome;

/**
 * An outcome on a side.
 *
 * @param often {@code always}, {@code sometimes}, {@code 12 of 1000 (0.7 to 2.1 %)}
 * @param count number of runs of a sample that show it; 0 if it was found by exploring
 * @param runSpec a run that shows it
 * @param explanation that run's
 */
public record Seen(
    Outcome outcome, String often, int count, RunSpec runSpec, List<String> explanation) {
  public Seen {
    explanation = List.copyOf(explanation);
  }
}
