package lastwords.scenario.expect;

import java.util.List;
import lastwords.outcome.Outcome;

/**
 * The outcomes of a case held against its expectations.
 *
 * @param lines one for each expectation, in order
 * @param unexpected outcomes that no line allows
 * @param runs how many runs were looked at whose end is known
 * @param undecided how many others there were: given up at a limit
 */
public record Judgement(List<Line> lines, List<Seen> unexpected, int runs, int undecided) {
  public Judgement {
    lines = List.copyOf(lines);
    unexpected = List.copyOf(unexpected);
  }

  /** An expectation, in how many runs it was seen, and whether that is as expected. */
  public record Line(Expectation expectation, int seen, boolean ok) {}

  /** An outcome and in how many runs it was seen. */
  public record Seen(Outcome outcome, int runs) {}

  /**
   * The same for runs that are but a sample: what was not seen sometimes may still come, so that is
   * no failure.
   */
  public Judgement ofSample() {
    List<Line> lenient =
        lines.stream()
            .map(it -> new Line(it.expectation(), it.seen(), it.ok() || missing(it)))
            .toList();
    return new Judgement(lenient, unexpected, runs, undecided);
  }

  /** Is it a line that says sometimes, and was not seen? */
  public static boolean missing(Line line) {
    return line.expectation().observe() == Observe.SOMETIMES && line.seen() == 0;
  }

  /** Is everything as expected, and every run's end known? */
  public boolean ok() {
    return runs > 0 && undecided == 0 && unexpected.isEmpty() && lines.stream().allMatch(Line::ok);
  }
}
