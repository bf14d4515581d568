package lastwords.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lastwords.cli.InProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worst known inputs, each with the limit that it meets. */
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
    refused(run(text, ""), "expected at most 32 substitutions");
    refused(
        run(Phrases.doubling(30, "o0 = 1", "o@ { a = ${o#}, b = ${o#} }", ""), ""),
        "expected at most 32 substitutions");
    refused(
        run("machine = ${machines.small}\n".repeat(2_000), ""),
        "expected at most 232 substitutions");
    String first = "d0 = " + "x".repeat(100_000);
    refused(
        run(Phrases.doubling(15, first, "d@ = ${d#}${d#}", ""), ""),
        "expected at most 16777216 bytes after substitution");
    String itself = "x = aaaa<nl>" + "x = ${x}${x}<nl>".repeat(16);
    refused(run(itself, ""), "expected at most 16777216 bytes after substitution");
  }

  @Test
  void asManySubstitutionsAsAreAllowedAreQuick() throws IOException {
    String ten = "${t#} ${t#} ${t#}";
    refused(
        run(Phrases.doubling(5, "t0 = x", "t@ = " + ten, "title = ${t5}"), ""), "unknown key 't0'");
  }

  @Test
  void macrosThatGrowForEverAreRefused() throws IOException {
    String twice =
        Phrases.doubling(40, "#define D0 1 +", "#define D@ D# D#", "int doubled = D40 0;");
    refused(run("", twice), "macro expansion does not end");
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
        "int many[16][65536 / 16], more[65536]; @ ''",
        "int deep"
            + "[1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1]"
            + "[1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1]; @ at most 32 dimensions",
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

  /** A line many times over, with its number in place of the @. */
  private static String lines(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("@", Integer.toString(i)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void allVariablesTogetherAreBounded() throws IOException {
    refused(run("", lines(17, "int a@[65000];")), "expected variables of at most 1048576 words");
    refused(
        run("", lines(2, "DEFINE_PER_CPU(int[65000], a@);")),
        "expected per-CPU variables of at most 65536 words");
  }

  @Test
  void longSourcesAreRefusedSoon() throws IOException {
    refused(
        run("", "int f(int x) { return " + "x, ".repeat(100_000) + "x; }\n"),
        "expected a definition of at most 20000 tokens");
    refused(
        run("", lines(60_000, "int f@(int x) { return x + @; }")),
        "expected at most 300000 tokens in all sources");
    refused(run("", lines(20_000, "#if 1")), "expected at most 64 nested #if");
    String calls = lines(4_000, "missing@();");
    refused(run("", "void f(void) { " + calls + " }\n"), "unknown function 'missing0'");
  }

  @Test
  void longScenariosAreRefusedSoon() throws IOException {
    refused(run(lines(20_000, "settings.s@ = 1"), ""), "expected at most 131072 bytes");
    refused(run(lines(4_999, "a.s@ = 1"), ""), "expected at most 5000 assignments");
    refused(run("x = [" + "1,".repeat(30_000) + "1]", ""), "expected at most 20000 values");
    refused(
        run("faults = [" + "{ drop = ipi },".repeat(1_001) + "]", ""),
        "faults: expected at most 1000, found 100");
    refused(run(lines(1_001, "settings.s@ = 1"), ""), "settings: expected at most 1000, found 100");
    refused(run(lines(500, "settings.s@ = 1"), ""), "and 400 more");
    refused(run("sources = [ \"" + "*a".repeat(9) + ".c\" ]", ""), "expected at most 4 *");
  }

  @Test
  void includesThatDoubleAreRefused() throws IOException {
    Files.writeString(folder.resolve("i0.conf"), "x = 1\n");
    for (int i = 1; i <= 30; i++) {
      String twice = ("include \"i" + (i - 1) + ".conf\"\n").repeat(2);
      Files.writeString(folder.resolve("i" + i + ".conf"), twice);
    }
    refused(run("include \"i30.conf\"", ""), "expected at most 64 files");
    Files.writeString(folder.resolve("deep.conf"), "a = " + "[".repeat(10_000));
    refused(run("include \"deep.conf\"", ""), "at most 200 nested brackets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "include \"/dev/zero\" @ expected a file that ends in",
        "include file(\"/dev/zero\") @ expected a file that ends in",
        "include required(file(\"/etc/passwd\")) @ expected a file that ends in",
        "include \"zero.conf\" @ zero.conf: is a device or a pipe, not a file",
        "include classpath(\"reference.conf\") @ only files can be included",
        "include url(\"file:///dev/zero\") @ only files can be included",
        "source = ${?HOME} ${HOME} @ unknown name 'HOME'",
        "kernel = \"small+zero.c\" @ zero.c",
        "kernel = \"small+./zero.conf\" @ zero.conf: is a device or a pipe, not a file",
        "sources = [ \"/dev/zero\" ] @ no source file",
        "sources = [ \"/etc/passwd\" ] @ which ends in .c or .h",
        "sources = [ \"/proc/*\" ] @ no source file matches",
      })
  void whatIsNoSourceOrScenarioIsNotRead(String line, String message) throws IOException {
    for (String name : List.of("zero.conf", "zero.c")) {
      Files.createSymbolicLink(folder.resolve(name), Path.of("/dev/zero"));
    }
    refused(run(line, ""), message);
    refused(InProcess.run("run", "/dev/zero"), "is a device or a pipe, not a file");
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
