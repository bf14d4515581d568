package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import lastwords.scenario.Setup;
import org.junit.jupiter.api.Test;

/** What holds for every kernel: tried with kernels drawn by chance. */
class ExplorerLawsTest {
  private static final int MODELS = 300;
  private static final int KERNELS = 50;
  private static final int SEEDS = 200;

  @Test
  void statesAndTransitionsAreThoseOfAnIndependentModel() {
    int hangs = 0;
    for (long seed = 0; seed < MODELS; seed++) {
      SmallModel model = new SmallModel(seed);
      Exploration found = Bench.explore(model.source());
      assertThat(found.states()).as(seed + ": " + model.source()).isEqualTo(model.states());
      assertThat(found.transitions())
          .as(seed + ": " + model.source())
          .isEqualTo(model.transitions());
      boolean hang = Bench.outcomes(found).stream().anyMatch(outcome -> outcome.startsWith("hang"));
      assertThat(hang).as(seed + ": " + model.source()).isEqualTo(model.hangs());
      hangs += hang ? 1 : 0;
    }
    assertThat(hangs).isBetween(MODELS / 20, MODELS - MODELS / 20);
  }

  @Test
  void everyOutcomeOfSimulateIsFoundByExploreWhenImpatient() {
    int several = 0;
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Exploration found = Bench.impatient(source);
      assertThat(found.exhausted()).as(seed + ": " + source).isTrue();
      Set<String> simulated = Bench.simulated(Bench.setup(source), SEEDS);
      assertThat(Bench.outcomes(found)).as(seed + ": " + source).containsAll(simulated);
      several += simulated.size() > 1 ? 1 : 0;
    }
    assertThat(several).isGreaterThan(KERNELS / 10);
  }

  @Test
  void patienceOnlyTakesOutcomesAway() {
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Exploration patient = Bench.explore(source);
      assertThat(Bench.outcomes(Bench.impatient(source)))
          .as(source)
          .containsAll(Bench.outcomes(patient));
    }
  }

  @Test
  void theSameSetupGivesTheSameResult() {
    for (long seed = 0; seed < KERNELS; seed++) {
      Setup setup = Bench.setup(RandomKernel.source(seed));
      Exploration once = Explorer.explore(setup, true, Bench.BOUNDS, Explorer.Listener.NONE);
      Exploration again = Explorer.explore(setup, true, Bench.BOUNDS, Explorer.Listener.NONE);
      assertThat(again).isEqualTo(once);
    }
  }
}
