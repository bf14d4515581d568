package lastwords.kernelc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.KernelImage;
import org.junit.jupiter.api.Test;

/** A compiled kernel as bytes is the same kernel. */
final class ImageFormatTest {
  private static final String BELOW =
      """
      struct entry { int len; char text[8]; struct { long a, b; } in[2]; };
      struct entry log_buf[4];
      DEFINE_RAW_SPINLOCK(logbuf_lock);
      DEFINE_PER_CPU(int, mine) = 3;
      DEFINE_PER_CPU(struct entry, ours);
      int setting = 5;
      int shout(int volume) { return volume; }
      """;

  private static final String ABOVE =
      """
      static char *words = "a naïve word";
      int shout(int volume)
      {
        raw_spin_lock(&logbuf_lock);
        log_buf[1].in[1].b = 0x123456789abcdefL + setting;
        per_cpu(ours, volume).len = this_cpu_read(mine);
        raw_spin_unlock(&logbuf_lock);
        return volume;
      }
      static inline int twice(int volume) { return shout(volume) + shout(volume); }
      void __interrupt(2) nmi(void) { twice(2); }
      static int init(void) { words = "anew"; return twice(1); }
      console_initcall(init);
      """;

  private final Compilation compilation =
      KernelCompiler.compile(
          List.of(new SourceFile("k/a.c", BELOW, 0), new SourceFile("k/b.c", ABOVE, 1)), Map.of());

  @Test
  void anImageIsReadAsItWasWritten() throws IOException {
    assertThat(compilation.diagnostics()).isEmpty();
    Compilation again = ImageReader.compilation(ImageWriter.bytes(compilation));
    same(again.image().orElseThrow(), compilation.image().orElseThrow());
    assertThat(compilation.replacements()).isNotEmpty();
    assertThat(again.replacements()).isEqualTo(compilation.replacements());
    assertThat(again.diagnostics()).isEmpty();
  }

  private static void same(KernelImage one, KernelImage other) {
    assertThat(one.code()).isEqualTo(other.code());
    assertThat(one.constants()).isEqualTo(other.constants());
    assertThat(one.functions()).isEqualTo(other.functions());
    assertThat(one.globals()).isEqualTo(other.globals());
    assertThat(one.locks()).isEqualTo(other.locks());
    assertThat(one.strings()).isEqualTo(other.strings());
    assertThat(one.data()).isEqualTo(other.data());
    assertThat(one.perCpu()).isEqualTo(other.perCpu());
    assertThat(one.privates()).isEqualTo(other.privates());
    assertThat(one.initcalls()).isEqualTo(other.initcalls());
    sameNames(one, other);
  }

  private static void sameNames(KernelImage one, KernelImage other) {
    for (int pc = 0; pc < one.code().length / FunctionCode.WIDTH; pc++) {
      assertThat(one.fileAt(pc)).isEqualTo(other.fileAt(pc));
      assertThat(one.lineAt(pc)).isEqualTo(other.lineAt(pc));
    }
    for (int word = 0; word <= one.data().length; word++) {
      assertThat(one.wordName(word)).isEqualTo(other.wordName(word));
      assertThat(one.perCpuWordName(word)).isEqualTo(other.perCpuWordName(word));
      assertThat(one.privateWordName(word)).isEqualTo(other.privateWordName(word));
    }
  }

  @Test
  void theBytesDoNotDependOnTheRun() throws IOException {
    byte[] bytes = ImageWriter.bytes(compilation);
    assertThat(ImageWriter.bytes(ImageReader.compilation(bytes))).isEqualTo(bytes);
  }

  @Test
  void whatEndsTooEarlyIsNoImage() {
    byte[] bytes = ImageWriter.bytes(compilation);
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> ImageReader.compilation(part)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatGoesOnIsNoImage() {
    byte[] bytes = ImageWriter.bytes(compilation);
    byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> ImageReader.compilation(more)).isInstanceOf(IOException.class);
  }
}
