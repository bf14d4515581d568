package lastwords.originality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guard reads C correctly, and still finds copies. */
class OriginalityGuardTest {
  private static final Fingerprints KERNEL = Fingerprints.ofKernel();
  private static final Path OWN_WORDS = Path.of("src/test/resources/originality/own-words.c");

  @Test
  void allFingerprintsAreRead() {
    assertThat(KERNEL.size()).isEqualTo(701_408);
  }

  @Test
  void windowsHaveTheirKnownHashes() {
    List<NormalToken> tokens =
        NormalToken.of(
            onlyFunctionOf(
                """
                static int pick(const struct box *b, unsigned long limit) { if (unlikely(b->count >= 0x10UL))
                { note("big " "box"); return LIMIT_MAX; } return b->count + extra(limit); }
                """));
    List<Window> windows = Window.of(tokens);

    assertThat(tokens).hasSize(20);
    assertThat(hashes(windows, Window.EXACT)).hasSize(12).startsWith("f9be09d44b");
    assertThat(hashes(windows, Window.EQUAL)).hasSize(7).startsWith("44a75d1b9d");
  }

  @Test
  void functionsOfManyShapesAreRead() throws IOException {
    String answers =
        findingsIn(CText.of(OWN_WORDS, read(OWN_WORDS))).stream()
            .map(Finding::toString)
            .map(finding -> finding.substring(finding.indexOf(':') + 1))
            .collect(Collectors.joining("\n", "", "\n"));

    assertThat(answers)
        .isEqualTo(
            """
            2 DOUBLE_OF 3 0% 0 short 0-0
            3 WAIT_UNTIL 19 0% 0 short 0-0
            18 pick 20 0% 0 short 0-0
            22 shout 43 0% 0 ok 0-0
            35 odd 30 0% 0 ok 0-0
            47 register_first 52 0% 0 ok 0-0
            65 doorbell 57 25% 14 ok 69-71
            76 tail 10 0% 0 short 0-0
            """);
  }

  @Test
  void variablesAreEqualAndNamesAreNot() {
    List<NormalToken> tokens =
        NormalToken.of(onlyFunctionOf("void f(int a) { a = b->c + g(D) + 0X1fUL + \"x\" \"y\"; }"));

    assertThat(equalTexts(tokens)).isEqualTo("V = V -> c + g D + 0x1f + S ;");
  }

  @Test
  void kernelCIsFoundInOtherTexts() {
    String function = "void f(void) { g(); }\n";

    assertThat(placesOf("a.md", "text\n```c\n" + function + "```\n`void n(void) { g(); }`\n"))
        .containsExactly("3 f");
    assertThat(
            placesOf(
                "A.java", "class A { void n() { }\nString s = \"\"\"\n" + function + "\"\"\"; }"))
        .containsExactly("3 f");
    assertThat(placesOf("a.patch", "+++ b/a.c\n-void n(void)\n+void f(void)\n {\n+\tg();\n }\n"))
        .containsExactly("3 f");
    assertThat(placesOf("a.conf", "title = 1\n" + function)).containsExactly("2 f");
  }

  @Test
  void copiesThatOnceStoodHereAreFound() throws IOException {
    List<KnownCopy> copies = KnownCopy.all();

    assertThat(copies).extracting(KnownCopy::name).contains("panic", "get_reason_str");
    assertThat(copies).allSatisfy(copy -> assertThat(answerTo(copy)).isEqualTo(copy.header()));
  }

  private static String answerTo(KnownCopy copy) {
    Overlap overlap = Overlap.of(copy.tokens(), copy.windows(), KERNEL);
    return "%s %d %d%% %d %s"
        .formatted(
            copy.name(),
            overlap.tokens(),
            overlap.share(),
            overlap.run(),
            overlap.nearness().name().toLowerCase(Locale.ROOT));
  }

  @Test
  void verdictsHaveTheirLimits() {
    assertThat(Nearness.of(100, 0.45, 10)).isEqualTo(Nearness.COPIED);
    assertThat(Nearness.of(100, 0.44, 40)).isEqualTo(Nearness.COPIED);
    assertThat(Nearness.of(100, 0.30, 10)).isEqualTo(Nearness.NEAR);
    assertThat(Nearness.of(100, 0.29, 32)).isEqualTo(Nearness.NEAR);
    assertThat(Nearness.of(100, 0.29, 31)).isEqualTo(Nearness.OK);
    assertThat(Nearness.of(29, 1.00, 29)).isEqualTo(Nearness.NEAR);
    assertThat(Nearness.of(29, 0.79, 20)).isEqualTo(Nearness.SHORT);
    assertThat(Nearness.of(15, 1.00, 15)).isEqualTo(Nearness.SHORT);
  }

  private static List<Token> onlyFunctionOf(String source) {
    List<CFunction> functions = CFunction.of(source);
    assertThat(functions).hasSize(1);
    return functions.get(0).body();
  }

  private static List<String> hashes(List<Window> windows, int length) {
    return windows.stream()
        .filter(window -> window.length() == length)
        .map(window -> "%010x".formatted(window.hash()))
        .toList();
  }

  private static String equalTexts(List<NormalToken> tokens) {
    return tokens.stream().map(NormalToken::equal).collect(Collectors.joining(" "));
  }

  private static List<String> placesOf(String file, String text) {
    return findingsIn(CText.of(Path.of(file), text)).stream()
        .map(finding -> finding.function().line() + " " + finding.function().name())
        .toList();
  }

  private static List<Finding> findingsIn(List<CText> texts) {
    return texts.stream().flatMap(text -> Finding.in(text, KERNEL).stream()).toList();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
