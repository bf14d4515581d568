package lastwords.machine.bus;

/**
 * One step of a run: what a CPU did, or what happened to it. Traces, recordings and engines all use
 * this form.
 *
 * @param seq counts from 0
 * @param nanos emulated time at which it began
 * @param cpu -1 if no CPU did it
 * @param context 0 task, 1 softirq, 2 hardirq, 3 NMI, and {@link CpuContext#IRQS_OFF} and {@link
 *     CpuContext#NMI_IN_HARDIRQ} if they apply; 0 if the CPU did nothing itself
 * @param pc the instruction, or -1
 * @param target word address, lock number, port, vector, …: depends on the operation
 * @param argument value written, CPU mask, text pointer, …: depends on the operation
 * @param result the answer
 */
public record StepRecord(
    long seq,
    long nanos,
    int cpu,
    int context,
    int pc,
    Operation operation,
    long target,
    long argument,
    long result) {
  /** The argument of a fault's step if the fault ends there; otherwise it begins. */
  public static final long FAULT_ENDS = 1;

  private static final String[] CONTEXTS = {"task", "softirq", "irq", "nmi"};
  private static final int NOWHERE = -1;

  /** The record of something that happened to a CPU (-1: to none), which did nothing itself. */
  public static StepRecord of(
      long seq, long nanos, int cpu, Operation operation, long target, long argument, long result) {
    return new StepRecord(seq, nanos, cpu, 0, NOWHERE, operation, target, argument, result);
  }

  /** The same step with another sequence number. */
  public StepRecord numbered(long number) {
    return new StepRecord(number, nanos, cpu, context, pc, operation, target, argument, result);
  }

  /** The same step at another time. */
  public StepRecord at(long time) {
    return new StepRecord(seq, time, cpu, context, pc, operation, target, argument, result);
  }

  /** Is the CPU in an interrupt of some kind? */
  public boolean interrupted() {
    return (context & CpuContext.LEVEL) != CpuContext.TASK;
  }

  /** Name of the context: {@code task}, {@code softirq}, {@code irq} or {@code nmi}. */
  public String contextWord() {
    return CONTEXTS[context & CpuContext.LEVEL];
  }
}
