package lastwords.cluster.machine;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lastwords.cluster.live.MachineProtocol.Notice;
import lastwords.engine.PanicCpu;
import lastwords.outcome.Ending.Cause;

/** Watches for the end of a live run: the machine is done, hangs or takes too long. */
final class EndWatch {
  private static final long LEAST_SETTLE = TimeUnit.MILLISECONDS.toNanos(500); // wall
  private static final long MOST_WAITS = 1_000; // times limits.run

  private final LiveRun run;
  private final BlockedCpus blocked;
  private final PanicCpu panics = new PanicCpu();
  private long waited; // emulated ns that the panicking CPU spent waiting
  private long settleAt = Long.MAX_VALUE; // wall
  private Optional<Cause> cause = Optional.empty();

  EndWatch(LiveRun run) {
    this.run = run;
    this.blocked = new BlockedCpus(run.machine.cpus());
  }

  /** Takes a notice that bears on the end of the run. */
  void take(Notice notice) {
    switch (notice.kind()) {
      case PANICS -> panics.note(notice.b(), (int) notice.a());
      case FINAL_LOOP -> settle(settleNanos(), Cause.SETTLED);
      case ENDED -> settle(0, Cause.FIRMWARE);
      case BLOCKED -> blocked.waits((int) notice.a(), notice.b() != 0, notice.nanos());
      case GOES_ON -> blocked.goesOn((int) notice.a());
      case WAITS -> waits((int) notice.a(), notice.b());
      default -> throw new IllegalStateException("unknown notice " + notice.kind());
    }
  }

  private long settleNanos() {
    return run.order.settleNanos() > 0
        ? run.order.settleNanos()
        : run.bundle.limits().settleNanos();
  }

  private void settle(long nanos, Cause why) {
    long wall = (long) (nanos / run.order.speed());
    long wait = why == Cause.FIRMWARE && nanos == 0 ? 0 : Math.max(LEAST_SETTLE, wall);
    if (cause.isEmpty() || why == Cause.FIRMWARE) {
      settleAt = Math.min(settleAt, System.nanoTime() + wait);
      cause = Optional.of(why);
    }
  }

  /** Waits of the panicking CPU do not count as running time, up to a bound. */
  private void waits(int cpu, long nanos) {
    if (cpu == panics.number()) {
      waited = Math.min(waited + nanos, MOST_WAITS * run.bundle.limits().runNanos());
    }
  }

  /** A lost CPU counts as blocked for ever. */
  void lost(int cpu) {
    blocked.waits(cpu, true, run.clock.nanos());
  }

  /**
   * The cause, if the run is over.
   *
   * @param now wall time in nanoseconds
   */
  Optional<Cause> look(long now) {
    if (now >= settleAt) {
      return cause;
    }
    long limit = run.bundle.limits().runNanos();
    if (run.clock.nanos() - waited > limit) {
      run.note(
          "the run was ended after "
              + limit / 1_000_000
              + " ms of emulated time, not counting waits of the panic CPU (limits.run)");
      return Optional.of(Cause.LIMIT);
    }
    return cause.isEmpty() ? hang() : Optional.empty();
  }

  /** While a node does not answer, what CPUs wait for may still happen. */
  private Optional<Cause> hang() {
    if (run.whereabouts.anySilent()) {
      return Optional.empty();
    }
    long since = run.clock.nanos() - hangNanos();
    if (panics.number() >= 0 && blocked.stuckBefore(panics.number(), since)) {
      return Optional.of(Cause.STUCK);
    }
    return blocked.allBefore(since) ? Optional.of(Cause.QUIESCENT) : Optional.empty();
  }

  private long hangNanos() {
    return run.order.hangNanos() > 0 ? run.order.hangNanos() : run.bundle.limits().hangNanos();
  }

  /**
   * The cause if the user stops the run now: once panic() has finished, only the wait for the other
   * CPUs is cut short.
   */
  Cause ifStopped() {
    return cause.orElse(Cause.INTERRUPTED);
  }

  /** Sets the cause. */
  void decide(Cause why) {
    cause = Optional.of(why);
  }

  /** The cause; if the firmware has ended the machine meanwhile, that one. */
  Cause cause() {
    return cause.orElseThrow();
  }
}
