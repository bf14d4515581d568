package lastwords.engine.sample;

import lastwords.engine.BootedSetup;
import lastwords.engine.RunResult;
import lastwords.engine.witness.Way;
import lastwords.machine.StepSink;

/** Runs in emulated time, whose jitter the seed decides: as likely as timing makes them. */
public final class TimedSampler implements Sampler {
  private final BootedSetup setup;

  public TimedSampler(BootedSetup setup) {
    this.setup = setup;
  }

  @Override
  public Sampled run(long seed) {
    RunResult result = setup.run(seed, StepSink.NONE);
    return new Sampled(seed, result.outcome(), result.virtualNanos());
  }

  @Override
  public Way way(long seed) {
    return new Way.Seeded(seed);
  }
}
