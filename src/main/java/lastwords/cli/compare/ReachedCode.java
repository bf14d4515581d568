package lastwords.cli.compare;

import java.util.BitSet;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import lastwords.engine.LocalHost;
import lastwords.engine.Simulator;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.scenario.Setup;
import lastwords.scenario.release.FunctionChange;

/**
 * The functions and files through which runs of a setup go, including functions that only call
 * others.
 *
 * <p>Functions by name; files by path, because the steps of an inlined function belong to its
 * caller, but are in its own file.
 */
final class ReachedCode {
  private static final int SEEDS = 4; // different timing may take a different path

  private final Setup setup;
  private final Set<String> functions = new TreeSet<>();
  private final Set<String> files = new TreeSet<>();
  private final BitSet seen = new BitSet(); // instructions

  ReachedCode(Setup setup) {
    this.setup = setup;
  }

  /** Is any of these functions reached? For inlined and new ones only the file is known. */
  boolean anyOf(Collection<FunctionChange> changes) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      run(seed);
      if (changes.stream().anyMatch(this::reached)) {
        return true;
      }
    }
    return false;
  }

  private boolean reached(FunctionChange change) {
    KernelImage image = setup.image();
    OptionalInt number = image.function(change.name());
    boolean ownSteps = number.isPresent() && !image.functions().get(number.getAsInt()).inline();
    return ownSteps ? functions.contains(change.name()) : files.contains(change.file());
  }

  private void run(long seed) {
    Machine machine = Simulator.booted(setup);
    Simulator.run(
        setup,
        seed,
        step -> {
          if (step.pc() >= 0 && step.cpu() >= 0) {
            add(step.pc());
            for (int pc : machine.cpu(step.cpu()).backtrace()) {
              add(pc);
            }
          }
        },
        new LocalHost(machine));
  }

  private void add(int pc) {
    if (pc >= 0 && !seen.get(pc)) {
      seen.set(pc);
      functions.add(setup.image().functionAt(pc).name());
      files.add(setup.image().fileAt(pc));
    }
  }
}
