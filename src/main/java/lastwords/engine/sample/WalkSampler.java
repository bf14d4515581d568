package lastwords.engine.sample;

import java.util.function.LongFunction;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.RandomWalk.Picker;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.engine.witness.Way;

/** Runs without a clock, in which a picker decides what happens next. */
public final class WalkSampler implements Sampler {
  private final RandomWalk walk;
  private final boolean impatient;
  private final LongFunction<Picker> picker;

  /**
   * @param impatient whether the walk is
   * @param picker the one for a seed
   */
  public WalkSampler(RandomWalk walk, boolean impatient, LongFunction<Picker> picker) {
    this.walk = walk;
    this.impatient = impatient;
    this.picker = picker;
  }

  @Override
  public Sampled run(long seed) {
    Taken taken = walk.run(picker.apply(seed));
    return new Sampled(seed, taken.outcome(), taken.schedule().size(), taken.faults());
  }

  @Override
  public Way way(long seed) {
    Taken taken = walk.run(picker.apply(seed));
    return new Way.Scheduled(taken.schedule(), taken.cause(), impatient);
  }
}
