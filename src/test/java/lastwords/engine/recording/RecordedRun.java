package lastwords.engine.recording;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.trace.PartEvent;

/** Recordings for other tests. */
public final class RecordedRun {
  private static final int ACTIONS = 2_000;

  private RecordedRun() {}

  /**
   * Writes the recording of a random run.
   *
   * @param change modifies each event before it is written
   */
  public static void write(Path file, String scenario, long seed, UnaryOperator<PartEvent> change)
      throws IOException {
    Bundle bundle = Bundle.of(Catalog.standard().scenario(scenario).cases().get(0));
    ChanceRun run = new ChanceRun(bundle, seed, ACTIONS);
    try (RecordingWriter out =
        new RecordingWriter(new BufferedOutputStream(Files.newOutputStream(file)), run.header)) {
      for (PartEvent event : run.events) {
        out.record(change.apply(event));
      }
      out.footer(run.footer);
    }
  }
}
