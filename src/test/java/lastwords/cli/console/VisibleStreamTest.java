package lastwords.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleStreamTest {
  private static String shown(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (VisibleStream stream = new VisibleStream(bytes, "1234")) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void escapesAreShown() throws IOException {
    assertThat(shown("a\u001b[2Jb\u0007\r\u007f\n"))
        .isEqualTo("a\\u001b[2Jb\\u0007\\u000d\\u007f\n");
    assertThat(shown("\u001b]0;owned\u0007.")).isEqualTo("\\u001b]0;owned\\u0007.");
    assertThat(shown("\u009b2J\u202e\u2066\u2028")).isEqualTo("\\u009b2J\\u202e\\u2066\\u2028");
    assertThat(shown("\u001b\u001b[31m")).isEqualTo("\\u001b\\u001b[31m");
  }

  @ParameterizedTest
  @CsvSource({"tab\tand umlaut äöü", "€ “quoted” → ← 漢字 \uD83D\uDE00", "±½ÿ"})
  void textStays(String text) throws IOException {
    assertThat(shown(text)).isEqualTo(text);
  }

  @Test
  void onlyTheOwnKeyColours() throws IOException {
    assertThat(shown("\u001b[1234;31mred\u001b[1234;0m")).isEqualTo("\u001b[31mred\u001b[0m");
    assertThat(shown("\u001b[1235;31mred")).isEqualTo("\\u001b[1235;31mred");
    assertThat(shown("\u001b[12\u001b[1234;1mx")).isEqualTo("\\u001b[12\u001b[1mx");
  }

  @Test
  void anOutputLetsNobodyElseColour() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Output output = new Output(out, err, new Terminal(true, true, true, 80, "lastwords"));
    output.out().println(output.red("own") + "\u001b[32mforeign");
    output.complain("unknown '\u001b[2J'");
    output.rewind();
    output.out().flush();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\u001b[31mown\u001b[0m\\u001b[32mforeign\n");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("lastwords: unknown '\\u001b[2J'\n\r");
  }
}
