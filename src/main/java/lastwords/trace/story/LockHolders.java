package lastwords.trace.story;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;

/**
 * Who holds which raw spinlock, as far as a trace tells. A waiting CPU has the lock when it does
 * something else outside of interrupts: a trace has no step for that.
 */
public final class LockHolders {
  /**
   * A lock's being held, or waited for.
   *
   * @param seq of the step that took the lock, or began to wait for it
   */
  public record Hold(long lock, int cpu, int context, long seq, long nanos) {}

  private final Map<Long, Hold> holders = new TreeMap<>();
  private final Map<Integer, Hold> waiters = new HashMap<>(); // by CPU

  /** Who holds the lock. */
  public Optional<Hold> holder(long lock) {
    return Optional.ofNullable(holders.get(lock));
  }

  /**
   * What the CPU has waited for and holds now that it does this step.
   *
   * @return when and with which step the wait began; empty when it does not wait, or still does
   */
  public Optional<Hold> waitEndedBy(StepRecord step) {
    Hold wait = waiters.get(step.cpu());
    if (wait == null || step.pc() < 0 || level(step) > wait.context() || comesFromOutside(step)) {
      return Optional.empty();
    }
    waiters.remove(step.cpu());
    holders.put(wait.lock(), wait);
    return Optional.of(wait);
  }

  private static boolean comesFromOutside(StepRecord step) {
    return step.operation() == Operation.INTERRUPT || step.operation() == Operation.SPIN;
  }

  private static int level(StepRecord step) {
    return step.context() & CpuContext.LEVEL;
  }

  /** What a step does to its lock; ask {@link #holder} before. */
  public void apply(StepRecord step) {
    long lock = step.target();
    Hold hold = new Hold(lock, step.cpu(), level(step), step.seq(), step.nanos());
    switch (step.operation()) {
      case LOCK -> {
        if (step.result() == 0) {
          waiters.put(step.cpu(), hold);
        } else {
          holders.put(lock, hold);
        }
      }
      case TRYLOCK -> {
        if (step.result() != 0) {
          holders.put(lock, hold);
        }
      }
      case UNLOCK, LOCK_INIT -> holders.remove(lock);
      default -> {
        // no other operation changes a lock
      }
    }
  }
}
