package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lastwords.engine.BootedSetup;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.model.TimingViolations;
import lastwords.engine.sample.Sampled;
import lastwords.engine.sample.Sampler;
import lastwords.engine.sample.Share;
import lastwords.engine.sample.Tally;
import lastwords.engine.sample.TimedSampler;
import lastwords.engine.sample.WalkSampler;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.UniformScheduler;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.engine.witness.WitnessReader;
import lastwords.engine.witness.WitnessText;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Outcome;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;

/** What is found replays; exploring finds everything that runs show. Tested with random kernels. */
final class LawsOfWitnessesTest {
  private static final int KERNELS = 30;
  private static final int RUNS = 50;

  /** Through a file, as a user would. */
  private static void replays(Setup setup, RunSpec runSpec, Outcome outcome, String source) {
    Witness witness =
        Witness.of("random", "default", Overrides.NONE, setup, runSpec, outcome.summary());
    Witness read = WitnessReader.read("file", WitnessText.of(witness));
    assertThat(read).as(source).isEqualTo(witness);
    String former = WitnessText.of(witness).replace("early-timeouts = yes", "impatient = yes");
    assertThat(WitnessReader.read("file", former)).as(source).isEqualTo(witness);
    Outcome again = read.runSpec().run(setup, StepSink.NONE).result().outcome();
    assertThat(again.summary()).as(source).isEqualTo(outcome.summary());
  }

  @Test
  void everyWitnessOfAnExplorationReplays() {
    Search usual = Search.DEFAULT.withBounds(Bench.BOUNDS);
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Setup setup = Bench.setup(source);
      for (Search search :
          List.of(usual, usual.withEarlyTimeouts(true), usual.withReduced(false))) {
        for (Finding it : Explorer.explore(setup, search, Explorer.Listener.NONE).findings()) {
          RunSpec runSpec = RunSpec.Scheduled.of(it, search.earlyTimeouts(), search.reduced());
          replays(setup, runSpec, it.outcome(), source);
        }
      }
    }
  }

  @Test
  void everyOutlierOfASampleReplays() {
    for (long seed = 0; seed < KERNELS; seed++) {
      String source = RandomKernel.source(seed);
      Setup setup = Bench.setup(source);
      RandomWalk walk = new RandomWalk(setup, false, 20_000);
      List<Sampler> samplers = new ArrayList<>();
      samplers.add(new TimedSampler(new BootedSetup(setup)));
      samplers.add(new WalkSampler(walk, false, UniformScheduler::new));
      for (Sampler sampler : samplers) {
        for (Share share : sample(sampler).shares()) {
          replays(setup, sampler.runSpec(share.firstSeed()), share.outcome(), source);
          replays(setup, sampler.runSpec(share.slowestSeed()), share.outcome(), source);
        }
      }
    }
  }

  private static Tally sample(Sampler sampler) {
    Tally tally = new Tally();
    for (long seed = 1; seed <= 20; seed++) {
      tally.add(sampler.run(seed));
    }
    return tally;
  }

  /** CPU 0 waits for the end of CPU 1's work, and resets the machine if that takes too long. */
  private static String earlySource(long seed) {
    String source = RandomKernel.source(seed);
    int end = source.lastIndexOf('}');
    String waits =
        "lw_panic_begins();\n  while (t-- > 0 && READ_ONCE(w) != 1) udelay(1);\n  if (w != 1) hw_reset();";
    return "int w;\n"
        + source.substring(0, end).replace("lw_panic_begins();", waits)
        + "  w = 1;\n}\n";
  }

  /** Law 3: what runs show and patience does not allow has a name. */
  @Test
  void outcomesThatNeedImpatienceComeOfAWaitThatWorkHasOutlasted() {
    int outside = 0;
    for (long kernel = 0; kernel < KERNELS; kernel++) {
      String source = earlySource(kernel);
      Setup setup = Bench.setup(source);
      Set<String> usual = Bench.outcomes(Bench.explore(source));
      Set<String> early = Bench.outcomes(Bench.earlyTimeouts(source));
      Sampler sampler = new TimedSampler(new BootedSetup(setup));
      for (long seed = 1; seed <= RUNS; seed++) {
        Sampled run = sampler.run(seed);
        String outcome = run.outcome().summary();
        assertThat(early).as(kernel + ": " + source).contains(outcome);
        if (!usual.contains(outcome)) {
          outside++;
          Optional<String> named = TimingViolations.of(setup, seed).stream().findFirst();
          assertThat(named).as(kernel + ", seed " + seed + ": " + source).isPresent();
          assertThat(named.get()).containsPattern("s of cpu\\d's wait in .* passed while cpu\\d ");
        }
      }
    }
    assertThat(outside).isGreaterThan(KERNELS);
  }
}
