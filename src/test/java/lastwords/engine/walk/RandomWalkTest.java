package lastwords.engine.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import lastwords.engine.explore.Bench;
import lastwords.engine.explore.RandomKernel;
import lastwords.engine.sample.Extent;
import lastwords.engine.sample.PctScheduler;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Setup;
import org.junit.jupiter.api.Test;

final class RandomWalkTest {
  private static final int KERNELS = 40;
  private static final int WALKS = 25;
  private static final int BOUND = 20_000;

  @Test
  void whatAWalkFindsIsAmongWhatExploringFindsAndReplays() {
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Setup setup = Bench.setup(source);
      Set<String> all = Bench.outcomes(Bench.explore(source));
      RandomWalk walk = new RandomWalk(setup, false, BOUND);
      Extent extent = Extent.of(walk);
      for (long number = 0; number < WALKS; number++) {
        check(setup, walk.run(new UniformScheduler(number)), all, source);
        check(setup, walk.run(new PctScheduler(number, 3, extent.length())), all, source);
      }
    }
  }

  private static void check(Setup setup, Taken taken, Set<String> all, String source) {
    assertThat(all).as(source + taken.schedule()).contains(taken.outcome().summary());
    assertThat(
            Replay.run(setup, taken.schedule(), taken.cause(), StepSink.NONE).outcome().summary())
        .isEqualTo(taken.outcome().summary());
  }

  @Test
  void walksWithEarlyTimeoutsFindNothingThatExploringWithThemDoesNot() {
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Set<String> all = Bench.outcomes(Bench.earlyTimeouts(source));
      RandomWalk walk = new RandomWalk(Bench.setup(source), true, BOUND);
      for (long number = 0; number < WALKS; number++) {
        assertThat(all)
            .as(source)
            .contains(walk.run(new UniformScheduler(number)).outcome().summary());
      }
    }
  }

  @Test
  void aWalkDoesNotDependOnThoseBeforeIt() {
    Setup setup = Bench.setup(RandomKernel.source(3));
    RandomWalk one = new RandomWalk(setup, false, BOUND);
    RandomWalk other = new RandomWalk(setup, false, BOUND);
    for (long number = 0; number < 10; number++) {
      other.run(new UniformScheduler(100 - number));
      assertThat(one.run(new UniformScheduler(number)))
          .isEqualTo(other.run(new UniformScheduler(number)));
    }
  }

  /** Steps of cpu1 that must all fall into one gap of cpu0: a bug of depth 2. */
  private static final String DEPTH_TWO =
      """
      int x; int y;
      void cpu0(void) { lw_panic_begins(); x = 1; if (x == 2) hw_reset(); y = 1; y = 2; y = 3; y = 4; }
      void cpu1(void) { y = 11; y = 12; y = 13; y = 14; y = 15; y = 16; x = 2; y = 17; y = 18; }
      """;

  @Test
  void prioritiesFindABugAtLeastAsOftenAsGuaranteed() {
    RandomWalk walk = new RandomWalk(Bench.setup(DEPTH_TWO), false, BOUND);
    Extent extent = Extent.of(walk);
    assertThat(extent.actors()).isEqualTo(2);
    int found = 0;
    int runs = 2000;
    for (long seed = 0; seed < runs; seed++) {
      Taken taken = walk.run(new PctScheduler(seed, 2, extent.length()));
      found += taken.outcome().summary().startsWith("reboot") ? 1 : 0;
    }
    assertThat((double) found / runs).isGreaterThanOrEqualTo(extent.guarantee(2));
    assertThat(found).isLessThan(runs);
  }

  @Test
  void nobodyStarvesBesideAnEndlessLoop() {
    String source =
        "int x; void cpu0(void) { lw_panic_begins(); x = 1; hw_reset(); } void cpu1(void) { for (;;) { x++; } }";
    RandomWalk walk = new RandomWalk(Bench.setup(source), false, BOUND);
    Set<String> outcomes = new TreeSet<>();
    for (long seed = 0; seed < 20; seed++) {
      outcomes.add(walk.run(new PctScheduler(seed, 1, 100)).outcome().summary().split(",")[0]);
    }
    assertThat(outcomes).containsExactly("reboot");
  }
}
