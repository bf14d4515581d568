package lastwords.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.cli.InProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worst inputs that are known, each with the bound that it meets. */
@Timeout(120)
class BoundsTest {
  private static final Path SMALL = Path.of("src/test/resources/fuzz");

  @TempDir private Path folder;
  private final String home = System.getProperty("lastwords.home", "");

  @BeforeEach
  void goToSmallHome() {
    System.setProperty("lastwords.home", SMALL.toAbsolutePath().toString());
  }

  @AfterEach
  void goHome() {
    System.setProperty("lastwords.home", home);
  }

  /** Runs the small scenario with these lines and this kernel C added. */
  private InProcess run(String lines, String source) throws IOException {
    String small = Files.readString(SMALL.resolve("config/scenarios/small.conf"));
    Files.writeString(folder.resolve("more.c"), source);
    Path file = folder.resolve("s.conf");
    Files.writeString(file, small + "sources = [ \"more.c\" ]\n" + lines.replace("<nl>", "\n"));
    return InProcess.run("run", file.toString(), "--set", "limits.steps=20000");
  }

  private static void refused(InProcess done, String message) {
    assertThat(done.code()).as(done.out() + done.err()).isEqualTo(2);
    assertThat(done.err()).startsWith("lastwords: ").contains(message).doesNotContain("\tat ");
  }

  @Test
  void substitutionsThatDoubleAreRefused() throws IOException {
    String text = Phrases.doubling(40, "d0 = x", "d@ = ${d#}${d#}", "");
    refused(run(text, ""), "too many substitutions");
    refused(
        run(Phrases.doubling(30, "o0 = 1", "o@ { a = ${o#}, b = ${o#} }", ""), ""),
        "too many subst");
    refused(run("machine = ${machines.small}\n".repeat(2_000), ""), "too many substitutions");
  }

  @Test
  void asManySubstitutionsAsAreAllowedAreQuick() throws IOException {
    String ten = "${t#} ${t#} ${t#}";
    refused(
        run(Phrases.doubling(9, "t0 = x", "t@ = " + ten, "title = ${t9}"), ""), "unknown key 't0'");
  }

  @Test
  void macrosThatGrowForEverAreRefused() throws IOException {
    String twice =
        Phrases.doubling(40, "#define D0 1 +", "#define D@ D# D#", "int doubled = D40 0;");
    refused(run("", twice), "macros that end");
    String calls =
        Phrases.doubling(30, "#define E0(x) x", "#define E@(x) E#(E#(x))", "int n = E30(1);");
    refused(run("", calls), "more.c:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "int huge[2000000000]; @ at most",
        "int cube[2000][2000][2000]; @ at most",
        "char text[1 << 30]; int n = sizeof(text) - 1; @ ''",
        "struct s { struct s again; }; @ which is not defined here",
        "void f(void) { int a[100000]; } @ at most",
        "static void f(void) { int i = 0; for (;;) i++; } late_initcall(f); @ does not return",
        "static void f(void) { for (;;) verbose++; } late_initcall(f); @ does not return",
        "static void f(void) { halt(); } late_initcall(f); @ does not return",
        "static void f(void) { raw_spin_lock(&log_lock); f(); } late_initcall(f); @ does not"
            + " return",
        "static void f(void) { *(int *)0 = 1; } late_initcall(f); @ does not return",
        "static int f(int n) { return f(n) + 1; } static void g(void) { f(1); } late_initcall(g);"
            + " @ does not return",
      })
  void sizesAndInitcallsAreBounded(String source, String message) throws IOException {
    InProcess done = run("", source);
    if (message.isEmpty()) {
      assertThat(done.code()).as(done.err()).isLessThanOrEqualTo(1);
    } else {
      refused(done, message);
    }
  }

  @ParameterizedTest
  @CsvSource({"'0 + ', 0", "'- ', 1", "'! ', 1", "'(', 1", "'*', p", "'{', 1", "'a ? b : ', 1"})
  void deepNestingIsRefused(String opener, String last) throws IOException {
    String source = "int f(void) { return " + opener.repeat(20_000) + last + "; }\n";
    refused(run("", source), "more.c:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "int i = 0; for (;;) i = i * 3 + 1;",
        "for (;;) verbose = !verbose;",
        "char b[64]; int i; for (i = 0; ; i++) snprintf(b, 64, \"%d\", i);",
        "char b[64]; for (;;) snprintf(b, 64, \"%*d\", 2000000000, 1);",
        "idle();",
        "local_irq_disable(); hw_send_ipi(2, 0xf8); for (;;) local_irq_enable();",
      })
  void aWorkloadThatNeverEndsMeetsTheLimits(String body) throws IOException {
    InProcess done = run("cpu.1.run = forever_busy", "void forever_busy(void) { " + body + " }\n");
    assertThat(done.code()).as(done.err()).isLessThanOrEqualTo(1);
  }
}
