package lastwords.trace;

import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;

/**
 * A run of two CPUs in which one interrupt is taken, one is lost and one is never taken, and a CPU
 * waits for a lock.
 */
public final class SmallTrace {
  private static final SmallKernel KERNEL = new SmallKernel();
  private static final int NMI = 2;
  private static final int PENDING = 33;
  private static final int LOST = 34;

  private final TraceBuffer steps = new TraceBuffer();

  private SmallTrace() {}

  public static StepNames names() {
    return KERNEL.names();
  }

  public static TraceBuffer steps() {
    SmallTrace trace = new SmallTrace();
    int panic = KERNEL.pc("panic");
    int handler = KERNEL.pc("handler");
    int off = CpuContext.IRQS_OFF;
    trace.add(1_000, 0, 0, panic, Operation.NOTE, 0, KERNEL.hello(), 0);
    trace.add(1_100, 1, off, panic, Operation.LOCK, KERNEL.lock(), 0, 1);
    trace.add(1_200, 0, 0, panic, Operation.SEND_IPI, PENDING, 2, 0);
    trace.add(1_300, 0, 0, panic, Operation.SEND_IPI, NMI, 2, 0);
    trace.add(1_350, 0, 0, panic, Operation.SEND_IPI, LOST, 2, 0);
    trace.add(1_400, 1, 0, -1, Operation.DELIVER, PENDING, 0, 1);
    trace.add(1_450, 1, 0, -1, Operation.DROP, LOST, 0, 0);
    trace.add(1_500, 1, 0, -1, Operation.DELIVER, NMI, 0, 1);
    trace.add(1_500, 1, off, panic, Operation.INTERRUPT, NMI, 0, 0);
    trace.add(1_600, 0, off, panic, Operation.LOCK, KERNEL.lock(), 0, 0);
    trace.add(1_700, 1, CpuContext.NMI | off, handler, Operation.STORE, KERNEL.second(0), 7, 0);
    trace.add(1_800, 1, CpuContext.NMI | off, handler, Operation.RETURN, 0, 0, 0);
    trace.add(1_900, 1, off, panic, Operation.UNLOCK, KERNEL.lock(), 0, 0);
    trace.add(2_001_950, 0, off, panic, Operation.STORE, KERNEL.panicCpu(), 0, 0);
    trace.add(2_002_000, 0, off, panic, Operation.UNLOCK, KERNEL.lock(), 0, 0);
    trace.add(1_000_000_000, 0, 0, panic, Operation.TRYLOCK, KERNEL.lock(), 0, 1);
    trace.add(1_000_000_100, 0, 0, panic, Operation.HALT, 0, 0, 0);
    trace.add(1_000_000_200, -1, 0, -1, Operation.FAULT, 3, 0, 0);
    return trace.steps;
  }

  private void add(
      long nanos,
      int cpu,
      int context,
      int pc,
      Operation operation,
      long target,
      long argument,
      long result) {
    steps.step(
        new StepRecord(steps.size(), nanos, cpu, context, pc, operation, target, argument, result));
  }
}
