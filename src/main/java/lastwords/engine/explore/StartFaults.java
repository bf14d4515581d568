package lastwords.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lastwords.machine.FaultRule;
import lastwords.scenario.ScenarioException;

/**
 * Which faults an engine without a clock and without chance can have: those that are there from the
 * start, for good.
 */
final class StartFaults {
  private StartFaults() {}

  /** Is the fault one of a part, and not a rule for interrupts? */
  static boolean begins(FaultRule rule) {
    return switch (rule.kind()) {
      case DROP_INTERRUPT, DELAY_INTERRUPT, DUPLICATE_INTERRUPT, REORDER_INTERRUPT -> false;
      default -> true;
    };
  }

  /** Complains about all others. */
  static void check(List<FaultRule> rules) {
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
    if (!rule.function().isEmpty() || !rule.lock().isEmpty()) {
      return "begins at a place in the code";
    }
    if (rule.atNanos() > 0) {
      return "begins at a time, and there is no clock";
    }
    if (rule.probability() < 100) {
      return "comes by chance";
    }
    boolean stall = rule.kind() == FaultRule.Kind.STALL_CPU;
    return stall && rule.nanos() >= 0 ? "ends at a time, and there is no clock" : "";
  }
}
