package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run reports how often each of its faults fired, in particular those that never did. */
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
        .contains("fault 0 (stall cpu1 at vprintk_emit for 50 ms, at most once) never fired\n")
        .contains("fault 3 (drop interrupt from cpu1) never fired\n")
        .contains("fault 4 (full pstore after 3600000 ms) never fired\n")
        .doesNotContainPattern("fault [125] \\(.*never fired");
    String json = Cli.run("run", scenario(), "--json").out();
    assertThat(json.replaceAll("\\s+", " "))
        .contains(
            "{ \"id\" : 0, \"text\" : \"stall cpu1 at vprintk_emit for 50 ms, at most once\", \"fired\" : 0 }")
        .containsPattern(
            "\"text\" : \"stall cpu1 holding logbuf_lock for 1 ms, at most once\", \"fired\" : 1 }")
        .containsPattern(
            "\"text\" : \"delay interrupt to cpu1 by 1 us, at most once\", \"fired\" : 1 }")
        .containsPattern("\"text\" : \"fail pstore\", \"fired\" : 1 }");
  }

  private String explored() throws IOException {
    String shipped = Files.readString(Path.of("config/scenarios/logbuf-scenario-2.conf"));
    String faults =
        """
        faults = [
          { stall = 1, at = vprintk_emit, for = 50ms }
          { drop = ipi, to = 1, times = 1 }
          { duplicate = ipi, from = 1 }
          { fail = pstore }
        ]
        """;
    return Files.writeString(folder.resolve("explored.conf"), shipped + faults).toString();
  }

  @Test
  void exploringTellsWhichFaultsNoInterleavingHas() throws IOException {
    String text = Cli.run("explore", explored()).out();
    assertThat(text)
        .contains("fault 0 (stall cpu1 at vprintk_emit for 50 ms, at most once) never fired")
        .contains("fault 1 (drop interrupt to cpu1, at most once) fired in some interleavings")
        .contains("fault 2 (duplicate interrupt from cpu1) never fired in any interleaving")
        .contains("fault 3 (fail pstore) fired in some interleavings");
    String json = Cli.run("explore", explored(), "--json").out().replaceAll("\\s+", " ");
    assertThat(json)
        .contains("{ \"everFired\" : false, \"id\" : 0,", "{ \"everFired\" : true, \"id\" : 1,");
  }

  @Test
  void aBudgetThatIsOfNoUseIsSaid() throws IOException {
    Path quiet = folder.resolve("quiet.conf");
    Files.writeString(
        quiet,
        """
        title = "Nobody sends an interrupt", kernel = "5.2", machine = x86_64
        cpu.0.run = cpu_relax
        budget { drops = 1, stalls = 1, cpus = [1] }
        """);
    assertThat(Cli.run("explore", quiet.toString()).out())
        .contains("budget.drops = 1 never fired in any interleaving\n")
        .doesNotContain("budget.stalls");
    assertThat(Cli.run("explore", "logbuf-scenario-2", "--drops", "1").out())
        .doesNotContain("budget.drops");
  }

  @Test
  void aWitnessCountsTheFaultsOfItsRun() throws IOException {
    String witnesses = folder.resolve("witnesses").toString();
    assertThat(Cli.run("explore", explored(), "--witness-dir", witnesses).out()).isNotEmpty();
    Path one;
    try (java.util.stream.Stream<Path> files = Files.list(Path.of(witnesses))) {
      one = files.sorted().findFirst().orElseThrow();
    }
    assertThat(Cli.run("replay", one.toString(), "--json").out().replaceAll("\\s+", " "))
        .contains("\"text\" : \"drop interrupt to cpu1, at most once\", \"fired\" : 1 }")
        .contains("\"text\" : \"duplicate interrupt from cpu1\", \"fired\" : 0 }");
    assertThat(Cli.run("replay", one.toString()).out())
        .contains("fault 2 (duplicate interrupt from cpu1) never fired\n");
  }

  @Test
  void aComparisonSaysItOfEachSide() throws IOException {
    assertThat(Cli.run("compare", "5.2", "5.2+panic-lock-safe", explored()).out())
        .contains("space exhausted; fault 0 (stall cpu1 at vprintk_emit")
        .contains("; fault 2 (duplicate interrupt from cpu1) never fired in any interleaving")
        .doesNotContain("fault 1 (");
  }

  @Test
  void aFaultThatComesAfterTheEndOfTheRunsNeverFires() {
    String line = "sensitivity logbuf-scenario-2 --over fault --until 3600s --points 2 --runs 3";
    assertThat(Cli.run(line.split(" ")).out())
        .containsPattern(" 0.000 ms [^;\\n]*\\n")
        .containsPattern("3600000.000 ms .*; the fault fired never\\n");
    String json = Cli.run((line + " --json").split(" ")).out().replaceAll("\\s+", " ");
    assertThat(json).contains("\"fired\" : 3", "\"fired\" : 0");
  }

  @Test
  void aSampleAndATestSumUp() throws IOException {
    for (String strategy : new String[] {"timed", "random"}) {
      String[] sample = {"sample", explored(), "--runs", "20", "--strategy", strategy};
      assertThat(Cli.run(sample).out())
          .contains("fault 1 (drop interrupt to cpu1, at most once) fired in 20 of 20 runs, 20 t")
          .contains("fault 2 (duplicate interrupt from cpu1) never fired in any of 20 runs\n");
      String[] json = java.util.Arrays.copyOf(sample, sample.length + 1);
      json[sample.length] = "--json";
      assertThat(Cli.run(json).out().replaceAll("\\s+", " "))
          .contains("{ \"everFired\" : true, \"fired\" : 20, \"id\" : 1, \"runs\" : 20,");
    }
    assertThat(Cli.run("test", explored(), "--judge", "simulate", "--seeds", "3").out())
        .contains("fault 2 (duplicate interrupt from cpu1) never fired in any of 3 runs\n");
    assertThat(Cli.run("test", explored(), "--judge", "explore").out())
        .contains("fault 2 (duplicate interrupt from cpu1) never fired in any interleaving\n");
  }
}
