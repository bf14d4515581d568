package lastwords.engine.witness;

import java.util.List;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.explore.Choice;
import lastwords.engine.explore.Replay;
import lastwords.machine.Machine;
import lastwords.machine.StepSink;
import lastwords.scenario.Setup;
import lastwords.verdict.Ending.Cause;

/** How a run goes, of all the ways in which it could. */
public sealed interface Way {
  /**
   * Makes the run.
   *
   * @throws IllegalStateException when it cannot go so
   */
  Replay.Done run(Setup setup, StepSink sink);

  /** As the simulate engine's timing has it with a seed. */
  record Seeded(long seed) implements Way {
    @Override
    public Replay.Done run(Setup setup, StepSink sink) {
      Machine machine = Simulator.booted(setup);
      RunResult result = Simulator.run(setup, seed, sink, new LocalHost(machine));
      return new Replay.Done(result, machine);
    }
  }

  /**
   * As a schedule says.
   *
   * @param cause why it is over then
   * @param impatient may waits for a time end at any time?
   */
  record Scheduled(List<Choice> schedule, Cause cause, boolean impatient) implements Way {
    public Scheduled {
      schedule = List.copyOf(schedule);
    }

    @Override
    public Replay.Done run(Setup setup, StepSink sink) {
      return Replay.done(setup, schedule, cause, sink);
    }
  }
}
