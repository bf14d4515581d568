package lastwords.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import lastwords.machine.Operation;
import org.junit.jupiter.api.Test;

/** Each format's bytes for one small trace. */
final class TraceFormatTest {
  private static final int TASK = 0;
  private static final int NMI = 3;

  static TraceBuffer trace() {
    TraceBuffer trace = new TraceBuffer();
    step(trace, 1_000, 0, TASK, 0, Operation.CMPXCHG, 0, 0, -1);
    step(trace, 2_050, 1, TASK, 0, Operation.LOCK, 0, 0, 0);
    step(trace, 2_100, -1, TASK, -1, Operation.DELIVER, 2, 0, 0);
    step(trace, 3_000, 1, NMI, 2, Operation.STORE, 3, 7, 0);
    step(trace, 1_234_567_890, 0, TASK, SmallKernel.SAID_PC, Operation.NOTE, 0, SmallKernel.HELLO, 0);
    return trace;
  }

  private static void step(
      TraceBuffer trace, long nanos, int cpu, int context, int pc, Operation operation, long target,
      long argument, long result) {
    trace.step(trace.size(), nanos, cpu, context, pc, operation.ordinal(), target, argument, result);
  }

  private static String write(TraceFormat format) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(trace(), SmallKernel.names(), out);
    return out.toString();
  }

  @Test
  void columnsHaveACellForEachStepBelowItsCpu() throws IOException {
    String rule =
        "-------------+" + "-".repeat(36) + "+" + "-".repeat(37) + "+" + "-".repeat(28) + "+\n";
    assertThat(write(TraceFormat.COLUMNS))
        .isEqualTo(
            rule
                + """
                          us | cpu0                               | cpu1                                | machine                    |
                """
                + rule
                + """
                       1.000 | cmpxchg panic_cpu 0 = -1  panic:40 |                                     |                            |
                       2.050 |                                    | lock logbuf_lock waits  panic:40    |                            |
                       2.100 |                                    |                                     | deliver vector 2 from cpu0 |
                       3.000 |                                    | [nmi] store buf+1@cpu0 7  handler:7 |                            |
                 1234567.890 | note lw_said "hello\\n"  panic:41   |                                     |                            |
                """
                + rule);
  }

  @Test
  void ftraceLooksLikeTheKernelsOwnTracer() throws IOException {
    assertThat(write(TraceFormat.FTRACE))
        .isEqualTo(
            """
            # tracer: nop
            #
            # entries-in-buffer/entries-written: 5/5   #P:2
            #
            #                                _-----=> irqs-off
            #                               / _----=> need-resched
            #                              | / _---=> hardirq/softirq
            #                              || / _--=> preempt-depth
            #                              ||| / _-=> migrate-disable
            #                              |||| /     delay
            #           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION
            #              | |         |   |||||     |         |
                        cpu0-1       [000] .....    0.000001000: cmpxchg: panic panic.c:40 panic_cpu 0 = -1
                        cpu1-2       [001] .....    0.000002050: lock: panic panic.c:40 logbuf_lock waits
                     machine-0       [000] .....    0.000002100: deliver: vector 2 from cpu0
                        cpu1-2       [001] d.Z1.    0.000003000: store: handler smp.c:7 buf+1@cpu0 7
                        cpu0-1       [000] .....    1.234567890: note: panic panic.c:41 lw_said "hello\\n"
            """);
  }

  @Test
  void jsonLinesHaveAnObjectForEachStep() throws IOException {
    assertThat(write(TraceFormat.JSONL).lines())
        .containsExactly(
            """
            {"seq":0,"ns":1000,"cpu":0,"context":"task","function":"panic","file":"panic.c","line":40,\
            "op":"cmpxchg","target":"panic_cpu","argument":0,"result":-1}""",
            """
            {"seq":1,"ns":2050,"cpu":1,"context":"task","function":"panic","file":"panic.c","line":40,\
            "op":"lock","target":"logbuf_lock","argument":0,"result":0}""",
            """
            {"seq":2,"ns":2100,"op":"deliver","target":"vector 2","argument":0,"result":0}""",
            """
            {"seq":3,"ns":3000,"cpu":1,"context":"nmi","function":"handler","file":"smp.c","line":7,\
            "op":"store","target":"buf+1@cpu0","argument":7,"result":0}""",
            """
            {"seq":4,"ns":1234567890,"cpu":0,"context":"task","function":"panic","file":"panic.c",\
            "line":41,"op":"note","target":"lw_said","argument":"hello\\n","result":0}""");
  }
}
