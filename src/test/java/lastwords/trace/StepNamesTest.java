package lastwords.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StepNamesTest {
  @Test
  void cpusInARowAreListedAsTheKernelDoes() {
    assertThat(StepNames.cpus(0)).isEqualTo("nobody");
    assertThat(StepNames.cpus(0b1)).isEqualTo("cpu0");
    assertThat(StepNames.cpus(0b110)).isEqualTo("cpu1,cpu2");
    assertThat(StepNames.cpus(0b111)).isEqualTo("cpu0-2");
    assertThat(StepNames.cpus(0b1_0110_1110)).isEqualTo("cpu1-3,cpu5,cpu6,cpu8");
    assertThat(StepNames.cpus(-2L)).isEqualTo("cpu1-63");
    assertThat(StepNames.cpus(Long.MIN_VALUE)).isEqualTo("cpu63");
  }
}
