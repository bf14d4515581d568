package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import org.junit.jupiter.api.Test;

/** Laws of every kernel, tested with random kernels. */
class ExplorerLawsTest {
  private static final int MODELS = 300;
  private static final int KERNELS = 50;
  private static final int REDUCED = 250;
  private static final Bounds SMALL = new Bounds(10_000, Integer.MAX_VALUE, 1 << 30);
  private static final int SEEDS = 200;
  private static final Search FIRST_STATES =
      Search.DEFAULT.withBounds(new Bounds(1_500, Integer.MAX_VALUE, 1 << 30));

  @Test
  void statesAndTransitionsAreThoseOfAnIndependentModel() {
    int hangs = 0;
    for (long seed = 0; seed < MODELS; seed++) {
      SmallModel model = new SmallModel(seed, true);
      hangs += equal(model, Bench.full(model.source())) ? 1 : 0;
    }
    assertThat(hangs).isBetween(MODELS / 20, MODELS - MODELS / 20);
  }

  /** None of these programs uses what it has loaded. */
  @Test
  void reducedStatesAreThoseOfAModelWithoutRegisters() {
    for (long seed = 0; seed < MODELS; seed++) {
      SmallModel model = new SmallModel(seed, false);
      equal(model, Bench.explore(model.source(), Bench.SEARCH.withCommuting(false)));
    }
  }

  private static boolean equal(SmallModel model, Exploration found) {
    assertThat(found.states()).as(model.source()).isEqualTo(model.states());
    assertThat(found.transitions()).as(model.source()).isEqualTo(model.transitions());
    boolean hang = Bench.outcomes(found).stream().anyMatch(outcome -> outcome.startsWith("hang"));
    assertThat(hang).as(model.source()).isEqualTo(model.hangs());
    return hang;
  }

  /** What is removed from states has no influence: the outcomes are the same. */
  @Test
  void reductionChangesNoOutcome() {
    int checked = 0;
    for (long seed = 0; seed < REDUCED; seed++) {
      String source = RandomKernel.source(seed);
      checked += sameOutcomes(source, false) ? 1 : 0;
      checked += sameOutcomes(source, true) ? 1 : 0;
    }
    assertThat(checked).isGreaterThan(REDUCED * 2 * 9 / 10);
  }

  private static boolean sameOutcomes(String source, boolean earlyTimeouts) {
    Search search = Search.DEFAULT.withBounds(SMALL).withEarlyTimeouts(earlyTimeouts);
    Exploration full = Bench.explore(source, search.withReduced(false));
    if (!full.exhausted()) {
      return false;
    }
    Exploration reduced = Bench.explore(source, search);
    assertThat(Bench.outcomes(reduced)).as(source).isEqualTo(Bench.outcomes(full));
    assertThat(reduced.doomed() > 0).as(source).isEqualTo(full.doomed() > 0);
    assertThat(reduced.states()).as(source).isLessThanOrEqualTo(full.states());
    return true;
  }

  @Test
  void workersAndTheWayOfComparingChangeNothing() {
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Search search = Bench.SEARCH.withEarlyTimeouts(true).withBudget(Budget.stalls(1));
      Exploration one = Bench.explore(source, search);
      same(Bench.explore(source, search.withWorkers(3)), one, source);
      same(Bench.explore(source, search.withExact(true)), one, source);
      same(Bench.explore(source, search.withRemembering(false)), one, source);
    }
  }

  /** The effect of a step is computed once for all states in which it reads the same. */
  @Test
  void rememberingWhatStepsDoChangesNothingInShippedScenarios() {
    Catalog catalog = Catalog.at(Path.of(""));
    for (String scenario : catalog.scenarios()) {
      Setup setup = catalog.scenario(scenario).cases().get(0).setup();
      Search search = FIRST_STATES.withEarlyTimeouts(true).withBudget(Budget.stalls(1));
      Exploration anew = explore(setup, search.withRemembering(false));
      same(explore(setup, search), anew, scenario);
    }
  }

  private static Exploration explore(Setup setup, Search search) {
    return Explorer.explore(setup, search, Explorer.Listener.NONE);
  }

  private static void same(Exploration other, Exploration one, String source) {
    assertThat(other.findings()).as(source).isEqualTo(one.findings());
    assertThat(other.states()).as(source).isEqualTo(one.states());
    assertThat(other.transitions()).as(source).isEqualTo(one.transitions());
    assertThat(other.depth()).as(source).isEqualTo(one.depth());
    assertThat(other.doomed()).as(source).isEqualTo(one.doomed());
    assertThat(other.end()).as(source).isEqualTo(one.end());
  }

  @Test
  void everyOutcomeOfSimulateIsFoundByExploreWithEarlyTimeouts() {
    int several = 0;
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Exploration found = Bench.earlyTimeouts(source);
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
      Exploration usual = Bench.explore(source);
      assertThat(Bench.outcomes(Bench.earlyTimeouts(source)))
          .as(source)
          .containsAll(Bench.outcomes(usual));
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
