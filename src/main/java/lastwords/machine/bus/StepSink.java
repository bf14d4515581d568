package lastwords.machine.bus;

import lastwords.machine.cpu.Cpu;

/** Takes the raw records of a run, one a step. Called in order of sequence. */
public interface StepSink {
  /** A sink that keeps nothing. */
  StepSink NONE = (seq, nanos, cpu, context, pc, operation, target, argument, result) -> {};

  /**
   * @param seq counts from 0
   * @param nanos emulated time at which the step began
   * @param cpu the CPU, or -1 when no CPU did it
   * @param context 0 task, 1 softirq, 2 hardirq, 3 NMI, and {@link Cpu#IRQS_OFF} and {@link
   *     Cpu#NMI_IN_HARDIRQ} where they hold; 0 when the CPU did nothing itself
   * @param pc the instruction, or -1
   * @param operation an {@link Operation}'s ordinal
   * @param target word address, lock number, port, vector, …: by operation
   * @param argument value written, CPU mask, text pointer, …: by operation
   * @param result what came back
   */
  void step(
      long seq,
      long nanos,
      int cpu,
      int context,
      int pc,
      int operation,
      long target,
      long argument,
      long result);
}
