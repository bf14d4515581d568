package lastwords.cluster.lockstep;

import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.Operation;

/** A CPU's last step, for a conductor in another process. */
public record RemoteStep(
    Operation lastOperation,
    long lastTarget,
    long lastArgument,
    long lastResult,
    int lastPc,
    int lastContext,
    int lastInstructions,
    int pc)
    implements LastStep {
  static final RemoteStep NONE = new RemoteStep(Operation.COMPUTE, 0, 0, 0, -1, 0, 0, -1);

  static RemoteStep of(LastStep step) {
    return new RemoteStep(
        step.lastOperation(),
        step.lastTarget(),
        step.lastArgument(),
        step.lastResult(),
        step.lastPc(),
        step.lastContext(),
        step.lastInstructions(),
        step.pc());
  }

  /** The words that may be texts. */
  static long[] words(LastStep step) {
    return new long[] {step.lastTarget(), step.lastArgument(), step.lastResult()};
  }
}
