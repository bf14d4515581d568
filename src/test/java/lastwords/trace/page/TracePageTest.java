package lastwords.trace.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.SmallTrace;
import lastwords.trace.TraceBuffer;
import org.junit.jupiter.api.Test;

/** Locks and interrupts of a trace as a page shows them. */
final class TracePageTest {
  private static TracePage page(TraceBuffer steps) throws IOException {
    return TracePage.of(steps, SmallTrace.names(), List.of("pstore"));
  }

  @Test
  void aLockThatWasWaitedForIsHeldFromThenOn() throws IOException {
    assertThat(page(SmallTrace.steps()).holds())
        .containsExactlyInAnyOrder(
            new LockSpan("logbuf_lock", 1, 1, 12, false),
            new LockSpan("logbuf_lock", 0, 9, 13, true),
            new LockSpan("logbuf_lock", 0, 13, 14, false),
            new LockSpan("logbuf_lock", 0, 15, 18, false));
  }

  @Test
  void interruptsAreTakenLostOrPending() throws IOException {
    assertThat(page(SmallTrace.steps()).arrows())
        .containsExactly(
            new Arrow(0, 1, "vector 33", 2, 5, -1, false),
            new Arrow(0, 1, "handler", 3, 7, 8, false),
            new Arrow(0, 1, "vector 34", 4, 6, -1, true));
  }

  @Test
  void aCpuTakesAllOfOneVectorThatHaveArrived() throws IOException {
    TraceBuffer steps = new TraceBuffer();
    add(steps, 0, Operation.SEND_IPI, 2);
    add(steps, 0, Operation.SEND_IPI, 2);
    add(steps, 1, Operation.DELIVER, 0);
    add(steps, 1, Operation.DELIVER, 0);
    add(steps, 1, Operation.INTERRUPT, 0);
    assertThat(page(steps).arrows())
        .containsExactly(
            new Arrow(0, 1, "vector 33", 0, 2, 4, false),
            new Arrow(0, 1, "vector 33", 1, 3, 4, false));
  }

  private static void add(TraceBuffer steps, int cpu, Operation operation, long argument) {
    long seq = steps.size();
    steps.step(StepRecord.of(seq, seq, cpu, operation, 33, argument, 0));
  }
}
