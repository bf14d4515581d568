package lastwords.cluster.agent;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.Placement;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.outcome.Ending.Cause;

/**
 * What only a coordinator knows: its successor continues from there, and asks the parts for the
 * rest.
 *
 * @param info the machine as its users see it
 * @param settleNanos as it was launched
 * @param hangNanos as it was launched
 * @param faults all faults so far
 * @param notes for the reader of the outcome, except those that parts report again
 * @param cause why the run ends, once decided
 * @param endNanos when it was decided, in emulated time
 * @param footer the result with its term, packed, once there is one
 */
public record Control(
    MachineInfo info,
    long settleNanos,
    long hangNanos,
    List<FaultLog.Kept> faults,
    List<String> notes,
    Optional<Cause> cause,
    long endNanos,
    Optional<byte[]> footer) {
  public Control {
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /** What was ordered then. */
  public LaunchOrder order(RunHeader run) {
    return new LaunchOrder(
        run.bundle(),
        run.clock().equals(RunHeader.LIVE) ? Clock.LIVE : Clock.LOCK_STEP,
        run.seed(),
        run.speed(),
        Placement.LOCAL,
        settleNanos,
        hangNanos,
        run.machine(),
        false);
  }

  public Optional<RunFooter> result() {
    try {
      return footer.isEmpty() ? Optional.empty() : Optional.of(RunTexts.footer(footer.get()));
    } catch (IOException e) {
      throw new IllegalStateException("a footer that was packed cannot be read", e);
    }
  }
}
