package lastwords.cli.compare;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import lastwords.engine.LocalHost;
import lastwords.engine.Simulator;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.scenario.Setup;
import lastwords.scenario.release.FunctionChange;

/**
 * The functions and files in which a run does something that others can see.
 *
 * @param functions by name
 * @param files by path; an inline function's steps are in its own file
 */
record ReachedCode(Set<String> functions, Set<String> files) {
  /** Runs a setup once. */
  static ReachedCode of(Setup setup) {
    KernelImage image = setup.image();
    ReachedCode reached = new ReachedCode(new TreeSet<>(), new TreeSet<>());
    Machine machine = Simulator.booted(setup);
    Simulator.run(setup, 1, step -> reached.add(image, step.pc()), new LocalHost(machine));
    return reached;
  }

  private void add(KernelImage image, int pc) {
    if (pc >= 0) {
      functions.add(image.functionAt(pc).name());
      files.add(image.fileAt(pc));
    }
  }

  /** Is any of these functions reached? Of inline ones and of new ones only the file is known. */
  boolean anyOf(Collection<FunctionChange> changes, KernelImage image) {
    return changes.stream()
        .anyMatch(
            it ->
                functions.contains(it.name())
                    || image.function(it.name()).isEmpty() && files.contains(it.file()));
  }
}
