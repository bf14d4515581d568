package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lastwords.kernelc.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
  private final Texts texts = new Texts(List.of());
  private final Format format = new Format(texts, pointer -> "symbol" + Pointer.object(pointer));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "%d|-5|-5",
        "%5d|42|   42",
        "%-5d!|42|42   !",
        "%05d|42|00042",
        "%+d|7|+7",
        "%u|-1|4294967295",
        "%lu|-1|18446744073709551615",
        "%x|255|ff",
        "%#x|255|0xff",
        "%08lx|48879|0000beef",
        "%X|255|FF",
        "%o|8|10",
        "%c|65|A",
        "%%|0|%",
        "%.3d|7|007",
        "%lld|-9000000000|-9000000000",
        "%d|4294967295|-1",
        "%q|1|%q"
      })
  void numbers(String pattern, long value, String expected) {
    assertThat(format.format(pattern, new long[] {value}, 0, 1)).isEqualTo(expected);
  }

  @Test
  void stringsAreCutAndPadded() {
    long text = texts.pointer("panic");
    assertThat(format.format("[%s] [%8s] [%-8s] [%.3s]", new long[] {text, text, text, text}, 0, 4))
        .isEqualTo("[panic] [   panic] [panic   ] [pan]");
    assertThat(format.format("%.*s", new long[] {2, text}, 0, 2)).isEqualTo("pa");
    assertThat(format.format("%s", new long[] {0}, 0, 1)).isEqualTo("(null)");
    assertThat(format.format("%s", new long[] {12345}, 0, 1)).isEqualTo("(efault)");
  }

  @Test
  void pointersAreNamesAndMasksAreLists() {
    long function = Pointer.of(Pointer.FUNCTION, 3);
    assertThat(format.format("%pS+", new long[] {function}, 0, 1)).isEqualTo("symbol3+");
    assertThat(format.format("%*pbl", new long[] {8, 0b10111}, 0, 2)).isEqualTo("0-2,4");
    assertThat(format.format("%d %d", new long[] {1}, 0, 1))
        .as("a missing argument is 0")
        .isEqualTo("1 0");
  }
}
