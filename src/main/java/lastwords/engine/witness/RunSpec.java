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

/** How a run goes, of all the ways in which it could. */
public sealed interface RunSpec {
  /**
   * Makes the run.
   *
   * @throws IllegalStateException when it cannot go so
   */
  default Replay.Done run(Setup setup, StepSink sink) {
    return run(setup, sink, machine -> {});
  }

  /**
   * The same.
   *
   * @param begins takes the machine, booted, before its first step
   */
  Replay.Done run(Setup setup, StepSink sink, Consumer<Machine> begins);

  /** As the simulate engine's timing has it with a seed. */
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
   * As a schedule says.
   *
   * @param cycle what happens after it again and again, for ever; nothing: the run is over
   * @param cause why it is over then
   * @param earlyTimeouts may waits for a time end at any time?
   * @param reduced does a step run on over what only its own CPU can see, as in a search with
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

    /** Of a run that comes to an end. */
    public Scheduled(List<Action> schedule, Cause cause, boolean earlyTimeouts) {
      this(schedule, List.of(), cause, earlyTimeouts, true);
    }

    /** The same with a turn of the cycle in the schedule. */
    public Scheduled unrolled() {
      List<Action> more = new ArrayList<>(schedule);
      more.addAll(cycle);
      return new Scheduled(more, cycle, cause, earlyTimeouts, reduced);
    }

    /** The run that shows what an exploration, with reduction, has found. */
    public static Scheduled of(Finding finding, boolean earlyTimeouts) {
      return of(finding, earlyTimeouts, true);
    }

    /** The same of one with or without. */
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
