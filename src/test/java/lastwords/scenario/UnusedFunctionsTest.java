package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that a case adds but nothing calls was probably meant to replace another. */
final class UnusedFunctionsTest {
  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void home() {
    home = new Home(folder);
  }

  private List<String> warnings(String lines, String source) {
    home.file("config/scenarios/mine.c", source);
    return home.with("sources = [ mine.c ]\n" + lines).cases().get(0).warnings();
  }

  @Test
  void itIsToldWithItsLineAndTheNameThatWasMeant() {
    assertThat(warnings("", "/* sayy() says more */\nvoid sayy(int n) { volume = n + 2; }\n"))
        .containsExactly(
            "config/scenarios/mine.c:2: warning: 'sayy' replaces no function of the kernel,"
                + " and nothing calls it; did you mean 'say'?");
  }

  @Test
  void whatReplacesIsCalledOrServesAnInterruptIsWellKnown() {
    String source =
        """
        static int twice(int n) { return 2 * n; }
        void say(int n) { volume = twice(n); }
        void listener(void) { }
        void (*hook)(void) = listener;
        void __interrupt(0x41) ping(void) { }
        void work(void) { hook(); }
        """;
    assertThat(warnings("cpu.0.run = work\n", source)).isEmpty();
  }

  @Test
  void whatAMacroDefinesIsRegisteredByIt() {
    String source =
        """
        #define LISTENER(name) static void name##_body(int n) { volume = n; } \\
          static void name(int n) { name##_body(n); } void (*name##_hook)(int n) = name
        LISTENER(loud);
        """;
    assertThat(warnings("", source)).isEmpty();
  }

  @Test
  void whatAnotherVariantRunsIsMeant() {
    String source = "void one(int n) { }\nvoid two(int n) { }\nvoid three(void) { }\n";
    assertThat(warnings("cpu.0.run = one(1)\nvariants.b.cpu.0.run = two(2)\n", source)).isEmpty();
    assertThat(warnings("cpu.0.run = one(1)\n", source)).singleElement().asString().contains("two");
  }

  @Test
  void aSourceOnTopOfTheKernelIsAddedToo() {
    home.file("config/scenarios/top.c", "void loudly(int n) { }\n");
    Case made = home.with("kernel = \"tiny+./top.c\"\n").cases().get(0);
    assertThat(made.warnings()).singleElement().asString().contains("top.c:1: warning: 'loudly'");
  }
}
