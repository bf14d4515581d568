package lastwords.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.scenario.Case;
import lastwords.scenario.Expectations;
import lastwords.scenario.Judgement;
import lastwords.scenario.Overrides;
import lastwords.verdict.Outcome;

/**
 * What became of a case.
 *
 * @param observed outcomes and in how many runs each was seen, in the order in which they were
 *     first seen
 * @param firstSeeds the first seed that showed each
 * @param problems why it could not run; empty when it could
 * @param nanos real time that the runs took, summed
 */
record CaseResult(
    NamedCase named,
    Map<Outcome, Integer> observed,
    Map<Outcome, Long> firstSeeds,
    List<String> problems,
    long nanos) {
  CaseResult {
    observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
    firstSeeds = Collections.unmodifiableMap(new LinkedHashMap<>(firstSeeds));
    problems = List.copyOf(problems);
  }

  Case made() {
    return named.made();
  }

  Judgement judgement() {
    return Expectations.judge(made().expectations(), observed);
  }

  /** Could it not run at all? */
  boolean broken() {
    return !problems.isEmpty();
  }

  boolean ok() {
    return !broken() && judgement().ok();
  }

  int runs() {
    return observed.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The command line that shows this outcome. */
  String reproduction(Outcome outcome) {
    return Reproduction.of(named.name(), made().variant(), Overrides.NONE, firstSeeds.get(outcome));
  }
}
