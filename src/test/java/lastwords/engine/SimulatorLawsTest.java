package lastwords.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laws of the simulate engine, over random scenarios. */
class SimulatorLawsTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final int SCENARIOS = 200;

  @TempDir private Path folder;

  private Setup setup(long seed) throws IOException {
    Path file =
        Files.writeString(folder.resolve("random-" + seed + ".conf"), RandomScenario.text(seed));
    return CATALOG.scenario(file.toString()).cases().get(0).setup();
  }

  private static String trace(Setup setup, long seed) {
    TraceHash hash = new TraceHash();
    RunResult result = Simulator.run(setup, seed, hash);
    return hash + " " + result;
  }

  @Test
  void theSameSeedGivesTheSameTraceAndTheSameResult() throws IOException {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      Setup setup = setup(seed);
      assertThat(trace(setup, seed)).as(RandomScenario.text(seed)).isEqualTo(trace(setup, seed));
    }
  }

  @Test
  void tracingDoesNotChangeARun() throws IOException {
    for (long seed = 0; seed < 20; seed++) {
      Setup setup = setup(seed);
      RunResult traced = Simulator.run(setup, seed, new TraceHash());
      assertThat(Simulator.run(setup, seed, StepSink.NONE))
          .as(RandomScenario.text(seed))
          .isEqualTo(traced);
    }
  }

  @Test
  void differentSeedsGiveDifferentTraces() throws IOException {
    Setup setup = setup(1);
    Set<String> traces = new LinkedHashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      traces.add(trace(setup, seed));
    }
    assertThat(traces).hasSize(20);
  }
}
