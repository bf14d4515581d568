package lastwords.scenario.expect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.outcome.Outcome;
import lastwords.scenario.expect.Judgement.Line;
import lastwords.scenario.expect.Judgement.Seen;

/** Judges the outcomes of a case's runs by its expectations. */
public final class Expectations {
  private Expectations() {}

  /**
   * An {@code always} line must match every run, a {@code sometimes} line at least one, a {@code
   * never} line none. An outcome that no always or sometimes line matches is unexpected, unless
   * there are no such lines. Runs that were ended by a limit do not count, unless a line names that
   * end.
   *
   * @param all outcomes and the number of runs of each
   */
  public static Judgement judge(List<Expectation> expectations, Map<Outcome, Integer> all) {
    Map<Outcome, Integer> observed = new LinkedHashMap<>(all);
    observed.keySet().removeIf(it -> !it.end().known() && !named(expectations, it));
    int runs = sum(observed);
    List<Line> lines = expectations.stream().map(it -> line(it, observed, runs)).toList();
    List<Seen> unexpected =
        observed.entrySet().stream()
            .filter(it -> it.getValue() > 0 && !allowed(expectations, it.getKey()))
            .map(it -> new Seen(it.getKey(), it.getValue()))
            .toList();
    return new Judgement(lines, unexpected, runs, sum(all) - runs);
  }

  private static int sum(Map<Outcome, Integer> observed) {
    return observed.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static boolean named(List<Expectation> expectations, Outcome outcome) {
    return expectations.stream()
        .anyMatch(it -> it.end().contains(outcome.end()) && it.matches(outcome));
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
