package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any scenario file gives a scenario or lines that name the file. */
class ScenarioFuzzTest {
  private static final int ROUNDS = 2_000;

  private static final String TEXT =
      """
      title = "a title"
      kernel = "tiny+louder"
      machine = ${machines.x86_64} { cpus = 2, pstore = ramoops, uart.0.baud = 9600 }
      cpu.0.run = "say(1)"
      cpu.1 { run = idle, place = any }
      settings { volume = 0x10, quiet = yes }
      config.CONFIG_BIG = 1
      limits { run = 10s, steps = 1000 }
      faults = [ { drop = ipi, vector = 0xf8, to = 1 }, { stall = 1, at = say, for = 1.5ms } ]
      expect = [
        { end = [loop, hang], at = "cpu0:lock", in = say, notStopped = [0, 1], observe = sometimes
          because = \"""of
          this\""" }
      ]
      variants { a { seeds = 3, machine = arm64 }, b.expect = ${expect} }
      """;

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "${",
          "=",
          ":",
          ",",
          "\"",
          "\n",
          "+",
          "include \"s.conf\"\n",
          "-1",
          "99999999999999999999",
          "1e400",
          "null",
          "machines",
          "x",
          "#",
          "\u0001",
          "\\",
          "\"\"\"",
          "é",
          ".",
          "..",
          "/",
          "../../../../etc",
          "*",
          "${expect}",
          "cpu",
          "expect",
          "1h");

  @TempDir Path folder;

  @Test
  void anyTextGivesAScenarioOrLines() {
    Home home = new Home(folder);
    for (int seed = 0; seed < ROUNDS; seed++) {
      String text = mutated(new Random(seed));
      for (String line : Home.said(() -> use(home, text))) {
        assertThat(line)
            .as("seed " + seed)
            .isNotBlank()
            .doesNotContain("\n")
            .doesNotContain("Exception");
      }
    }
  }

  private static void use(Home home, String text) {
    Scenario scenario = home.scenario(text);
    scenario.cases().forEach(made -> assertThat(made.runs()).isNotNull());
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(TEXT);
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(12));
      text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
