package lastwords.trace.story;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;

/**
 * Which CPU holds which raw spinlock, as far as a trace shows. A waiting CPU has the lock once it
 * does something else outside interrupts: a trace has no step for taking it.
 */
public final class LockHolders {
  /**
   * A lock that is held, or waited for.
   *
   * @param seq of the step that took the lock, or started to wait for it
   */
  public record Hold(long lock, int cpu, int context, long seq, long nanos) {}

  private final Map<Long, Hold> holders = new TreeMap<>();
  private final Map<Integer, Hold> waiters = new HashMap<>(); // by CPU

  /** The holder of the lock. */
  public Optional<Hold> holder(long lock) {
    return Optional.ofNullable(holders.get(lock));
  }

  /**
   * The lock that the CPU has waited for and holds as of this step.
   *
   * @return when and with which step the wait began; empty if it did not wait, or still does
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

  /** Applies a step to its lock; ask {@link #holder} before. */
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
