package lastwords.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceDiffTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path trace(String name, TraceFormat format) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(TraceFormatTest.trace(), TraceFormatTest.KERNEL.names(), out);
    return file(name, out.toString());
  }

  @Test
  void equalTracesHaveNoDifference() throws IOException {
    for (TraceFormat format : TraceFormat.values()) {
      assertThat(TraceDiff.compare(trace("a", format), trace("b", format), true)).isEmpty();
    }
  }

  @Test
  void theFirstDifferenceComesWithItsSurroundings() throws IOException {
    Path a = trace("a", TraceFormat.JSONL);
    Path b = file("b", Files.readString(a).replace("\"argument\":7", "\"argument\":8"));
    TraceDiff.Difference difference = TraceDiff.compare(a, b, true).orElseThrow();
    assertThat(difference.line()).isEqualTo(5);
    assertThat(difference.before()).hasSize(4);
    assertThat(difference.left().get(0))
        .isEqualTo(
            "4  3000 ns  cpu1 nmi  store buf.second@cpu0 argument 7 result 0  handler panic.c:7");
    assertThat(difference.right().get(0)).contains("argument 8");
    assertThat(difference.right()).hasSize(2);
  }

  @Test
  void aTraceThatEndsEarlierDiffers() throws IOException {
    Path a = trace("a", TraceFormat.FTRACE);
    String whole = Files.readString(a);
    Path b = file("b", whole.substring(0, whole.lastIndexOf("    cpu0-1")));
    TraceDiff.Difference difference = TraceDiff.compare(a, b, true).orElseThrow();
    assertThat(difference.left()).hasSize(1);
    assertThat(difference.right().size()).isLessThanOrEqualTo(1);
  }

  @Test
  void whatIsNoTraceIsRefused() throws IOException {
    byte[] noise = new byte[3 << 20];
    new Random(1).nextBytes(noise);
    Path binary = Files.write(folder.resolve("noise"), noise);
    for (Path wrong : List.of(file("empty", ""), file("text", "hello\n"), binary, folder)) {
      assertThatThrownBy(() -> TraceDiff.compare(wrong, wrong, true))
          .isInstanceOf(TraceFileException.class)
          .hasMessageContaining(wrong.toString());
    }
  }

  @Test
  void differentFormatsAreRefused() throws IOException {
    Path a = trace("a", TraceFormat.JSONL);
    Path b = trace("b", TraceFormat.COLUMNS);
    assertThatThrownBy(() -> TraceDiff.compare(a, b, true))
        .isInstanceOf(TraceFileException.class)
        .hasMessageContaining("jsonl");
  }

  @Test
  void brokenJsonIsComparedAsText() throws IOException {
    Path a = file("a", "{\"seq\":0,\n{\"seq\":");
    Path b = file("b", "{\"seq\":0,\n[1, 2");
    assertThat(TraceDiff.compare(a, b, true).orElseThrow().right()).containsExactly("[1, 2");
  }

  @Test
  void timesCountOnlyWhenAskedFor() throws IOException {
    for (TraceFormat format : TraceFormat.values()) {
      Path a = trace("a", format);
      Path b =
          file(
              "b",
              Files.readString(a)
                  .replace("3000", "3001")
                  .replace("3.000", "3.001")
                  .replace("000003000:", "000003001:"));
      assertThat(Files.readString(b)).as(format.toString()).isNotEqualTo(Files.readString(a));
      assertThat(TraceDiff.compare(a, b, false)).as(format.toString()).isEmpty();
      assertThat(TraceDiff.compare(a, b, true)).as(format.toString()).isPresent();
    }
  }
}
