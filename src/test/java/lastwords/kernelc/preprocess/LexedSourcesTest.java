package lastwords.kernelc.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceText;
import lastwords.kernelc.source.SourceToken;
import org.junit.jupiter.api.Test;

/** A source is split into tokens once; changed sources and errors are handled as before. */
class LexedSourcesTest {
  private final Problems problems = new Problems();

  private List<List<SourceToken>> lines(String path, String text) {
    return LexedSources.lines(new SourceText(path, text, 0), problems);
  }

  @Test
  void theSameSourceIsSplitOnce() {
    List<List<SourceToken>> first = lines("once.c", "int n;\n\nint m;\n");
    assertThat(first).hasSize(2);
    assertThat(lines("once.c", "int n;\n\nint m;\n")).isSameAs(first);
    assertThat(problems.none()).isTrue();
  }

  @Test
  void anotherTextOrNameIsAnotherSource() {
    String place = lines("one.c", "int n;").get(0).get(0).spot().file();
    assertThat(place).isEqualTo("one.c");
    assertThat(lines("two.c", "int n;").get(0).get(0).spot().file()).isEqualTo("two.c");
    assertThat(lines("one.c", "int other;").get(0).get(1).getText()).isEqualTo("other");
  }

  @Test
  void anErrorIsReportedEachTime() {
    lines("wrong.c", "int n; /* no end");
    Problems again = new Problems();
    LexedSources.lines(new SourceText("wrong.c", "int n; /* no end", 0), again);
    assertThat(again.sorted()).hasSize(1).isEqualTo(problems.sorted());
  }
}
