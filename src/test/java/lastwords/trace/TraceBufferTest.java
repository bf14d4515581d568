package lastwords.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import org.junit.jupiter.api.Test;

final class TraceBufferTest {
  private static List<StepRecord> steps(TraceBuffer trace) throws IOException {
    List<StepRecord> steps = new ArrayList<>();
    trace.forEach(steps::add);
    return steps;
  }

  @Test
  void aStepComesBackAsItWent() throws IOException {
    TraceBuffer trace = new TraceBuffer();
    StepRecord first =
        new StepRecord(0, Long.MAX_VALUE, 63, 3, 1 << 24, Operation.END, -1, Long.MIN_VALUE, 7);
    StepRecord second = StepRecord.of(1, 5, -1, Operation.LOAD, 0, 0, 0);
    trace.step(first);
    trace.step(second);
    assertThat(steps(trace)).containsExactly(first, second);
  }

  @Test
  void aFullBufferForgetsTheOldestSteps() throws IOException {
    TraceBuffer trace = new TraceBuffer(10_000);
    for (int i = 0; i < 100_000; i++) {
      trace.step(StepRecord.of(i, i, 0, Operation.LOAD, 0, 0, 0));
    }
    List<StepRecord> steps = steps(trace);
    assertThat(trace.size()).isBetween(10_000L, 20_000L).isEqualTo(steps.size());
    assertThat(trace.lost()).isEqualTo(100_000 - trace.size());
    assertThat(steps.get(0).nanos()).isEqualTo(trace.lost());
    assertThat(steps.get(steps.size() - 1).seq()).isEqualTo(99_999);
  }

  @Test
  void aMissingStepIsNoticed() {
    TraceBuffer trace = new TraceBuffer();
    assertThatThrownBy(() -> trace.step(StepRecord.of(1, 0, 0, Operation.LOAD, 0, 0, 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("when 0 was due");
  }
}
