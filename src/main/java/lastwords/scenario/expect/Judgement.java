package lastwords.scenario.expect;

import java.util.List;
import lastwords.outcome.Outcome;

/**
 * The outcomes of a case compared with its expectations.
 *
 * @param lines one per expectation, in order
 * @param unexpected outcomes that no line allows
 * @param runs number of runs whose end is known
 * @param undecided number of other runs: given up at a limit
 */
public record Judgement(List<Line> lines, List<Seen> unexpected, int runs, int undecided) {
  public Judgement {
    lines = List.copyOf(lines);
    unexpected = List.copyOf(unexpected);
  }

  /** An expectation, the number of runs that match it, and whether that is as expected. */
  public record Line(Expectation expectation, int seen, boolean ok) {}

  /** An outcome and the number of its runs. */
  public record Seen(Outcome outcome, int runs) {}

  /**
   * As above, for runs that are only a sample: a sometimes line that has not been seen is not a
   * failure, since it may still be.
   */
  public Judgement ofSample() {
    List<Line> lenient =
        lines.stream()
            .map(it -> new Line(it.expectation(), it.seen(), it.ok() || missing(it)))
            .toList();
    return new Judgement(lenient, unexpected, runs, undecided);
  }

  /** Is it a sometimes line that was not seen? */
  public static boolean missing(Line line) {
    return line.expectation().observe() == Observe.SOMETIMES && line.seen() == 0;
  }

  /** Is everything as expected, and every run's end known? */
  public boolean ok() {
    return runs > 0 && undecided == 0 && unexpected.isEmpty() && lines.stream().allMatch(Line::ok);
  }
}
