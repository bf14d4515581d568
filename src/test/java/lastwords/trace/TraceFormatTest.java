package lastwords.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import org.junit.jupiter.api.Test;

/** Each format's bytes for one small trace. */
final class TraceFormatTest {
  private static final int TASK = 0;
  private static final int NMI = 3;

  static final SmallKernel KERNEL = new SmallKernel();

  static TraceBuffer trace() {
    TraceBuffer trace = new TraceBuffer();
    int panic = KERNEL.pc("panic");
    int handler = KERNEL.pc("handler");
    step(trace, 1_000, 0, TASK, panic, Operation.CMPXCHG, KERNEL.panicCpu(), -1, -1);
    step(trace, 2_050, 1, TASK | CpuContext.IRQS_OFF, panic, Operation.LOCK, KERNEL.lock(), 0, 0);
    step(trace, 2_100, 1, TASK, -1, Operation.DELIVER, 2, 0, 0);
    step(trace, 2_200, -1, TASK, -1, Operation.FAULT, 3, 0, 0);
    step(
        trace,
        3_000,
        1,
        NMI | CpuContext.IRQS_OFF,
        handler,
        Operation.STORE,
        KERNEL.second(0),
        7,
        0);
    step(trace, 1_234_567_890, 0, TASK, panic, Operation.NOTE, 0, KERNEL.hello(), 0);
    return trace;
  }

  private static void step(
      TraceBuffer trace,
      long nanos,
      int cpu,
      int context,
      int pc,
      Operation operation,
      long target,
      long argument,
      long result) {
    trace.step(
        new StepRecord(trace.size(), nanos, cpu, context, pc, operation, target, argument, result));
  }

  private static String write(TraceFormat format) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(trace(), KERNEL.names(), out);
    return out.toString();
  }

  @Test
  void columnsHaveACellForEachStepBelowItsCpu() throws IOException {
    String rule =
        "-------------+" + "-".repeat(43) + "+" + "-".repeat(42) + "+" + "-".repeat(14) + "+\n";
    assertThat(write(TraceFormat.COLUMNS))
        .isEqualTo(
            rule
                + """
                          us | cpu0                                      | cpu1                                     | machine      |
                """
                + rule
                + """
                       1.000 | panic:11  cmpxchg panic_cpu if -1: stored |                                          |              |
                       2.050 |                                           | panic:11  lock logbuf_lock waits         |              |
                       2.100 |                                           | deliver handler from cpu0                |              |
                       2.200 |                                           |                                          | fault rule 3 |
                       3.000 |                                           | [nmi] handler:7  store buf.second@cpu0 7 |              |
                 1234567.890 | panic:11  note lw_said "hello\\n"          |                                          |              |
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
            # entries-in-buffer/entries-written: 6/6   #P:2
            #
            #                                _-----=> irqs-off
            #                               / _----=> need-resched
            #                              | / _---=> hardirq/softirq
            #                              || / _--=> preempt-depth
            #                              ||| / _-=> migrate-disable
            #                              |||| /     delay
            #           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION
            #              | |         |   |||||     |         |
                        cpu0-1       [000] .....    0.000001000: cmpxchg: panic panic.c:11 panic_cpu if -1: stored
                        cpu1-2       [001] d....    0.000002050: lock: panic panic.c:11 logbuf_lock waits
                        cpu1-2       [001] X....    0.000002100: deliver: handler from cpu0
                     machine-0       [000] X....    0.000002200: fault: rule 3
                        cpu1-2       [001] d.z..    0.000003000: store: handler panic.c:7 buf.second@cpu0 7
                        cpu0-1       [000] .....    1.234567890: note: panic panic.c:11 lw_said "hello\\n"
            """);
  }

  @Test
  void jsonLinesHaveAnObjectForEachStep() throws IOException {
    assertThat(write(TraceFormat.JSONL).lines())
        .containsExactly(
            """
            {"seq":0,"ns":1000,"cpu":0,"context":"task","function":"panic","file":"panic.c","line":11,\
            "op":"cmpxchg","target":"panic_cpu","argument":-1,"result":-1}""",
            """
            {"seq":1,"ns":2050,"cpu":1,"context":"task","irqsOff":true,"function":"panic","file":"panic.c",\
            "line":11,"op":"lock","target":"logbuf_lock","argument":0,"result":0}""",
            """
            {"seq":2,"ns":2100,"cpu":1,"context":"task","op":"deliver","target":"handler",\
            "argument":0,"result":0}""",
            """
            {"seq":3,"ns":2200,"op":"fault","target":"rule 3","argument":0,"result":0}""",
            """
            {"seq":4,"ns":3000,"cpu":1,"context":"nmi","irqsOff":true,"function":"handler","file":"panic.c","line":7,\
            "op":"store","target":"buf.second@cpu0","argument":7,"result":0}""",
            """
            {"seq":5,"ns":1234567890,"cpu":0,"context":"task","function":"panic","file":"panic.c",\
            "line":11,"op":"note","target":"lw_said","argument":"hello\\n","result":0}""");
  }
}
