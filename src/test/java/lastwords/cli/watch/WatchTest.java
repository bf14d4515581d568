package lastwords.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lastwords.cli.Cli;
import lastwords.cli.cases.NamedCase;
import lastwords.cli.cases.RunCase;
import lastwords.cli.page.RunPages;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.RunPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on the terminal: each moment's frame, the keys, and a pseudo terminal. */
final class WatchTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final long PATIENCE_SECONDS = 120;

  private static RunPage run;

  @TempDir private Path folder;

  @BeforeAll
  static void run() throws IOException {
    Case made = NamedCase.of(Catalog.standard(), "logbuf-scenario-2").get(0).made();
    Setup setup = made.setup();
    Machine machine = Simulator.booted(setup);
    TraceBuffer steps = new TraceBuffer();
    RunResult result = Simulator.run(setup, 1, steps, new LocalHost(machine));
    run = RunPages.of(made, RunCase.of(made, 1, ""), result, steps, machine);
  }

  private static Playback at(Key... keys) {
    Playback playback = new Playback(run.trace().story().size());
    for (Key key : keys) {
      playback.key(key);
    }
    return playback;
  }

  @Test
  void everyFrameFitsItsTerminal() {
    Frame frame = new Frame(run, false);
    for (int[] size : new int[][] {{24, 80}, {40, 140}, {12, 60}}) {
      Playback playback = at(Key.FIRST);
      for (int i = 0; i < playback.events(); i++) {
        List<String> lines = frame.lines(playback, size[0], size[1]);
        assertThat(lines).hasSizeLessThanOrEqualTo(size[0]);
        assertThat(lines).allSatisfy(it -> assertThat(it.length()).isLessThanOrEqualTo(size[1]));
        playback.key(Key.ON);
      }
    }
  }

  @Test
  void theLastFrameTellsTheOutcome() {
    Frame frame = new Frame(run, false);
    List<String> first = frame.lines(at(Key.FIRST), 30, 160);
    List<String> last = frame.lines(at(Key.LAST), 30, 160);
    assertThat(String.join("\n", last))
        .contains("waits for logbuf_lock, which it holds itself", "--- ttyAMA0", "(nothing)")
        .contains("hang at cpu0:logbuf_lock in kmsg_dump");
    assertThat(String.join("\n", first)).doesNotContain("hang at");
    assertThat(first.get(0)).contains("1 of " + run.trace().story().size(), "paused");
  }

  @Test
  void coloursAreThereWhereTheTerminalTakesThem() {
    assertThat(String.join("", new Frame(run, true).lines(at(), 24, 80))).contains("\u001b[32m");
    assertThat(String.join("", new Frame(run, false).lines(at(), 24, 80))).doesNotContain("\u001b");
    assertThat(Paint.fit("\u001b[2J", 6)).isEqualTo("?[2J  ");
  }

  @Test
  void itPlaysToTheEndAndFromThereAgain() {
    Playback playback = at();
    for (int i = 1; i < playback.events(); i++) {
      assertThat(playback.playing()).isTrue();
      playback.tick();
    }
    assertThat(playback.playing()).isFalse();
    playback.key(Key.PLAY);
    assertThat(playback.event()).isZero();
    assertThat(playback.playing()).isTrue();
    assertThat(at(Key.ON, Key.ON, Key.BACK).event()).isEqualTo(1);
    assertThat(at(Key.FASTER).pauseMillis()).isLessThan(at(Key.SLOWER).pauseMillis());
    assertThat(at(Key.of("q")).over()).isTrue();
  }

  @Test
  void keysThatComeAtOnceAreToldApart() {
    assertThat(Key.all("\u001b[C q\u001bOD\u001b[4~xG"))
        .containsExactly(Key.ON, Key.PLAY, Key.QUIT, Key.BACK, Key.LAST, Key.OTHER, Key.LAST);
    assertThat(Key.all("\u001b")).containsExactly(Key.QUIT);
  }

  @Test
  void withoutATerminalItIsTold() {
    Cli told = Cli.run("run", "logbuf-scenario-2", "--watch");
    assertThat(told.out()).contains("panics", "last words").doesNotContain("\u001b");
  }

  /** On a terminal made by {@code script}: the alternate screen, a key, then the usual report. */
  @Test
  void onATerminalItIsPlayedUntilAKey() throws Exception {
    assumeThat(SCRIPT).isExecutable();
    Path out = folder.resolve("out");
    String java =
        String.join(
            " ",
            System.getProperty("java.home") + "/bin/java",
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlastwords.terminal=true",
            "-cp '" + System.getProperty("java.class.path") + "'",
            "lastwords.cli.Main run logbuf-scenario-2 --watch");
    Process process =
        new ProcessBuilder(SCRIPT.toString(), "-qec", java, "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(pressUntilItEnds(process, "Gq")).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(out))
        .containsSubsequence("\u001b[?1049h", " of 19 ", "\u001b[?1049l", "last words");
  }

  /** Repeatedly: input may be lost before the program reads it. */
  private static boolean pressUntilItEnds(Process process, String keys) throws Exception {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!process.waitFor(200, TimeUnit.MILLISECONDS) && System.nanoTime() < limit) {
      try {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
      } catch (IOException e) {
        // it has ended just now
      }
    }
    return !process.isAlive();
  }
}
