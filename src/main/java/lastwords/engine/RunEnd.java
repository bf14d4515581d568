package lastwords.engine;

import static lastwords.engine.CpuTimes.NEVER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.machine.Machine;
import lastwords.machine.fault.Fault;
import lastwords.outcome.Ending;
import lastwords.outcome.Ending.Cause;
import lastwords.outcome.FaultCount;
import lastwords.scenario.Limits;

/** Why a run in emulated time is over, and what there is to say about it. */
final class RunEnd {
  private static final int CHECK_PERIOD = 1 << 4; // steps between two looks at what grows slowly
  private static final long TEXT_LIMIT = 200_000_000; // characters that a run may bring forth
  private static final long WAIT_NANOS = 50_000; // what a wait for time counts as, at most
  private static final long NANOS_A_MILLI = 1_000_000;

  private final Limits limits;
  private final Map<Integer, Long> began = new TreeMap<>(); // how often, by fault
  private final List<String> notes = new ArrayList<>();
  private long waited; // ns that were nothing but the end of a wait, and do not count as run
  private long stuckSince = NEVER;
  private long settleAt = NEVER;
  private Cause cause;

  RunEnd(Limits limits) {
    this.limits = limits;
  }

  boolean reached() {
    return cause != null;
  }

  void note(String line) {
    notes.add(line);
  }

  /** Time goes on by that much, and nobody does anything meanwhile. */
  void waits(long nanos) {
    waited += Math.max(0, nanos - WAIT_NANOS);
  }

  /** The CPU that panics waits for what has no end of its own, or does not. */
  void stuck(boolean stuck, long now) {
    stuckSince = stuck ? Math.min(stuckSince, now) : NEVER;
  }

  /** Another CPU panics. */
  void unstuck() {
    stuckSince = NEVER;
  }

  /** What matters has happened; the others still do what they were about to do. */
  void settle(long nanos) {
    settleAt = nanos;
  }

  boolean settles() {
    return settleAt != NEVER;
  }

  void firmware() {
    cause = Cause.FIRMWARE;
  }

  /**
   * Is the run over before what comes next?
   *
   * @param time of that; {@link CpuTimes#NEVER}: nothing comes
   */
  boolean over(long time, long now, long steps, Machine machine) {
    if (time == NEVER) {
      cause = settleAt == NEVER ? Cause.QUIESCENT : Cause.SETTLED;
    } else if (time > settleAt) {
      cause = Cause.SETTLED;
    } else if (stuckSince != NEVER && time - stuckSince > limits.hangNanos()) {
      cause = Cause.STUCK;
    } else if (time - waited > limits.runNanos()) {
      limit(
          limits.runNanos() / NANOS_A_MILLI
              + " ms of emulated time, not counting plain waits (limits.run)");
    } else if (steps >= limits.steps()) {
      limit(limits.steps() + " steps (limits.steps)");
    } else if ((steps & (CHECK_PERIOD - 1)) == 0) {
      check(now, machine);
    }
    return cause != null;
  }

  private void limit(String after) {
    cause = Cause.LIMIT;
    notes.add("the run was ended after " + after);
  }

  /** What is looked at only now and then. */
  private void check(long now, Machine machine) {
    if (Thread.currentThread().isInterrupted()) {
      cause = Cause.INTERRUPTED;
      notes.add("the run was interrupted at " + now + " ns");
    } else if (machine.texts().characters() > TEXT_LIMIT) {
      limit(TEXT_LIMIT + " characters of text at " + now + " ns");
    }
  }

  void began(Fault fault) {
    began.merge(fault.id(), 1L, Long::sum);
  }

  /** How often each fault has come; the interrupt controller counts its own. */
  List<FaultCount> counts(List<Fault> faults, Machine machine) {
    List<FaultCount> counts = new ArrayList<>();
    for (Fault fault : faults) {
      long times =
          fault.rule().isPresent()
              ? machine.interrupts().fired(fault.id())
              : began.getOrDefault(fault.id(), 0L);
      counts.add(new FaultCount(fault.id(), FaultDescription.of(fault), times));
    }
    return counts;
  }

  Ending ending(long now) {
    return new Ending(cause, now, notes);
  }
}
