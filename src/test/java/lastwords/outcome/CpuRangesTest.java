package lastwords.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CpuRangesTest {
  @Test
  void cpusInARowAreARange() {
    assertThat(CpuRanges.of(List.of(7, 1, 2, 3), ",", 1)).isEqualTo("1-3,7");
  }

  @Test
  void fewCpusAreNamed() {
    assertThat(CpuRanges.of(List.of(1, 2, 4, 5, 6, 7), ", ", 3)).isEqualTo("1, 2, 4-7");
  }

  @Test
  void noCpusAreNothing() {
    assertThat(CpuRanges.of(List.of(), ", ", 3)).isEmpty();
  }
}
