package lastwords.kernelc.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;
import org.junit.jupiter.api.Test;

/** What follows from a kernel is computed once, and again only if something else follows. */
class AnalysesTest {
  private static final KernelImage IMAGE =
      KernelCompiler.compile(
              List.of(new SourceFile("a.c", "int n; void first(void) { n++; }", 0)), Map.of())
          .image()
          .orElseThrow();

  @Test
  void itIsWorkedOutOnce() {
    Analyses analyses = new Analyses();
    Object first = analyses.get(Object.class, Object::new);
    assertThat(analyses.get(Object.class, Object::new)).isSameAs(first);
    assertThat(analyses.get(Object.class, 1, Object::new)).isNotSameAs(first);
  }

  @Test
  void oneMayNeedAnother() {
    Analyses analyses = new Analyses();
    String text = analyses.get(String.class, () -> "of " + analyses.get(Integer.class, () -> 3));
    assertThat(text).isEqualTo("of 3");
  }

  @Test
  void imagesThatDifferInFirstValuesShareThoseOfTheCode() {
    KernelImage other = IMAGE.withValues(Map.of("n", 5L));
    assertThat(other.data()).contains(5);
    assertThat(IMAGE.data()).doesNotContain(5);
    assertThat(other.codeAnalyses()).isSameAs(IMAGE.codeAnalyses());
    assertThat(other.analyses()).isNotSameAs(IMAGE.analyses());
  }
}
