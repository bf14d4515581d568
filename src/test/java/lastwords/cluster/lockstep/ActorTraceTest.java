package lastwords.cluster.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.engine.RandomScenario;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.TraceHash;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every part in an actor of its own gives the trace of the machine in one array. */
class ActorTraceTest {
  private static final int SCENARIOS = 200;
  private static final ActorEngine ENGINE = new ActorEngine();

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static void same(Setup setup, long seed, String what) {
    TraceHash simulated = new TraceHash();
    RunResult expected = Simulator.run(setup, seed, simulated);
    TraceHash acted = new TraceHash();
    RunResult result = ENGINE.run(setup, seed, acted);
    assertThat(acted.toString()).as(what).isEqualTo(simulated.toString());
    assertThat(result).as(what).isEqualTo(expected);
  }

  @Test
  void allShippedScenarios() {
    Catalog catalog = Catalog.standard();
    for (String name : catalog.scenarios()) {
      for (Case shipped : catalog.scenario(name).cases()) {
        same(shipped.setup(), 1, name + " " + shipped.variant());
      }
    }
  }

  @Test
  void scenariosDrawnByChance() throws IOException {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      String text = RandomScenario.text(seed);
      Path file = Files.writeString(folder.resolve("random-" + seed + ".conf"), text);
      same(Catalog.standard().scenario(file.toString()).cases().get(0).setup(), seed, text);
    }
  }
}
