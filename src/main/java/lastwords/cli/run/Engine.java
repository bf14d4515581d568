package lastwords.cli.run;

import java.util.Locale;
import lastwords.cluster.lockstep.ActorEngine;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Setup;

/** The engines that can run a case. All give the same trace. */
public enum Engine {
  /** All parts in one array of this process. */
  SIMULATE {
    @Override
    RunResult run(Setup setup, long seed, StepSink sink, Machine machine) {
      return Simulator.run(setup, seed, sink, new LocalHost(machine));
    }
  },
  /** Each part in its own actor. */
  ACTORS {
    @Override
    RunResult run(Setup setup, long seed, StepSink sink, Machine machine) {
      try (ActorEngine actors = new ActorEngine()) {
        return actors.run(setup, seed, sink, machine);
      }
    }
  };

  /** Is the whole machine in this process while it runs? */
  boolean isHere() {
    return this == SIMULATE;
  }

  /**
   * @param machine the setup's machine, booted; it holds the state afterwards
   */
  abstract RunResult run(Setup setup, long seed, StepSink sink, Machine machine);

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
