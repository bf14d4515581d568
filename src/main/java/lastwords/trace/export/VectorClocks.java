package lastwords.trace.export;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.story.LockHolders;

/**
 * The happens-before order: a CPU's own steps; sending an interrupt before its arrival; a store
 * before another CPU's load of the value; releasing a lock before it is taken. Only events in the
 * log are counted.
 */
final class VectorClocks {
  private final int cpus;
  private final int[][] clocks; // by CPU; the last one is the machine's. Replaced, never modified
  private final Map<Long, int[]> stored = new HashMap<>(); // by word
  private final Map<Long, int[]> released = new HashMap<>(); // by lock
  private final Map<Long, Deque<int[]>> sent = new HashMap<>(); // by CPU and vector
  private final LockHolders locks = new LockHolders();

  VectorClocks(int cpus) {
    this.cpus = cpus;
    this.clocks = new int[cpus + 1][cpus + 1];
  }

  /**
   * The host of a step, as an index: the machine's follows all CPUs. Losing an interrupt belongs to
   * the machine, since its CPU does not notice.
   */
  int host(StepRecord step) {
    return step.cpu() < 0 || step.operation() == Operation.DROP ? cpus : step.cpu();
  }

  /**
   * The clock of a step; all steps before it must be known.
   *
   * @param told is it an event of the log?
   */
  int[] step(StepRecord step, boolean told) {
    int host = host(step);
    locks.waitEndedBy(step).ifPresent(wait -> merge(host, released.get(wait.lock())));
    comesAfter(step, host);
    if (told) {
      clocks[host] = clocks[host].clone();
      clocks[host][host]++;
    }
    comesBefore(step, host);
    locks.apply(step);
    return clocks[host];
  }

  private void comesAfter(StepRecord step, int host) {
    switch (step.operation()) {
      case LOAD, XCHG, CMPXCHG, ADD, OR, AND -> merge(host, stored.get(step.target()));
      case TRYLOCK, IS_LOCKED -> merge(host, released.get(step.target()));
      case LOCK -> {
        if (step.result() != 0) {
          merge(host, released.get(step.target()));
        }
      }
      case DELIVER -> merge(host, on(step.cpu(), step.target()).pollFirst());
      case DROP -> merge(host, on(step.cpu(), step.target()).pollLast()); // the one just sent
      default -> {
        // nobody else has a share in it
      }
    }
  }

  private void comesBefore(StepRecord step, int host) {
    switch (step.operation()) {
      case STORE, XCHG, CMPXCHG, ADD, OR, AND -> stored.put(step.target(), clocks[host]);
      case UNLOCK, LOCK_INIT -> released.put(step.target(), clocks[host]);
      case SEND_IPI -> {
        for (long rest = step.argument(); rest != 0; rest &= rest - 1) {
          on(Long.numberOfTrailingZeros(rest), step.target()).add(clocks[host]);
        }
      }
      default -> {
        // nobody can see it
      }
    }
  }

  /**
   * Clocks of the senders of interrupts of this vector to this CPU that have not arrived, oldest
   * first.
   */
  private Deque<int[]> on(int cpu, long vector) {
    return sent.computeIfAbsent(vector * Long.SIZE + cpu, it -> new ArrayDeque<>());
  }

  private void merge(int host, int[] other) {
    if (other == null || other == clocks[host] || covers(clocks[host], other)) {
      return;
    }
    int[] merged = clocks[host].clone();
    Arrays.setAll(merged, it -> Math.max(merged[it], other[it]));
    clocks[host] = merged;
  }

  private static boolean covers(int[] clock, int[] other) {
    for (int i = 0; i < clock.length; i++) {
      if (other[i] > clock[i]) {
        return false;
      }
    }
    return true;
  }
}
