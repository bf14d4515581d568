package lastwords.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BlameTest {
  /** {@code cpu op target argument result}, in order. */
  private static List<TraceStep> trace(String... steps) {
    long[] seq = {0};
    return Stream.of(steps)
        .map(it -> it.split(" "))
        .map(it -> new TraceStep(seq[0]++, Integer.parseInt(it[0]), "", it[1], it[2], it[3], it[4]))
        .toList();
  }

  @Test
  void theDecisionIsWhoWasFirstWhereAnotherAnswerCame() {
    List<TraceStep> left = trace("1 load y 0 0", "0 store x 1 0", "1 load x 0 1");
    List<TraceStep> right = trace("1 load y 0 0", "1 load x 0 0", "0 store x 1 0");
    assertThat(Blame.of(left, right))
        .containsExactly(
            "  < 2  cpu1 load x 0 = 1",
            "  > 1  cpu1 load x",
            "the decision: who is first at x",
            "  < after 1  cpu0 store x 1 = 0",
            "  > before anyone has changed it");
  }

  @Test
  void anotherOrderAloneChangesNothing() {
    List<TraceStep> left = trace("0 store x 1 0", "1 store y 1 0");
    List<TraceStep> right = trace("1 store y 1 0", "0 store x 1 0");
    assertThat(Blame.of(left, right))
        .containsExactly("every CPU does the same in both; only the order differs");
  }

  @Test
  void anInterruptThatComesEarlierIsADecision() {
    List<TraceStep> left = trace("0 deliver ipi 0 0", "0 store x 1 0");
    List<TraceStep> right = trace("0 store x 1 0", "0 deliver ipi 0 0");
    assertThat(Blame.of(left, right))
        .contains("the decision: whether cpu0 continues first, or: cpu0 deliver ipi");
  }

  @Test
  void aCpuThatDoesNothingMoreIsSaid() {
    List<TraceStep> left = trace("0 store x 1 0");
    assertThat(Blame.of(left, trace()))
        .containsExactly("  < 0  cpu0 store x 1 = 0", "  > it does nothing more");
  }

  @Test
  void whatHoldsATimeIsNoDecision() {
    List<TraceStep> left =
        trace("0 store stamp 17 0", "1 load stamp 0 17", "1 load x 0 0", "0 store x 1 0");
    List<TraceStep> right =
        trace("0 store stamp 23 0", "1 load stamp 0 23", "0 store x 1 0", "1 load x 0 1");
    assertThat(Blame.of(left, right)).contains("the decision: who is first at x");
  }
}
