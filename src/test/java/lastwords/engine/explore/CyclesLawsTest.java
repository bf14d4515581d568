package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.engine.witness.WitnessReader;
import lastwords.engine.witness.WitnessText;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.End;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;

/** Laws of endless runs, tested with random programs. */
class CyclesLawsTest {
  private static final int MODELS = Integer.getInteger("lastwords.machines", 200);

  private static boolean endless(Finding finding) {
    return finding.outcome().end() == End.HANG || finding.outcome().end() == End.LIVELOCK;
  }

  /** Does exploring agree with an independent definition of weak fairness? */
  @Test
  void anEndlessOutcomeIsFoundWhereAFairRunNeedNotEnd() {
    int[] endless = new int[2];
    for (long seed = 0; seed < MODELS; seed++) {
      for (int queued = 0; queued < 2; queued++) {
        CycleModel model = new CycleModel(seed, queued == 1);
        Setup setup =
            Bench.setup(model.source(), queued == 1 ? LockKind.QUEUED : LockKind.TEST_AND_SET);
        Search search = Bench.SEARCH.withEarlyTimeouts(true);
        Exploration found = Explorer.explore(setup, search, Explorer.Listener.NONE);
        boolean any = found.findings().stream().anyMatch(CyclesLawsTest::endless);
        assertThat(any)
            .as(seed + ", queued " + queued + ": " + model.source())
            .isEqualTo(!model.everyFairRunEnds());
        endless[queued] += any ? 1 : 0;
        found.findings().forEach(it -> replays(setup, it, true, model.source()));
      }
    }
    assertThat(endless[1]).isBetween(MODELS / 10, endless[0] - 1);
    assertThat(endless[0]).isLessThan(MODELS * 9 / 10);
  }

  @Test
  void patienceOnlyTakesEndlessOutcomesAway() {
    int fewer = 0;
    for (long seed = 0; seed < MODELS; seed++) {
      String source = new CycleModel(seed, false).source();
      Setup setup = Bench.setup(source, LockKind.TEST_AND_SET);
      Exploration usual = Explorer.explore(setup, Bench.SEARCH, Explorer.Listener.NONE);
      Exploration early =
          Explorer.explore(setup, Bench.SEARCH.withEarlyTimeouts(true), Explorer.Listener.NONE);
      assertThat(Bench.outcomes(early)).as(source).containsAll(Bench.outcomes(usual));
      fewer += Bench.outcomes(early).size() > Bench.outcomes(usual).size() ? 1 : 0;
      usual.findings().forEach(it -> replays(setup, it, false, source));
    }
    assertThat(fewer).isPositive();
  }

  @Test
  void workersAndReductionsChangeNothing() {
    int fewer = 0;
    for (long seed = 0; seed < MODELS / 2; seed++) {
      Search search = Bench.SEARCH.withEarlyTimeouts(seed % 2 == 1);
      String source = new CycleModel(seed, false).source();
      Setup setup = Bench.setup(source, LockKind.TEST_AND_SET);
      Exploration one = Explorer.explore(setup, search, Explorer.Listener.NONE);
      Exploration three = Explorer.explore(setup, search.withWorkers(3), Explorer.Listener.NONE);
      assertThat(three.findings()).as(source).isEqualTo(one.findings());
      Exploration more =
          Explorer.explore(setup, search.withCommuting(false), Explorer.Listener.NONE);
      assertThat(Bench.outcomes(more)).as(source).isEqualTo(Bench.outcomes(one));
      Exploration all = Explorer.explore(setup, search.withReduced(false), Explorer.Listener.NONE);
      assertThat(Bench.outcomes(all)).as(source).isEqualTo(Bench.outcomes(one));
      fewer += one.states() < more.states() ? 1 : 0;
    }
    assertThat(fewer).isPositive();
  }

  /** Through a file, as a user would. */
  private static void replays(Setup setup, Finding finding, boolean earlyTimeouts, String source) {
    RunSpec runSpec = RunSpec.Scheduled.of(finding, earlyTimeouts);
    String outcome = finding.outcome().summary();
    Witness witness = Witness.of("random", "default", Overrides.NONE, setup, runSpec, outcome);
    Witness read = WitnessReader.read("file", WitnessText.of(witness));
    assertThat(read).as(source).isEqualTo(witness);
    String again = read.runSpec().run(setup, StepSink.NONE).result().outcome().summary();
    assertThat(Optional.of(again)).as(source).contains(outcome);
  }
}
