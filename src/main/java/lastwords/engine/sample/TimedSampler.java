package lastwords.engine.sample;

import lastwords.engine.BootedSetup;
import lastwords.engine.Rerun;
import lastwords.engine.witness.RunSpec;

/** Runs in emulated time, with jitter determined by the seed: as likely as timing makes them. */
public final class TimedSampler implements Sampler {
  private final Rerun runs;

  public TimedSampler(BootedSetup setup) {
    this.runs = setup.rerun();
  }

  @Override
  public Sampled run(long seed) {
    Rerun.Result result = runs.run(seed);
    return new Sampled(seed, result.outcome(), result.nanos(), result.faults());
  }

  @Override
  public RunSpec runSpec(long seed) {
    return new RunSpec.Seeded(seed);
  }
}
