package lastwords.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SameReasonsTest {
  @Test
  void sixtyTwoEqualReasonsAreOneLine() {
    List<String> lines =
        new ArrayList<>(List.of("cpu0 (panic) waits for x", "  x is held by cpu1"));
    for (int cpu = 1; cpu <= 62; cpu++) {
      lines.add("cpu" + cpu + " was not stopped: irqs off");
    }
    lines.add("cpu63 was not stopped: stalled");
    assertThat(SameReasons.folded(lines))
        .containsExactly(
            "cpu0 (panic) waits for x",
            "  x is held by cpu1",
            "each of cpu1-62 was not stopped: irqs off",
            "cpu63 was not stopped: stalled");
  }

  @Test
  void whatBelongsToACpuStaysWithIt() {
    List<String> lines = List.of("cpu0 waits", "  for one thing", "cpu1 waits", "  for another");
    assertThat(SameReasons.folded(lines)).isEqualTo(lines);
    List<String> close = List.of("cpu0 waits", "cpu1 waits", "  for one thing");
    assertThat(SameReasons.folded(close)).isEqualTo(close);
  }
}
