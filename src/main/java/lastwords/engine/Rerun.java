package lastwords.engine;

import java.util.List;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending;
import lastwords.outcome.FaultCount;
import lastwords.outcome.Outcome;
import lastwords.scenario.Setup;

/**
 * Runs of one setup, one after the other, of which only the outcome is reported. They share a
 * machine, so that nothing has to be built per run. For one thread.
 */
public final class Rerun {
  private static final long MOST_TEXT = 300_000; // characters kept from run to run

  private final Setup setup;
  private final Machine booted;
  private Machine machine;

  /**
   * The result of a run.
   *
   * @param nanos emulated time
   * @param faults how often each fired
   */
  public record Result(Outcome outcome, long nanos, List<FaultCount> faults) {}

  Rerun(Setup setup, Machine booted) {
    this.setup = setup;
    this.booted = booted;
    this.machine = booted.copy();
  }

  /** Runs it with this seed. */
  public Result run(long seed) {
    machine.begin(booted);
    Ending ending = Simulator.end(setup, seed, StepSink.NONE, new LocalHost(machine));
    Outcome outcome = setup.outcome(machine, ending);
    machine = machine.texts().kept() > MOST_TEXT ? booted.copy() : machine;
    return new Result(outcome, ending.nanos(), ending.faults());
  }
}
