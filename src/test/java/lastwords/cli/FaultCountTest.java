package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run tells how often each of its faults fired, above all of those that never did. */
final class FaultCountTest {
  @TempDir private Path folder;

  private String scenario() throws IOException {
    String shipped = Files.readString(Path.of("config/scenarios/logbuf-scenario-3.conf"));
    String faults =
        """
        faults = [
          { stall = 1, at = vprintk_emit, for = 50ms }
          { stall = 1, holding = logbuf_lock, for = 1ms, times = 1 }
          { delay = ipi, by = 1us, to = 1, times = 1 }
          { drop = ipi, from = 1 }
          { fill = pstore, after = 3600s }
          { fail = pstore }
        ]
        """;
    return Files.writeString(folder.resolve("counted.conf"), shipped + faults).toString();
  }

  @Test
  void aFaultThatNeverFiredIsSaidAndAllAreCounted() throws IOException {
    String text = Cli.run("run", scenario()).out();
    assertThat(text)
        .contains("fault 0 (stall cpu cpu1 at vprintk_emit) never fired\n")
        .contains("fault 3 (drop interrupt) never fired\n")
        .contains("fault 4 (full pstore) never fired\n")
        .doesNotContainPattern("fault [125] \\(.*never fired");
    String json = Cli.run("run", scenario(), "--json").out();
    assertThat(json.replaceAll("\\s+", " "))
        .contains("{ \"id\" : 0, \"text\" : \"stall cpu cpu1 at vprintk_emit\", \"fired\" : 0 }")
        .containsPattern("\"text\" : \"stall cpu cpu1 holding logbuf_lock\", \"fired\" : 1 }")
        .containsPattern("\"text\" : \"delay interrupt\", \"fired\" : 1 }")
        .containsPattern("\"text\" : \"fail pstore\", \"fired\" : 1 }");
  }
}
