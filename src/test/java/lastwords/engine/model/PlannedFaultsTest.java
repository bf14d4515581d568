package lastwords.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import lastwords.engine.explore.Bench;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.RandomKernel;
import lastwords.engine.explore.Search;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.engine.witness.WitnessReader;
import lastwords.engine.witness.WitnessText;
import lastwords.machine.bus.StepSink;
import lastwords.machine.bus.Trigger;
import lastwords.machine.fault.CpuFault.CorruptIdt;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.machine.fault.Fault;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;

/**
 * Faults that begin at a place in the code, or at a time, or that end: in explore as in simulate.
 */
class PlannedFaultsTest {
  private static final int KERNELS = 60;
  private static final int FEW = 20;
  private static final int SEEDS = 100;

  /** CPU 0 needs the lock that CPU 1 holds for a while, in take(), twice. */
  private static final String TWICE =
      """
      DEFINE_RAW_SPINLOCK(a);
      int x;
      void take(void) { raw_spin_lock(&a); x = 1; raw_spin_unlock(&a); }
      void cpu0(void) { lw_panic_begins(); raw_spin_lock(&a); raw_spin_unlock(&a);
        lw_final_loop(); for (;;) halt(); }
      void cpu1(void) { take(); x = 2; take(); }
      """;

  private static Setup with(String source, Fault... faults) {
    Setup setup = Bench.setup(source);
    return new Setup(
        setup.image(), setup.machine(), setup.entries(), List.of(faults), setup.limits());
  }

  /** A stall of CPU 1. */
  private static Fault stall(String function, String lock, long at, long nanos) {
    return stall(new Trigger(at, function, lock, 100, 1, 1, 0), nanos);
  }

  private static Fault stall(Trigger trigger, long nanos) {
    OptionalLong lasting = nanos < 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    return new StallCpu(0, 1, lasting, trigger);
  }

  private static Exploration explore(Setup setup, boolean earlyTimeouts) {
    Exploration found =
        Explorer.explore(setup, earlyTimeouts, Bench.BOUNDS, Explorer.Listener.NONE);
    assertThat(found.exhausted()).isTrue();
    return found;
  }

  private static long hangs(Exploration found) {
    return Bench.outcomes(found).stream().filter(it -> it.startsWith("hang")).count();
  }

  @Test
  void aCpuThatStallsWithTheLockForGoodHangsTheOther() {
    Exploration found = explore(with(TWICE, stall("", "a", -1, -1)), false);
    assertThat(hangs(found)).isPositive();
    assertThat(Bench.outcomes(found)).anyMatch(it -> it.startsWith("loop"));
  }

  /** It is in take() only once it holds the lock, and no longer after its last step there. */
  @Test
  void aPlaceIsWhereAStepHasLed() {
    Exploration found = explore(with(TWICE, stall("take", "", -1, -1)), false);
    assertThat(hangs(found)).isPositive();
    Exploration outside = explore(with(TWICE, stall("cpu0", "", -1, -1)), false);
    assertThat(hangs(outside)).isZero();
  }

  @Test
  void aStallThatEndsOnlyDelays() {
    for (long nanos : new long[] {500, 10_000_000}) {
      Exploration found = explore(with(TWICE, stall("", "a", -1, nanos)), false);
      assertThat(hangs(found)).isZero();
    }
  }

  /** The second time that it holds the lock; there is no third time. */
  @Test
  void matchesMayPassFirst() {
    for (int space = 0; space < 3; space++) {
      Fault fault = stall(new Trigger(0, "", "a", 100, 1, 1, space), -1);
      assertThat(hangs(explore(with(TWICE, fault), false)) > 0).isEqualTo(space < 2);
    }
  }

  @Test
  void aFaultThatComesByChanceMayStayAway() {
    String alone =
        TWICE.replace("lw_panic_begins();", "lw_panic_begins(); while (x != 2) cpu_relax();");
    Fault sure = stall(new Trigger(0, "take", "", 100, 1, 1, 0), -1);
    Fault chance = stall(new Trigger(0, "take", "", 50, 1, 1, 0), -1);
    assertThat(Bench.outcomes(explore(with(alone, sure), false)))
        .allMatch(it -> it.startsWith("hang"));
    assertThat(Bench.outcomes(explore(with(alone, chance), false)))
        .anyMatch(it -> it.startsWith("loop"));
  }

