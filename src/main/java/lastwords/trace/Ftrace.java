package lastwords.trace;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;

/**
 * A trace in the text format of the kernel's tracer ({@code /sys/kernel/tracing/trace}): each CPU
 * is a task, times are in nanoseconds.
 */
final class Ftrace {
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private static final char[] CONTEXTS = {'.', 's', 'h', 'z'};

  /** Events that reach a CPU from outside; as in the tracer, X is an unknown interrupt flag. */
  private static final Set<Operation> ARRIVING =
      EnumSet.of(
          Operation.WAKE,
          Operation.DELIVER,
          Operation.DROP,
          Operation.STALL,
          Operation.RESUME,
          Operation.FAULT,
          Operation.END);

  private final Phrases phrases;
  private final StepNames names;

  Ftrace(StepNames names) {
    this.names = names;
    this.phrases = new Phrases(names);
  }

  void write(TraceBuffer trace, Appendable out) throws IOException {
    header(trace, out);
    trace.forEach(step -> out.append(line(step)));
  }

  private void header(TraceBuffer trace, Appendable out) throws IOException {
    long written = trace.size() + trace.lost();
    out.append("# tracer: nop\n#\n");
    out.append(
        "# entries-in-buffer/entries-written: "
            + trace.size()
            + "/"
            + written
            + "   #P:"
            + names.cpus());
    out.append(
        """

        #
        #                                _-----=> irqs-off
        #                               / _----=> need-resched
        #                              | / _---=> hardirq/softirq
        #                              || / _--=> preempt-depth
        #                              ||| / _-=> migrate-disable
        #                              |||| /     delay
        #           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION
        #              | |         |   |||||     |         |
        """);
  }

  /** One step, including the newline. */
  String line(StepRecord step) {
    int cpu = Math.max(0, step.cpu());
    String task = step.cpu() < 0 ? "machine" : "cpu" + cpu;
    String time = step.nanos() / NANOS_A_SECOND + "." + padded(step.nanos() % NANOS_A_SECOND);
    return String.format(
        Locale.ROOT,
        "%16s-%-7d [%03d] %s %14s: %s: %s\n",
        task,
        step.cpu() + 1,
        cpu,
        flags(step),
        time,
        step.operation().word(),
        text(step));
  }

  /**
   * irqs-off, need-resched, hardirq/softirq, preempt-depth, migrate-disable: the first and the
   * third are known, the others are not recorded.
   */
  private static String flags(StepRecord step) {
    if (ARRIVING.contains(step.operation())) {
      return "X....";
    }
    boolean nested = (step.context() & CpuContext.NMI_IN_HARDIRQ) != 0;
    char level = nested ? 'Z' : CONTEXTS[step.context() & CpuContext.LEVEL];
    return ((step.context() & CpuContext.IRQS_OFF) == 0 ? "." : "d") + "." + level + "..";
  }

  private static String padded(long nanos) {
    return String.valueOf(NANOS_A_SECOND + nanos).substring(1);
  }

  /** The phrase without the operation, and the place. */
  private String text(StepRecord step) {
    String phrase = phrases.of(step).substring(step.operation().word().length()).strip();
    if (step.pc() < 0) {
      return phrase;
    }
    String place =
        names.function(step.pc()) + " " + names.file(step.pc()) + ":" + names.line(step.pc());
    return phrase.isEmpty() ? place : place + " " + phrase;
  }
}
