package lastwords.cluster.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.engine.RandomScenario;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every part in its own actor gives the trace of the machine in one array: random scenarios. */
class RandomActorTraceTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final int SCENARIOS = 200;

  @TempDir private Path folder;

  @Test
  void scenariosDrawnByChance() throws IOException {
    try (ActorTrace trace = new ActorTrace()) {
      for (long seed = 0; seed < SCENARIOS; seed++) {
        String text = RandomScenario.text(seed);
        Path file = Files.writeString(folder.resolve("random-" + seed + ".conf"), text);
        trace.same(CATALOG.scenario(file.toString()).cases().get(0).setup(), seed, text);
      }
    }
  }
}
