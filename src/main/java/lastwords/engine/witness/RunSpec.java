package lastwords.engine.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.model.Action;
import lastwords.engine.walk.Replay;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Setup;

/** What determines a run, among all possible ones. */
public sealed interface RunSpec {
  /**
   * Makes the run.
   *
   * @throws IllegalStateException if it cannot happen
   */
  default Replay.Done run(Setup setup, StepSink sink) {
    return run(setup, sink, machine -> {});
  }

  /**
   * As above.
   *
   * @param begins receives the booted machine before its first step
   */
  Replay.Done run(Setup setup, StepSink sink, Consumer<Machine> begins);

  /** In emulated time, with jitter from this seed. */
  record Seeded(long seed) implements RunSpec {
    @Override
    public Replay.Done run(Setup setup, StepSink sink, Consumer<Machine> begins) {
      Machine machine = Simulator.booted(setup);
      begins.accept(machine);
      RunResult result = Simulator.run(setup, seed, sink, new LocalHost(machine));
      return new Replay.Done(result, machine);
    }
  }

  /**
   * By a schedule.
   *
   * @param cycle repeated for ever after it; empty: the run is over
   * @param cause why it is over then
   * @param earlyTimeouts may timed waits end at any time?
   * @param reduced does a step run ahead over what only its own CPU can see, as in a search with
   *     reduction?
   */
  record Scheduled(
      List<Action> schedule,
      List<Action> cycle,
      Cause cause,
      boolean earlyTimeouts,
      boolean reduced)
      implements RunSpec {
    public Scheduled {
      schedule = List.copyOf(schedule);
      cycle = List.copyOf(cycle);
    }

    /** Of a run that ends. */
    public Scheduled(List<Action> schedule, Cause cause, boolean earlyTimeouts) {
      this(schedule, List.of(), cause, earlyTimeouts, true);
    }

    /** As above, with one iteration of the cycle in the schedule. */
    public Scheduled unrolled() {
      List<Action> more = new ArrayList<>(schedule);
      more.addAll(cycle);
      return new Scheduled(more, cycle, cause, earlyTimeouts, reduced);
    }

    /** The run that shows a finding of a reduced exploration. */
    public static Scheduled of(Finding finding, boolean earlyTimeouts) {
      return of(finding, earlyTimeouts, true);
    }

    /** As above, of a reduced exploration or not. */
    public static Scheduled of(Finding finding, boolean earlyTimeouts, boolean reduced) {
      return new Scheduled(
          finding.witness(), finding.cycle(), finding.cause(), earlyTimeouts, reduced);
    }

    @Override
    public Replay.Done run(Setup setup, StepSink sink, Consumer<Machine> begins) {
      return Replay.done(setup, schedule, cycle, cause, reduced, sink, begins);
    }
  }
}
