package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contents of files cannot control the terminal of the user who runs them. */
class TerminalEscapesTest {
  @TempDir private Path folder;

  private InProcess run(String verb, String title, String line) throws IOException {
    Path file = folder.resolve("s.conf");
    Files.writeString(
        folder.resolve("say.c"), "void say(void) { pr_emerg(\"" + line + "\"); panic(\"x\"); }\n");
    Files.writeString(
        file,
        """
        title = "%s"
        kernel = "5.2"
        machine = ${machines.x86_64} { cpus = 2 }
        cpu.0.run = "say()"
        sources = [ "say.c" ]
        """
            .formatted(title));
    return InProcess.run(verb, file.toString());
  }

  @Test
  void consoleLinesAreShownEscaped() throws IOException {
    InProcess done = run("run", "t", "\\033[2Jgone\\x1b]0;owned\\x07\\n");
    assertThat(done.out())
        .contains("\\u001b[2Jgone")
        .doesNotContain("\u001b")
        .doesNotContain("\u0007");
  }

  @Test
  void titlesAreShownEscaped() throws IOException {
    InProcess done = run("show", "\\u001b[31mred", "x\\n");
    assertThat(done.out()).contains("\\u001b[31mred").doesNotContain("\u001b");
  }

  @Test
  void mistakesAreShownEscaped() throws IOException {
    InProcess done = run("run", "t\\u001b[2J\\u009b2J\"\nseeds = \"\\u001b[2J", "x\\n");
    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err()).doesNotContain("\u001b").doesNotContain("\u009b");
  }
}
