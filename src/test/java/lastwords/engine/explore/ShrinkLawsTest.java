package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.engine.walk.UniformScheduler;
import lastwords.engine.witness.Reduction;
import lastwords.engine.witness.RunSpec.Scheduled;
import lastwords.engine.witness.Shrinker;
import lastwords.engine.witness.Shrinker.Shrunk;
import lastwords.machine.bus.StepSink;
import lastwords.machine.bus.Trigger;
import lastwords.machine.fault.DeviceFault;
import lastwords.machine.fault.Fault;
import lastwords.scenario.Setup;
import org.junit.jupiter.api.Test;

/** Laws of shrinking, tested with random kernels. */
final class ShrinkLawsTest {
  private static final int KERNELS = 60;
  private static final int BOUND = 20_000;
  private static final int TRIES = 3_000;

  private static Shrunk shrink(Setup setup, Taken taken, int states) {
    Scheduled runSpec = new Scheduled(taken.schedule(), taken.cause(), false);
    return Shrinker.shrink(
        setup, Reduction.NONE, runSpec, taken.outcome(), states, TRIES, tries -> {});
  }

  private static void replays(Setup setup, Shrunk shrunk, Taken taken, String source) {
    Setup left = shrunk.reduction().of(setup);
    String outcome = shrunk.runSpec().run(left, StepSink.NONE).result().outcome().summary();
    assertThat(outcome).as(source).isEqualTo(shrunk.outcome().summary());
    assertThat(outcome.split(", not")[0])
        .as(source)
        .isEqualTo(taken.outcome().summary().split(", not")[0]);
    assertThat(shrunk.after()).as(source).isLessThanOrEqualTo(shrunk.before());
  }

  @Test
  void aShrunkRunIsTheShortestThereIs() {
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Setup setup = Bench.setup(source);
      Taken taken = new RandomWalk(setup, false, BOUND).run(new UniformScheduler(seed));
      Shrunk shrunk = shrink(setup, taken, 100_000);
      replays(setup, shrunk, taken, source);
      assertThat(shrunk.shortest()).isTrue();
      Exploration found = Bench.explore(shrunk.reduction().of(setup));
      Optional<Finding> finding =
          found.findings().stream()
              .filter(it -> it.outcome().summary().equals(shrunk.outcome().summary()))
              .findFirst();
      assertThat(shrunk.after().choices())
          .as(source)
          .isEqualTo(finding.orElseThrow().witness().size());
    }
  }

  /** Where no search is possible, leaving out choices still finds a run that is nearly as short. */
  @Test
  void withoutASearchItIsStillASmallerRunOfTheSameOutcome() {
    int shorter = 0;
    int same = 0;
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Setup setup = Bench.setup(source);
      Taken taken = new RandomWalk(setup, false, BOUND).run(new UniformScheduler(seed));
      Shrunk shrunk = shrink(setup, taken, 1);
      replays(setup, shrunk, taken, source);
      assertThat(shrunk.shortest()).isFalse();
      shorter += shrunk.after().choices() < shrunk.before().choices() ? 1 : 0;
      same += shrunk.after().choices() == shrink(setup, taken, 100_000).after().choices() ? 1 : 0;
    }
    assertThat(shorter).isGreaterThan(KERNELS / 10);
    assertThat(same).isGreaterThan(KERNELS / 2);
  }

  private static final String THREE =
      """
      DEFINE_RAW_SPINLOCK(a); DEFINE_RAW_SPINLOCK(b); int x;
      void idle(void) { for (;;) halt(); }
      void cpu0(void) { raw_spin_lock(&a); x++; raw_spin_lock(&b); }
      void cpu1(void) { raw_spin_lock(&b); x++; raw_spin_lock(&a); }
      void cpu2(void) { x++; x++; x++; hw_send_ipi(1, 0x40); }
      __interrupt(0x40) void ipi(void) { x++; }
      """;

  @Test
  void faultsAndCpusThatDoNotMatterAreTakenAway() {
    Setup three = Bench.setup(THREE);
    List<Fault> faults = new ArrayList<>();
    faults.add(new DeviceFault(0, DeviceFault.Kind.WEDGE_CONSOLE, 0, 1, Trigger.at(0)));
    Setup setup =
        new Setup(three.image(), three.machine(), three.entries(), faults, three.limits());
    RandomWalk walk = new RandomWalk(setup, false, BOUND);
    Taken taken = walk.run(new UniformScheduler(0));
    for (long seed = 1; !taken.outcome().summary().startsWith("hang at cpu0:b"); seed++) {
      taken = walk.run(new UniformScheduler(seed));
    }
    Shrunk shrunk = shrink(setup, taken, 100_000);
    assertThat(shrunk.after().faults()).isZero();
    assertThat(shrunk.after().cpus()).isEqualTo(2);
    assertThat(shrunk.after().choices()).isEqualTo(8);
    assertThat(shrunk.after().switches()).isEqualTo(2);
    assertThat(shrunk.reduction().withoutFaults()).containsExactly(0);
  }
}
