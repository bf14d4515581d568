package lastwords.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import lastwords.cli.Cli;
import org.junit.jupiter.api.Test;

/** Stacks are complete for programs, and for people who ask for that. */
final class StackOptionTest {
  private static final String OUTERMOST = "__cpu0_run()";

  @Test
  void reportsShowTheInnermostFrames() {
    Cli done = Cli.run("run", "logbuf-scenario-2");
    assertThat(done.out()).contains("<- panic()", "<- …").doesNotContain(OUTERMOST);
  }

  @Test
  void withStackTheyShowAll() {
    for (String verb : new String[] {"run", "explore"}) {
      Cli done = Cli.run(verb, "logbuf-scenario-2", "--stack");
      assertThat(done.code()).as(done.err()).isZero();
      assertThat(done.out()).contains(OUTERMOST).doesNotContain("<- …");
    }
  }

  @Test
  void jsonHasAll() throws IOException {
    String json = Cli.run("run", "logbuf-scenario-2", "--json").out();
    String first = new ObjectMapper().readTree(json).get("explanation").get(0).asText();
    assertThat(first).contains(OUTERMOST).doesNotContain("…");
  }
}
