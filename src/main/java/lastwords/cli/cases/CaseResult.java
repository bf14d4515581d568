package lastwords.cli.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lastwords.engine.RunResult;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.outcome.FaultTotal;
import lastwords.outcome.Outcome;
import lastwords.outcome.evidence.Evidence;
import lastwords.scenario.Case;
import lastwords.scenario.expect.CheckMethod;
import lastwords.scenario.expect.Expectations;
import lastwords.scenario.expect.Judgement;
import lastwords.scenario.setting.Overrides;

/**
 * The result of a case.
 *
 * @param observed outcomes and the number of runs (for an exploration, of final states) of each, in
 *     the order in which they were first seen
 * @param firstSeeds the first seed that showed each
 * @param shown the evidence of the first run of each; of seeded runs
 * @param exploration of every interleaving, if the case is judged by that
 * @param stated number of states that the scenario states
 * @param faults of seeded runs: how often each fired
 * @param problems why it could not run; empty if it could
 * @param nanos real time, summed over the runs
 */
public record CaseResult(
    NamedCase named,
    Map<Outcome, Integer> observed,
    Map<Outcome, Long> firstSeeds,
    Map<Outcome, Evidence> shown,
    Optional<Exploration> exploration,
    OptionalInt stated,
    List<FaultTotal> faults,
    List<String> problems,
    long nanos) {
  public CaseResult {
    observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
    firstSeeds = Collections.unmodifiableMap(new LinkedHashMap<>(firstSeeds));
    shown = Map.copyOf(shown);
    faults = List.copyOf(faults);
    problems = List.copyOf(problems);
  }

  /** Of a case that could not run. */
  public static CaseResult broken(NamedCase named, List<String> problems) {
    return new CaseResult(
        named,
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        OptionalInt.empty(),
        List.of(),
        problems,
        0);
  }

  /** Of seeded runs. */
  public static CaseResult ran(
      NamedCase named,
      Map<Outcome, Integer> observed,
      Map<Outcome, Long> firstSeeds,
      Map<Outcome, Evidence> shown,
      List<FaultTotal> faults,
      long nanos) {
    return new CaseResult(
        named,
        observed,
        firstSeeds,
        shown,
        Optional.empty(),
        OptionalInt.empty(),
        faults,
        List.of(),
        nanos);
  }

  /**
   * Of an exploration.
   *
   * @param earlyTimeouts whether it had early timeouts
   */
  public static CaseResult explored(
      NamedCase named, Exploration found, boolean earlyTimeouts, long nanos) {
    CheckMethod method = named.made().checkMethod();
    boolean same = method.earlyTimeouts() == earlyTimeouts;
    OptionalInt stated = same ? method.states() : OptionalInt.empty();
    Map<Outcome, Integer> observed = new LinkedHashMap<>();
    found.findings().forEach(it -> observed.put(it.outcome(), it.states()));
    Map<Outcome, Long> seeds = Map.of();
    return new CaseResult(
        named, observed, seeds, Map.of(), Optional.of(found), stated, List.of(), List.of(), nanos);
  }

  public Case made() {
    return named.made();
  }

  public Judgement judgement() {
    return Expectations.judge(made().expectations(), observed);
  }

  /** Could it not run at all? */
  public boolean broken() {
    return !problems.isEmpty();
  }

  public boolean ok() {
    return !broken() && claims() == Claims.HOLD;
  }

  /** Does it have no expectations? */
  public boolean unjudged() {
    return !broken() && made().expectations().isEmpty() && stated.isEmpty();
  }

  public Claims claims() {
    return wrongStates().isPresent() ? Claims.FAIL : Claims.of(judgement(), complete());
  }

  /** Was everything examined? For seeded runs: did they all end by themselves? */
  public boolean complete() {
    boolean all = exploration.map(Exploration::exhausted).orElse(true);
    return all && judgement().undecided() == 0;
  }

  /** How the number of states differs from what the scenario states. */
  public Optional<String> wrongStates() {
    int found = exploration.filter(Exploration::exhausted).map(Exploration::states).orElse(-1);
    int wanted = stated.orElse(found);
    return found >= 0 && wanted != found
        ? Optional.of("states = " + wanted + " is stated, but there are " + found)
        : Optional.empty();
  }

  /** An undecided outcome, if there is one. */
  public Optional<Outcome> undecided() {
    return observed.keySet().stream().filter(it -> !it.end().known()).findFirst();
  }

  /** Number of seeded runs. */
  public int runs() {
    return exploration.isPresent()
        ? 0
        : observed.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Number of states explored. */
  public long states() {
    return exploration.map(Exploration::states).orElse(0);
  }

  /** How often a line was seen. */
  public String seen(int seen, int all) {
    return exploration.isPresent() ? Claims.observed(seen, all) : seen + " of " + all;
  }

  /** The command line that shows this outcome. */
  public String reproduction(Outcome outcome) {
    String name = named.name();
    return exploration.isPresent()
        ? Reproduction.explore(name, made().variant(), Overrides.NONE)
        : Reproduction.of(name, made().variant(), Overrides.NONE, firstSeeds.get(outcome));
  }

  /** The evidence of an outcome's first or shortest run. */
  public Optional<Evidence> evidence(Outcome outcome) {
    Optional<Evidence> explored = run(outcome).map(RunResult::evidence);
    return explored.or(() -> Optional.ofNullable(shown.get(outcome)));
  }

  private Optional<RunResult> run(Outcome outcome) {
    return exploration.stream()
        .flatMap(it -> it.findings().stream())
        .filter(it -> it.outcome().equals(outcome))
        .map(Finding::run)
        .findFirst();
  }

  /** Why an exploration's outcome occurs, in lines. */
  public List<String> explanation(Outcome outcome) {
    return run(outcome).map(RunResult::explanation).orElse(List.of());
  }
}
