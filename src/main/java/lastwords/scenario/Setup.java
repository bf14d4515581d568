package lastwords.scenario;

import java.util.List;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.fault.Fault;

/**
 * All that an engine needs to run a case: the kernel, the machine, what each CPU does and what goes
 * wrong.
 *
 * @param image the compiled kernel with its settings
 * @param machine the hardware
 * @param entries the number of the function that each CPU starts with
 * @param faults what is injected
 * @param limits when a run is given up
 */
public record Setup(
    KernelImage image,
    MachineConfig machine,
    List<Integer> entries,
    List<Fault> faults,
    Limits limits) {
  public Setup {
    entries = List.copyOf(entries);
    faults = List.copyOf(faults);
  }
}
