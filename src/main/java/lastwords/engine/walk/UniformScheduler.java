package lastwords.engine.walk;

import lastwords.engine.walk.RandomWalk.Scheduler;
import lastwords.machine.bus.Random;

/** Picks any choice, all equally likely. */
public final class UniformScheduler implements Scheduler {
  private final long seed;

  public UniformScheduler(long seed) {
    this.seed = seed;
  }

  @Override
  public int pick(int step, int[] choices, int size) {
    return size == 1
        ? choices[0]
        : choices[(int) Long.remainderUnsigned(Random.mix(seed, step), size)];
  }

  @Override
  public int end(int step) {
    return (int) (Random.mix(~seed, step) >>> 63);
  }
}
