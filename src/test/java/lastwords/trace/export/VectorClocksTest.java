package lastwords.trace.export;

import static org.assertj.core.api.Assertions.assertThat;

import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import org.junit.jupiter.api.Test;

/** Which step comes before which. */
final class VectorClocksTest {
  private static final int VECTOR = 33;
  private final VectorClocks clocks = new VectorClocks(2);
  private int seq;

  private int[] step(int cpu, Operation operation, long argument) {
    return clocks.step(StepRecord.of(seq++, seq, cpu, operation, VECTOR, argument, 0), true);
  }

  /** A fault loses an interrupt when it is sent; an earlier one may still be on its way. */
  @Test
  void theInterruptThatIsLostIsTheOneJustSent() {
    step(0, Operation.SEND_IPI, 2);
    step(0, Operation.SEND_IPI, 2);
    assertThat(step(1, Operation.DROP, 0)).containsExactly(2, 0, 1);
    assertThat(step(1, Operation.DELIVER, 0)).containsExactly(1, 1, 0);
  }
}
