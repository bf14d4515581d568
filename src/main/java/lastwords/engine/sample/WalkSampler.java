package lastwords.engine.sample;

import java.util.function.LongFunction;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.RandomWalk.Scheduler;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.engine.witness.RunSpec;

/** Runs without a clock, in which a scheduler decides what happens next. */
public final class WalkSampler implements Sampler {
  private final RandomWalk walk;
  private final boolean earlyTimeouts;
  private final LongFunction<Scheduler> scheduler;

  /**
   * @param earlyTimeouts whether the walk has them
   * @param scheduler the one for a seed
   */
  public WalkSampler(RandomWalk walk, boolean earlyTimeouts, LongFunction<Scheduler> scheduler) {
    this.walk = walk;
    this.earlyTimeouts = earlyTimeouts;
    this.scheduler = scheduler;
  }

  @Override
  public Sampled run(long seed) {
    Taken taken = walk.run(scheduler.apply(seed));
    return new Sampled(seed, taken.outcome(), taken.schedule().size(), taken.faults());
  }

  @Override
  public RunSpec runSpec(long seed) {
    Taken taken = walk.run(scheduler.apply(seed));
    return new RunSpec.Scheduled(taken.schedule(), taken.cause(), earlyTimeouts);
  }
}
