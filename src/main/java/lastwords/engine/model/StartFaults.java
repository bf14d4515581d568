package lastwords.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lastwords.engine.FaultDriver;
import lastwords.machine.bus.FaultRule;
import lastwords.scenario.hocon.ScenarioException;

/**
 * Which faults an engine without a clock and without chance can have: rules for interrupts that are
 * there from the start, and all faults of parts; see {@link PlannedFaults}.
 */
public final class StartFaults {
  private StartFaults() {}

  /** Is the fault there from the start? Not so a rule for interrupts, which is always there. */
  static boolean begins(FaultRule rule) {
    return FaultDriver.timed(rule) && rule.atNanos() <= 0;
  }

  /** Complains about all others. */
  public static void check(List<FaultRule> rules) {
    List<String> problems = new ArrayList<>();
    for (FaultRule rule : rules) {
      String reason = reason(rule);
      if (!reason.isEmpty()) {
        String kind = rule.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        problems.add("explore cannot have fault " + rule.id() + " (" + kind + "): it " + reason);
      }
    }
    if (!problems.isEmpty()) {
      throw new ScenarioException(problems);
    }
  }

  private static String reason(FaultRule rule) {
    boolean interrupts = !FaultDriver.placed(rule) && !FaultDriver.timed(rule);
    if (interrupts && rule.atNanos() > 0) {
      return "begins at a time, and there is no clock";
    }
    boolean chance = rule.probability() < 100 && !FaultDriver.placed(rule);
    return chance ? "comes by chance" : "";
  }
}
