package lastwords.cli.compare;

import java.util.Optional;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Seen;
import lastwords.engine.witness.Witness;
import lastwords.scenario.Case;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;

/**
 * A scenario that was compared, or could not be.
 *
 * @param scenario as the user named it
 * @param problem why it could not be compared; empty if it could
 */
record Compared(
    String scenario,
    String variant,
    Optional<OnSide> first,
    Optional<OnSide> second,
    Optional<Comparison> comparison,
    String problem) {
  /** The case on one side. */
  record OnSide(Case made, Overrides overrides, Setup setup) {
    Witness witness(Compared one, Seen seen) {
      String outcome = seen.outcome().summary();
      return Witness.of(one.scenario(), one.variant(), overrides, setup, seen.runSpec(), outcome);
    }
  }

  static Compared broken(String scenario, String variant, String problem) {
    return new Compared(
        scenario, variant, Optional.empty(), Optional.empty(), Optional.empty(), problem);
  }

  /** The heading: the scenario, and the variant if it is not the default. */
  String name() {
    return variant.equals("default") ? scenario : scenario + " (" + variant + ")";
  }

  /** The change in a word or two, with a remark if more states could show more. */
  String change() {
    return comparison
        .map(it -> it.change().text() + (it.decided() ? "" : ", as far as seen"))
        .orElse("could not run");
  }

  boolean worse() {
    return comparison.map(it -> it.change().isWorse()).orElse(false);
  }
}
