package lastwords.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lastwords.machine.fault.Fault;
import lastwords.scenario.hocon.ScenarioException;

/**
 * Which faults an engine without a clock and without chance supports: rules for interrupts that are
 * there from the start, and all faults of parts; see {@link PlannedFaults}.
 */
public final class StartFaults {
  private StartFaults() {}

  /** Does the fault begin at the start? False for a rule for interrupts, which is always there. */
  static boolean begins(Fault fault) {
    return fault.timed() && fault.trigger().atNanos() == 0;
  }

  /** Rejects all others. */
  public static void check(List<Fault> faults) {
    List<String> problems = new ArrayList<>();
    for (Fault fault : faults) {
      String reason = reason(fault);
      if (!reason.isEmpty()) {
        String kind = fault.word().toLowerCase(Locale.ROOT).replace('_', ' ');
        problems.add(
            "explore does not support fault " + fault.id() + " (" + kind + "): it " + reason);
      }
    }
    if (!problems.isEmpty()) {
      throw new ScenarioException(problems);
    }
  }

  private static String reason(Fault fault) {
    if (fault.rule().isPresent() && fault.trigger().atNanos() > 0) {
      return "begins at a time, but there is no clock";
    }
    boolean chance = fault.trigger().probability() < 100 && !fault.trigger().placed();
    return chance ? "has a probability" : "";
  }
}
