package lastwords.trace.tracepoint;

import java.util.List;

/**
 * One event of a tracepoint.
 *
 * @param nanos emulated time
 * @param cpu whose buffer it is in
 * @param pid the task: the CPU's number + 1
 * @param flags those of Linux's tracer: {@link #IRQS_OFF} and so on
 * @param values one per field: a number, or a text
 */
public record TracepointEvent(
    Tracepoint tracepoint, long nanos, int cpu, int pid, int flags, List<Object> values) {
  public static final int IRQS_OFF = 1;

  /** The tracer does not know whether interrupts are off. */
  public static final int IRQS_UNKNOWN = 2;

  public static final int HARDIRQ = 8;
  public static final int SOFTIRQ = 16;
  public static final int NMI = 64;

  public TracepointEvent {
    values = List.copyOf(values);
  }
}
