package lastwords.engine;

import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Setup;

/**
 * A setup whose machine has been booted once; every run starts from a copy of it. Safe to use from
 * many threads.
 */
public final class BootedSetup {
  private final Setup setup;
  private final Machine booted;

  public BootedSetup(Setup setup) {
    this.setup = setup;
    this.booted = Simulator.booted(setup);
  }

  /** Runs it with this seed. */
  public RunResult run(long seed, StepSink sink) {
    return Simulator.run(setup, seed, sink, new LocalHost(booted.copy()));
  }

  /** For many runs, in one thread. */
  public Rerun rerun() {
    return new Rerun(setup, booted);
  }

  public Setup setup() {
    return setup;
  }
}
