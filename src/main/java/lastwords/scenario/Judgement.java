package lastwords.scenario;

import java.util.List;
import lastwords.verdict.Outcome;

/**
 * What became of a case's expectations.
 *
 * @param lines one for each expectation, in order
 * @param unexpected outcomes that no line allows
 * @param runs how many runs were looked at
 */
public record Judgement(List<Line> lines, List<Seen> unexpected, int runs) {
  public Judgement {
    lines = List.copyOf(lines);
    unexpected = List.copyOf(unexpected);
  }

  /** An expectation, in how many runs it was seen, and whether that is as expected. */
  public record Line(Expectation expectation, int seen, boolean ok) {}

  /** An outcome and in how many runs it was seen. */
  public record Seen(Outcome outcome, int runs) {}

  /** Is everything as expected? */
  public boolean ok() {
    return runs > 0 && unexpected.isEmpty() && lines.stream().allMatch(Line::ok);
  }
}
