package lastwords.cluster.live;

import lastwords.machine.FaultRule;

/** Fault rules that are made while a machine runs. */
final class Rules {
  private Rules() {}

  /** The rule with its time, {@code after}, counted from now on. */
  static FaultRule after(FaultRule rule, long now) {
    if (rule.atNanos() < 0) {
      return rule;
    }
    return new FaultRule(
        rule.id(),
        rule.kind(),
        rule.cpu(),
        rule.from(),
        rule.vector(),
        rule.function(),
        rule.lock(),
        rule.device(),
        rule.atNanos() + now,
        rule.nanos(),
        rule.factor(),
        rule.probability(),
        rule.interval(),
        rule.times(),
        rule.space());
  }
}
