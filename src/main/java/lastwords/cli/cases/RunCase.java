package lastwords.cli.cases;

import lastwords.scenario.Case;
import lastwords.scenario.Scenario;

/**
 * Which run: a case and its seed, in the user's terms.
 *
 * @param reproduction the command line that repeats it
 */
public record RunCase(
    String scenario,
    String variant,
    String kernel,
    String machine,
    long seed,
    String reproduction) {
  public static RunCase of(Case made, CaseOptions options, long seed) {
    String again =
        Reproduction.of(options.scenario(), options.variant(), options.overrides(), seed);
    return of(made, seed, again);
  }

  public static RunCase of(Case made, long seed, String again) {
    return new RunCase(
        made.scenario(), made.variant(), made.kernel().name(), made.machine().name(), seed, again);
  }

  /** Names the case: {@code logbuf-scenario-2 (patched), kernel 5.2, machine arm64}. */
  public String title() {
    String way = variant.equals(Scenario.DEFAULT) ? "" : " (" + variant + ")";
    return scenario + way + ", kernel " + kernel + ", machine " + machine;
  }
}
