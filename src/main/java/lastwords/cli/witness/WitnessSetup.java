package lastwords.cli.witness;

import java.util.List;
import lastwords.engine.witness.Fingerprint;
import lastwords.engine.witness.Witness;
import lastwords.scenario.Case;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;

/** The setup of a witness, checked to be the one that the witness was made with. */
public final class WitnessSetup {
  private WitnessSetup() {}

  /**
   * @param file the witness's, for messages
   */
  public static Setup of(String file, Witness witness, Case made) {
    Setup setup = made.setup();
    check(
        file,
        "kernel " + made.kernel().name(),
        witness.kernel(),
        Fingerprint.ofKernel(setup.image()));
    check(
        file,
        "machine or its work, faults or limits",
        witness.machine(),
        Fingerprint.ofMachine(setup));
    if (!witness.reduction().fits(setup)) {
      throw new ScenarioException(
          List.of(file + ": removes more CPUs than the scenario has, or the kernel has no idle()"));
    }
    return witness.reduction().of(setup);
  }

  private static void check(String file, String what, String recorded, String now) {
    if (!recorded.equals(now)) {
      throw new ScenarioException(
          List.of(
              file
                  + ": the "
                  + what
                  + " has changed since this was written (hash "
                  + recorded
                  + " then, "
                  + now
                  + " now); create a new witness"));
    }
  }
}
