package lastwords.cluster.machine;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.MachineProtocol.Report;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.engine.RunResult;
import lastwords.engine.recording.RunFooter;
import lastwords.machine.Machine;
import lastwords.machine.PartState;
import lastwords.outcome.Ending;
import lastwords.outcome.Ending.Cause;
import lastwords.outcome.FaultCount;

/**
 * Concludes a live run: freezes all parts, collects their states, counts those that do not answer
 * as lost, and reads the outcome off the rest.
 */
final class Conclusion {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);

  private final LiveRun run;
  private final EndWatch watch;
  private final Supplier<List<FaultCount>> faults;
  private final SortedMap<Integer, PartState> states = new TreeMap<>();
  private final SortedMap<Integer, Integer> unanswered = new TreeMap<>();
  private long endNanos;
  private long frozenAt; // wall ns; 0 before it has begun

  /**
   * @param faults how often each has fired
   */
  Conclusion(LiveRun run, EndWatch watch, Supplier<List<FaultCount>> faults) {
    this.run = run;
    this.faults = faults;
    this.watch = watch;
  }

  /** Has it begun, without a result yet? */
  boolean underWay() {
    return frozenAt != 0 && !run.status.is(State.ENDED);
  }

  /** Freezes all parts that are not lost. */
  void begin(Cause why) {
    if (frozenAt != 0) {
      return;
    }
    resume(why, run.clock.nanos());
    run.keeping.change();
  }

  /** Ends the run at the user's request. */
  void stop() {
    begin(watch.ifStopped());
  }

  /** The cause, once it has begun. */
  Optional<Cause> cause() {
    return frozenAt == 0 ? Optional.empty() : Optional.of(watch.cause());
  }

  /** When it began, in emulated time. */
  long endNanos() {
    return endNanos;
  }

  /**
   * Freezes all parts that are not lost, at a given time.
   *
   * @param nanos in emulated time
   */
  void resume(Cause why, long nanos) {
    watch.decide(why);
    endNanos = nanos;
    frozenAt = System.nanoTime();
    run.status.ends(endNanos);
    run.orders.forgetAll();
    run.orders.there().forEach(this::freeze);
  }

  /** Freezes one part. */
  void freeze(int part) {
    run.orders.order(part, OrderKind.FREEZE, this::frozen);
  }

  private void frozen(Report report) {
    if (!run.status.is(State.ENDED)) {
      report.state().ifPresent(it -> states.put(report.part(), it));
      if (report.unanswered() >= 0) {
        unanswered.put(report.part(), report.unanswered());
      }
    } else if (run.orders.done()) {
      run.hosting.release(); // the last late answer has arrived
    }
  }

  /**
   * Makes the result once all have answered or time is up.
   *
   * @param now wall time in nanoseconds
   */
  void finish(long now) {
    boolean all = run.orders.done() && run.hosting.complete();
    if (!all && now - frozenAt < PATIENCE) {
      return;
    }
    run.orders.silent().forEach(it -> run.whereabouts.lose(it, run.whereabouts.silent(it)));
    for (int part = 0; part < run.machine.wiring().parts(); part++) {
      if (!run.hosting.has(part) && !run.whereabouts.lost().containsKey(part)) {
        run.whereabouts.lose(part, run.whereabouts.silent(part));
      }
    }
    RunResult result = result();
    run.status.end(Optional.of(result), "");
    run.keeping.change();
    run.log.footer(run.id, new RunFooter(result, run.term));
    if (run.orders.done()) {
      run.hosting.release();
    }
  }

  private RunResult result() {
    Machine machine = run.machine;
    SortedMap<Integer, String> lost = run.whereabouts.lost();
    states.values().forEach(machine::restore);
    lost.keySet().stream().filter(it -> it < machine.cpus()).forEach(it -> machine.cpu(it).lose());
    unanswered.keySet().removeAll(lost.keySet());
    Ending ending = new Ending(watch.cause(), endNanos, run.notes.all(), lost, unanswered);
    return RunResult.of(machine, ending.with(faults.get()), 0);
  }
}
