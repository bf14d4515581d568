package lastwords.scenario;

import java.util.List;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.fault.Fault;
import lastwords.outcome.Ending;
import lastwords.outcome.Outcome;
import lastwords.outcome.OutcomeReader;
import lastwords.outcome.evidence.EvidenceReader;
import lastwords.outcome.evidence.Requirement;

/**
 * All that an engine needs to run a case: the kernel, the machine, what each CPU does and what goes
 * wrong.
 *
 * @param image the compiled kernel with its settings
 * @param machine the hardware
 * @param entries the number of the function that each CPU starts with
 * @param faults in order of their ids
 * @param limits when a run is given up
 * @param conditions what distinguishes outcomes, beyond their words
 */
public record Setup(
    KernelImage image,
    MachineConfig machine,
    List<Integer> entries,
    List<Fault> faults,
    Limits limits,
    List<Requirement> conditions) {
  public Setup {
    conditions = List.copyOf(conditions);
    entries = List.copyOf(entries);
    faults = List.copyOf(faults);
  }

  /** Without conditions. */
  public Setup(
      KernelImage image,
      MachineConfig machine,
      List<Integer> entries,
      List<Fault> faults,
      Limits limits) {
    this(image, machine, entries, faults, limits, List.of());
  }

  /** The outcome of this setup's machine after its run. */
  public Outcome outcome(Machine finished, Ending ending) {
    Outcome outcome = OutcomeReader.of(finished, ending);
    return conditions.isEmpty()
        ? outcome
        : outcome.with(Requirement.unmet(conditions, EvidenceReader.of(finished, ending.nanos())));
  }
}
