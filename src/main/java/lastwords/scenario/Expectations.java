package lastwords.scenario;

import java.util.List;
import java.util.Map;
import lastwords.scenario.Judgement.Line;
import lastwords.scenario.Judgement.Seen;
import lastwords.verdict.Outcome;

/** Judges the outcomes of a case's runs by its expectations. */
public final class Expectations {
  private Expectations() {}

  /**
   * An {@code always} line must match every run, a {@code sometimes} line at least one, a {@code
   * never} line none. An outcome that no always or sometimes line matches is unexpected, unless
   * there are no such lines.
   *
   * @param observed outcomes and in how many runs each was seen
   */
  public static Judgement judge(List<Expectation> expectations, Map<Outcome, Integer> observed) {
    int runs = observed.values().stream().mapToInt(Integer::intValue).sum();
    List<Line> lines = expectations.stream().map(it -> line(it, observed, runs)).toList();
    List<Seen> unexpected =
        observed.entrySet().stream()
            .filter(it -> it.getValue() > 0 && !allowed(expectations, it.getKey()))
            .map(it -> new Seen(it.getKey(), it.getValue()))
            .toList();
    return new Judgement(lines, unexpected, runs);
  }

  private static Line line(Expectation expectation, Map<Outcome, Integer> observed, int runs) {
    int seen =
        observed.entrySet().stream()
            .filter(it -> expectation.matches(it.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    boolean ok =
        switch (expectation.observe()) {
          case ALWAYS -> seen == runs && runs > 0;
          case SOMETIMES -> seen > 0;
          case NEVER -> seen == 0;
        };
    return new Line(expectation, seen, ok);
  }

  private static boolean allowed(List<Expectation> expectations, Outcome outcome) {
    List<Expectation> allowing =
        expectations.stream().filter(it -> it.observe() != Observe.NEVER).toList();
    return allowing.isEmpty() || allowing.stream().anyMatch(it -> it.matches(outcome));
  }
}
