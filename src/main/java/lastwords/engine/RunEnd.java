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

/** Why a run in emulated time is over, and the reports about that. */
final class RunEnd {
  private static final int CHECK_PERIOD = 1 << 4; // steps between two checks of what grows slowly
  private static final long TEXT_LIMIT = 200_000_000; // characters of text that a run may produce
  private static final long WAIT_NANOS = 50_000; // what a wait for time counts as, at most
  private static final long NANOS_A_MILLI = 1_000_000;

  private final Limits limits;
  private final long mostSteps;
  private final Map<Integer, Long> began = new TreeMap<>(); // how often, by fault id
  private final List<String> notes = new ArrayList<>();
  private long waited; // ns spent only waiting, which do not count towards the limit
  private long stuckSince = NEVER;
  private long settleAt = NEVER;
  private long noEndBefore; // none of these times ends the run until then
  private Cause cause;

  RunEnd(Limits limits) {
    this.limits = limits;
    this.mostSteps = limits.steps();
    update();
  }

  private void update() {
    long stuck = stuckSince == NEVER ? NEVER : later(stuckSince, limits.hangNanos());
    noEndBefore = Math.min(Math.min(settleAt, stuck), later(waited, limits.runNanos()));
  }

  /** The sum, kept below {@link CpuTimes#NEVER}. */
  private static long later(long time, long nanos) {
    return time + Math.min(nanos, NEVER - 1 - time);
  }

  boolean reached() {
    return cause != null;
  }

  void note(String line) {
    notes.add(line);
  }

  /** Time advances by this much while no CPU does anything. */
  void waits(long nanos) {
    if (nanos > WAIT_NANOS) {
      waited += nanos - WAIT_NANOS;
      update();
    }
  }

  /** The panicking CPU waits without a deadline, or no longer does. */
  void stuck(boolean stuck, long now) {
    if (stuck != (stuckSince != NEVER)) {
      stuckSince = stuck ? now : NEVER;
      update();
    }
  }

  /** Another CPU panics. */
  void unstuck() {
    stuckSince = NEVER;
    update();
  }

  /** The outcome is settled; the other CPUs still finish what they were about to do. */
  void settle(long nanos) {
    settleAt = nanos;
    update();
  }

  boolean settles() {
    return settleAt != NEVER;
  }

  void firmware() {
    cause = Cause.FIRMWARE;
  }

  /**
   * Is the run over before the next event?
   *
   * @param time of that event; {@link CpuTimes#NEVER}: there is none
   */
  boolean over(long time, long now, long steps, Machine machine) {
    if (time > noEndBefore) {
      timeIsUp(time);
    } else if (steps >= mostSteps) {
      limit(limits.steps() + " steps (limits.steps)");
    } else if ((steps & (CHECK_PERIOD - 1)) == 0) {
      check(now, machine);
    }
    return cause != null;
  }

  private void timeIsUp(long time) {
    if (time == NEVER) {
      cause = settleAt == NEVER ? Cause.QUIESCENT : Cause.SETTLED;
    } else if (time > settleAt) {
      cause = Cause.SETTLED;
    } else if (stuckSince != NEVER && time - stuckSince > limits.hangNanos()) {
      cause = Cause.STUCK;
    } else {
      limit(
          limits.runNanos() / NANOS_A_MILLI
              + " ms of emulated time, not counting plain waits (limits.run)");
    }
  }

  private void limit(String after) {
    cause = Cause.LIMIT;
    notes.add("the run was ended after " + after);
  }

  /** Checks made only now and then. */
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

  /** How often each fault has occurred; the interrupt controller counts its own. */
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
