package lastwords.scenario.fault;

import java.util.Optional;
import lastwords.machine.bus.FaultRule;

/**
 * A fault as a scenario states it: names are still names.
 *
 * @param rule what is known without the compiled kernel
 * @param vector the interrupt by name or number; empty for any
 * @param where the place in the file
 */
public record Fault(FaultRule rule, Optional<String> vector, String where) {
  /** With the number of its interrupt. */
  public FaultRule numbered(int id, int number) {
    return new FaultRule(
        id,
        rule.kind(),
        rule.cpu(),
        rule.from(),
        number,
        rule.function(),
        rule.lock(),
        rule.device(),
        rule.atNanos(),
        rule.nanos(),
        rule.factor(),
        rule.probability(),
        rule.interval(),
        rule.times(),
        rule.space());
  }
}
