package lastwords.machine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lastwords.kernelc.image.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
  private final Texts texts = new Texts(List.of());
  private final Format format = new Format(texts, new Named(16));

  /** A kernel whose function n has the address 0x1000 * n, and 0x40 bytes. */
  private record Named(int digits) implements Symbols {
    @Override
    public String name(long pointer) {
      return "symbol" + Pointer.object(pointer);
    }

    @Override
    public String place(long pointer) {
      return name(pointer) + "+0x" + Integer.toHexString(Pointer.offset(pointer)) + "/0x40";
    }

    @Override
    public long address(long pointer) {
      boolean function = Pointer.tag(pointer) == Pointer.FUNCTION;
      return function ? 0x1000L * Pointer.object(pointer) + Pointer.offset(pointer) : pointer;
    }

    @Override
    public int code(long pointer) {
      return Pointer.offset(pointer) & 0xff;
    }
  }

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
    assertThat(format.format("%pS+", new long[] {function + 18}, 0, 1))
        .isEqualTo("symbol3+0x12/0x40+");
    assertThat(format.format("%pB, %ps", new long[] {function, function + 18}, 0, 2))
        .isEqualTo("symbol3+0x0/0x40, symbol3");
    assertThat(format.format("%*pbl", new long[] {8, 0b10111}, 0, 2)).isEqualTo("0-2,4");
    assertThat(format.format("%d %d", new long[] {1}, 0, 1))
        .as("a missing argument is 0")
        .isEqualTo("1 0");
  }

  @Test
  void anAddressIsShownOnlyToThoseWhoAskForIt() {
    long[] place = {Pointer.of(Pointer.FUNCTION, 3) + 4};
    assertThat(format.format("%px", place, 0, 1)).isEqualTo("0000000000003004");
    assertThat(new Format(texts, new Named(8)).format("%px", place, 0, 1)).isEqualTo("00003004");
    assertThat(format.format("%p", place, 0, 1))
        .matches("00000000[0-9a-f]{8}")
        .doesNotEndWith("3004");
    assertThat(format.format("%p", new long[] {0}, 0, 1)).isEqualTo("0".repeat(16));
  }

  @Test
  void bytesOfCodeArePrintedInARow() {
    long[] place = {Pointer.of(Pointer.FUNCTION, 3) + 0x2a, Pointer.of(Pointer.FUNCTION, 3)};
    assertThat(format.format("%3ph <%1ph>", place, 0, 2)).isEqualTo("2a 2b 2c <00>");
    assertThat(format.format("%4phN.", place, 0, 1)).isEqualTo("2a2b2c2d.");
  }
}
