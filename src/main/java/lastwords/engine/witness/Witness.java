package lastwords.engine.witness;

import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;

/**
 * A run that shows an outcome, and everything needed to repeat it.
 *
 * @param scenario a name, or a path
 * @param overrides what was changed in the scenario
 * @param reduction what was then removed from the case
 * @param kernel the kernel's {@link Fingerprint}
 * @param machine the machine's, before anything was removed from it
 * @param outcome the outcome's summary
 */
public record Witness(
    String scenario,
    String variant,
    Overrides overrides,
    Reduction reduction,
    String kernel,
    String machine,
    RunSpec runSpec,
    String outcome) {
  /** Of a whole case. */
  public static Witness of(
      String scenario,
      String variant,
      Overrides overrides,
      Setup setup,
      RunSpec runSpec,
      String outcome) {
    return new Witness(
        scenario,
        variant,
        overrides,
        Reduction.NONE,
        Fingerprint.ofKernel(setup.image()),
        Fingerprint.ofMachine(setup),
        runSpec,
        outcome);
  }

  /** The same case, reduced, with another run. */
  public Witness with(Reduction less, RunSpec other, String come) {
    return new Witness(scenario, variant, overrides, less, kernel, machine, other, come);
  }

  /** The same, with the scenario under another name. */
  public Witness at(String name) {
    return new Witness(name, variant, overrides, reduction, kernel, machine, runSpec, outcome);
  }
}
