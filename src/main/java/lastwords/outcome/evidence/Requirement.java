package lastwords.outcome.evidence;

import java.util.List;

/** Something that a scenario expects of the evidence of a run. */
public sealed interface Requirement
    permits Has, Lacks, InOrder, Dumps, NoRegisters, HypervisorTold, Within {
  boolean holds(Evidence evidence);

  /** As it is shown, and what tells it from others: {@code console has "Rebooting in"}. */
  String text();

  /** What was found instead, in a phrase; of a condition that does not hold. */
  String found(Evidence evidence);

  /** Does it need a line of that sink? */
  default boolean wantsLineOf(Sink sink) {
    return false;
  }

  /** Can it hold only where there is a hypervisor? */
  default boolean needsHypervisor() {
    return false;
  }

  /** Those that do not hold, as text. */
  static List<String> unmet(List<Requirement> conditions, Evidence evidence) {
    return conditions.stream().filter(it -> !it.holds(evidence)).map(Requirement::text).toList();
  }
}
