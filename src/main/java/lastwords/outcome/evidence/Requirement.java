package lastwords.outcome.evidence;

import java.util.List;

/** A scenario's condition on the evidence of a run. */
public sealed interface Requirement
    permits Has, Lacks, InOrder, Dumps, NoRegisters, HypervisorTold, Within {
  boolean holds(Evidence evidence);

  /** Its text for users, which also identifies it: {@code console has "Rebooting in"}. */
  String text();

  /** What was found instead, as a phrase; for a condition that does not hold. */
  String found(Evidence evidence);

  /** Does it need a line of this sink? */
  default boolean wantsLineOf(Sink sink) {
    return false;
  }

  /** Can it hold only if there is a hypervisor? */
  default boolean needsHypervisor() {
    return false;
  }

  /** Those that do not hold, as text. */
  static List<String> unmet(List<Requirement> conditions, Evidence evidence) {
    return conditions.stream().filter(it -> !it.holds(evidence)).map(Requirement::text).toList();
  }
}