  /** A fault at a time may strike at any moment; one at a time and a place, from then on. */
  @Test
  void aTimeMayComeAtAnyMoment() {
    Exploration anywhere = explore(with(TWICE, stall("", "", 5_000, -1)), false);
    assertThat(hangs(anywhere)).isPositive();
    assertThat(Bench.outcomes(anywhere)).anyMatch(it -> it.startsWith("loop"));
    Exploration later = explore(with(TWICE, stall("", "a", 5_000, -1)), false);
    assertThat(hangs(later)).isPositive();
  }

  // ---- laws ----

  private static Setup random(long seed) {
    Random random = new Random(seed);
    String source =
        RandomKernel.source(seed)
            .replace("x = 1;", "f();")
            .replace("int x;", "int x; void f(void) { x = 1; if (x == 2) x = 1; }");
    boolean lock = random.nextBoolean();
    String function = List.of("f", "cpu1", "cpu0", "ipi").get(random.nextInt(4));
    boolean stalls = random.nextInt(4) > 0;
    int cpu = random.nextInt(2);
    String held = lock ? "ab".substring(random.nextInt(2)).substring(0, 1) : "";
    long at = List.of(0L, 0L, 700L, 3_000L).get(random.nextInt(4));
    OptionalLong nanos =
        List.of(
                OptionalLong.empty(),
                OptionalLong.of(900),
                OptionalLong.of(20_000),
                OptionalLong.of(3_000_000))
            .get(random.nextInt(4));
    Trigger trigger =
        new Trigger(
            at,
            lock ? "" : function,
            held,
            random.nextInt(4) == 0 ? 50 : 100,
            1 + random.nextInt(2),
            List.of(Trigger.UNLIMITED, 1, 1, 2).get(random.nextInt(4)),
            Math.max(0, random.nextInt(4) - 2));
    return with(
        source, stalls ? new StallCpu(0, cpu, nanos, trigger) : new CorruptIdt(0, cpu, trigger));
  }

  @Test
  void everyOutcomeOfSimulateIsFoundByExploreWithEarlyTimeouts() {
    int others = 0;
    for (long seed = 0; seed < KERNELS; seed++) {
      Setup setup = random(seed);
      Exploration found = explore(setup, true);
      Set<String> simulated = Bench.simulated(setup, SEEDS);
      assertThat(Bench.outcomes(found)).as(seed + ": " + setup.faults()).containsAll(simulated);
      Setup without = with(RandomKernel.source(seed));
      others += simulated.equals(Bench.simulated(without, SEEDS)) ? 0 : 1;
    }
    assertThat(others).isGreaterThan(KERNELS / 10);
  }

  @Test
  void everyWitnessReplays() {
    for (long seed = 0; seed < FEW; seed++) {
      Setup setup = random(seed);
      for (boolean earlyTimeouts : new boolean[] {false, true}) {
        for (Finding it : explore(setup, earlyTimeouts).findings()) {
          RunSpec runSpec = RunSpec.Scheduled.of(it, earlyTimeouts);
          String outcome = it.outcome().summary();
          Witness witness =
              Witness.of("random", "default", Overrides.NONE, setup, runSpec, outcome);
          Witness read = WitnessReader.read("file", WitnessText.of(witness));
          assertThat(read).isEqualTo(witness);
          String again = read.runSpec().run(setup, StepSink.NONE).result().outcome().summary();
          assertThat(again).as(seed + ": " + setup.faults()).isEqualTo(outcome);
        }
      }
    }
  }

  @Test
  void reductionAndWorkersChangeNoOutcome() {
    for (long seed = 0; seed < FEW; seed++) {
      Setup setup = random(seed);
      List<Set<String>> all = new ArrayList<>();
      Search search = Bench.SEARCH.withEarlyTimeouts(true);
      for (Search it : List.of(search, search.withReduced(false), search.withWorkers(2))) {
        Exploration found = Explorer.explore(setup, it, Explorer.Listener.NONE);
        assertThat(found.exhausted()).isTrue();
        all.add(Bench.outcomes(found));
      }
      assertThat(all).as(seed + ": " + setup.faults()).containsOnly(all.get(0));
    }
  }
}
