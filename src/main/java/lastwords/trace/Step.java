package lastwords.trace;

import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.Cpu;

/**
 * One step of a run, as {@link lastwords.machine.bus.StepSink#step} got it.
 *
 * @param seq counts from 0
 * @param nanos emulated time at which it began
 * @param cpu -1 when no CPU did it
 * @param context 0 task, 1 softirq, 2 hardirq, 3 NMI, with the flags of {@link Cpu#lastContext}
 * @param pc instruction, or -1
 * @param target by operation
 * @param argument by operation
 * @param result what came back
 */
public record Step(
    long seq,
    long nanos,
    int cpu,
    int context,
    int pc,
    Operation operation,
    long target,
    long argument,
    long result) {
  private static final String[] CONTEXTS = {"task", "softirq", "irq", "nmi"};

  /** Is the CPU in an interrupt of some kind? */
  boolean interrupted() {
    return (context & Cpu.CONTEXT_MASK) != Cpu.TASK;
  }

  /** The context as a word: {@code task}, {@code softirq}, {@code irq} or {@code nmi}. */
  public String contextWord() {
    return CONTEXTS[context & Cpu.CONTEXT_MASK];
  }
}
