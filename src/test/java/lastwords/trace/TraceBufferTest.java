package lastwords.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.Operation;
import org.junit.jupiter.api.Test;

final class TraceBufferTest {
  private static final int LOAD = Operation.LOAD.ordinal();

  private static List<Step> steps(TraceBuffer trace) throws IOException {
    List<Step> steps = new ArrayList<>();
    trace.forEach(steps::add);
    return steps;
  }

  @Test
  void aStepComesBackAsItWent() throws IOException {
    TraceBuffer trace = new TraceBuffer();
    trace.step(0, Long.MAX_VALUE, 63, 3, 1 << 24, Operation.END.ordinal(), -1, Long.MIN_VALUE, 7);
    trace.step(1, 5, -1, 0, -1, LOAD, 0, 0, 0);
    assertThat(steps(trace))
        .containsExactly(
            new Step(0, Long.MAX_VALUE, 63, 3, 1 << 24, Operation.END, -1, Long.MIN_VALUE, 7),
            new Step(1, 5, -1, 0, -1, Operation.LOAD, 0, 0, 0));
  }

  @Test
  void aFullBufferForgetsTheOldestSteps() throws IOException {
    TraceBuffer trace = new TraceBuffer(10_000);
    for (int i = 0; i < 100_000; i++) {
      trace.step(i, i, 0, 0, 0, LOAD, 0, 0, 0);
    }
    List<Step> steps = steps(trace);
    assertThat(trace.size()).isBetween(10_000L, 20_000L).isEqualTo(steps.size());
    assertThat(trace.lost()).isEqualTo(100_000 - trace.size());
    assertThat(steps.get(0).nanos()).isEqualTo(trace.lost());
    assertThat(steps.get(steps.size() - 1).seq()).isEqualTo(99_999);
  }

  @Test
  void aMissingStepIsNoticed() {
    TraceBuffer trace = new TraceBuffer();
    assertThatThrownBy(() -> trace.step(1, 0, 0, 0, 0, LOAD, 0, 0, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("when 0 was due");
  }
}
