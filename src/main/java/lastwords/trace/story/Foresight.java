package lastwords.trace.story;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.TraceBuffer;

/**
 * What is known about a step only later: whether another CPU will want the lock that it takes,
 * whether the interrupt that arrives is ever taken, how long the CPU waits. In a run that is not
 * over, what has lasted for a while counts as lasting.
 */
final class Foresight {
  /** A shorter wait, in ns, is not worth a line of its own. */
  static final long WORTH_TELLING = 1_000_000;

  /** A wait that lasts to the end of the run. */
  static final long TO_THE_END = Long.MAX_VALUE;

  /** A wait that is worth a line, in a run that is not over. */
  static final long STILL = TO_THE_END - 1;

  /** Stands for the time of a run that is over. */
  static final long OVER = Long.MAX_VALUE;

  /**
   * A CPU's short waits for a lock, combined.
   *
   * @param first the step that began the first one
   */
  record ShortWaits(long first, int times, long nanos) {
    ShortWaits and(long more) {
      return new ShortWaits(first, times + 1, nanos + more);
    }
  }

  private final Map<Long, Long> wanted = new HashMap<>(); // waiting step, and the taking step
  private final Set<Long> contended = new HashSet<>(); // steps taking a lock others then want
  private final Map<Long, Long> ends = new HashMap<>(); // waiting step, and when its wait ended
  private final Map<Long, ShortWaits> shortWaits = new HashMap<>(); // by CPU and lock
  private final Map<Long, Long> lockWaits = new HashMap<>(); // step, and how long it waited
  private final Map<Long, Long> begun = new HashMap<>(); // waiting step, and since when
  private final Map<Long, Long> arrivals = new HashMap<>(); // by CPU and vector, the step
  private final Map<Integer, StepRecord> waiting = new HashMap<>(); // by CPU
  private final LockHolders locks = new LockHolders();
  private final long now;

  private Foresight(long now) {
    this.now = now;
  }

  /**
   * Reads a trace.
   *
   * @param now emulated time so far; {@link #OVER} if the run is over
   */
  static Foresight of(TraceBuffer trace, long now) throws IOException {
    Foresight foresight = new Foresight(now);
    trace.forEach(foresight::step);
    foresight.wanted.forEach(foresight::judge);
    return foresight;
  }

  private void step(StepRecord step) {
    if (step.pc() >= 0) {
      locks.waitEndedBy(step).ifPresent(wait -> gotLock(step, wait));
      endWait(step);
    }
    switch (step.operation()) {
      case LOCK, TRYLOCK, IS_LOCKED, LOCK_INIT -> want(step);
      case DELIVER -> arrivals.putIfAbsent(arrival(step), step.seq());
      case INTERRUPT -> arrivals.remove(arrival(step));
      case SPIN, HALT, DELAY -> waiting.put(step.cpu(), step);
      case WATCH, WATCH_LOCK, WATCH_STAGING -> waiting.putIfAbsent(step.cpu(), step);
      default -> {
        // nothing to know about the others
      }
    }
    locks.apply(step);
  }

  private void gotLock(StepRecord step, LockHolders.Hold wait) {
    long nanos = step.nanos() - wait.nanos();
    lockWaits.put(wait.seq(), nanos);
    begun.remove(wait.seq());
    if (nanos < WORTH_TELLING) {
      long key = key(wait.cpu(), wait.lock());
      ShortWaits before = shortWaits.getOrDefault(key, new ShortWaits(wait.seq(), 0, 0));
      shortWaits.put(key, before.and(nanos));
    }
  }

  private void judge(long wanting, long taking) {
    if (lockWait(wanting) >= WORTH_TELLING) {
      contended.add(taking);
    }
  }

  private void want(StepRecord step) {
    if (step.operation() == Operation.LOCK && step.result() == 0) {
      begun.put(step.seq(), step.nanos());
    }
    locks
        .holder(step.target())
        .filter(hold -> hold.cpu() != step.cpu() || step.result() == 0 || isQuestion(step))
        .ifPresent(hold -> wanted.put(step.seq(), hold.seq()));
  }

  private static boolean isQuestion(StepRecord step) {
    return switch (step.operation()) {
      case IS_LOCKED, LOCK_INIT -> true;
      default -> false;
    };
  }

  private void endWait(StepRecord step) {
    StepRecord wait = waiting.get(step.cpu());
    if (wait != null && level(step) <= level(wait) && !isWatching(step)) {
      ends.put(wait.seq(), step.nanos());
      waiting.remove(step.cpu());
    }
  }

  private static boolean isWatching(StepRecord step) {
    return switch (step.operation()) {
      case WATCH, WATCH_LOCK, WATCH_STAGING, INTERRUPT -> true;
      default -> false;
    };
  }

  private static int level(StepRecord step) {
    return step.context() & CpuContext.LEVEL;
  }

  private static long arrival(StepRecord step) {
    return key(step.cpu(), step.target());
  }

  /** A CPU and a vector or a lock, as one number. */
  static long key(int cpu, long number) {
    return number << Integer.SIZE | cpu;
  }

  /** Will another CPU want the lock that this step takes, before it is released? */
  boolean isWanted(long seq) {
    return contended.contains(seq);
  }

  /** Is the interrupt that arrives with this step never taken, or not for a while? */
  boolean isNeverTaken(StepRecord deliver) {
    Long first = arrivals.get(arrival(deliver));
    return first != null && first == deliver.seq() && lasting(deliver.nanos()) >= STILL;
  }

  /** Duration of something that has not ended yet. */
  private long lasting(long since) {
    if (now == OVER) {
      return TO_THE_END;
    }
    return now - since >= WORTH_TELLING ? STILL : now - since;
  }

  /** Is the run still going on? */
  boolean goesOn() {
    return now != OVER;
  }

  /** How long the CPU waits for the lock that it wants with this step, in ns. */
  long lockWait(long seq) {
    Long since = begun.get(seq);
    return since == null ? lockWaits.getOrDefault(seq, TO_THE_END) : lasting(since);
  }

  /** A CPU's short waits for a lock, combined. */
  Optional<ShortWaits> shortWaits(int cpu, long lock) {
    return Optional.ofNullable(shortWaits.get(key(cpu, lock)));
  }

  /** How long the CPU waits from this step on, in ns; empty if it does not start to wait. */
  OptionalLong wait(StepRecord step) {
    Long end = ends.get(step.seq());
    if (end != null) {
      return OptionalLong.of(end - step.nanos());
    }
    StepRecord last = waiting.get(step.cpu());
    boolean stays = last != null && last.seq() == step.seq();
    return stays ? OptionalLong.of(lasting(step.nanos())) : OptionalLong.empty();
  }
}
