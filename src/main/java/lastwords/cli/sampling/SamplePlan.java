package lastwords.cli.sampling;

import java.util.Locale;
import java.util.Optional;
import lastwords.engine.BootedSetup;
import lastwords.engine.sample.Extent;
import lastwords.engine.sample.PctScheduler;
import lastwords.engine.sample.Sampler;
import lastwords.engine.sample.TimedSampler;
import lastwords.engine.sample.WalkSampler;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.UniformScheduler;
import lastwords.scenario.Setup;

/** How a sample's runs are made: one sampler for each worker. */
public final class SamplePlan {
  /** Number of choices after which a run without a clock is given up. */
  private static final int MOST_CHOICES = 200_000;

  private final Setup setup;
  private final Strategy strategy;
  private final int depth;
  private final boolean earlyTimeouts;
  private final Optional<BootedSetup> booted;
  private final Optional<Extent> extent;

  public SamplePlan(Setup setup, Strategy strategy, int depth, boolean earlyTimeouts) {
    this.setup = setup;
    this.strategy = strategy;
    this.depth = depth;
    this.earlyTimeouts = earlyTimeouts;
    this.booted =
        strategy == Strategy.TIMED ? Optional.of(new BootedSetup(setup)) : Optional.empty();
    this.extent = strategy == Strategy.PCT ? Optional.of(Extent.of(walk())) : Optional.empty();
  }

  private RandomWalk walk() {
    return new RandomWalk(setup, earlyTimeouts, MOST_CHOICES);
  }

  /** A new sampler, for one worker. */
  Sampler sampler() {
    return switch (strategy) {
      case TIMED -> new TimedSampler(booted.orElseThrow());
      case RANDOM -> new WalkSampler(walk(), earlyTimeouts, UniformScheduler::new);
      case PCT -> {
        int length = extent.orElseThrow().length();
        yield new WalkSampler(walk(), earlyTimeouts, seed -> new PctScheduler(seed, depth, length));
      }
    };
  }

  /** Is there a clock, so that lengths are times? */
  boolean timed() {
    return strategy == Strategy.TIMED;
  }

  Strategy strategy() {
    return strategy;
  }

  /** The command line that samples a single run, which {@code run --seed} cannot make. */
  String again(String run) {
    String sample = run.replaceFirst("^lastwords run ", "lastwords sample ");
    String more = strategy == Strategy.PCT ? " --depth " + depth : "";
    return sample.replaceFirst(
            " --seed (-?\\d+)$", " --strategy " + strategy + more + " --seed-from $1")
        + (earlyTimeouts ? " --early-timeouts" : "")
        + " --runs 1 --witness-dir .";
  }

  /** The plan in a few words. */
  String text() {
    return strategy == Strategy.PCT ? "pct of depth " + depth : strategy.toString();
  }

  /** PCT's guarantee; empty for other strategies. */
  Optional<Double> guarantee() {
    return extent.map(it -> it.guarantee(depth));
  }

  /** The guarantee in words; empty if there is none. */
  String guaranteeText() {
    return extent
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "n = %d actors, k = %d choices: a run shows a bug of depth %d with a probability of at"
                        + " least 1/(n*k^%d) = %.3g",
                    it.actors(),
                    it.length(),
                    depth,
                    depth - 1,
                    it.guarantee(depth)))
        .orElse("");
  }
}
