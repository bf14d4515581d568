package lastwords.machine.bus;

/** What a CPU did in its last step: of the CPU itself, or of a copy from another process. */
public interface LastStep {
  Operation lastOperation();

  long lastTarget();

  long lastArgument();

  long lastResult();

  int lastPc();

  /** As in {@link StepRecord#context}. */
  int lastContext();

  /** Number of local instructions. */
  int lastInstructions();

  /** The next instruction. */
  int pc();

  /** The record of it for the trace. */
  default StepRecord record(long seq, long nanos, int cpu) {
    return new StepRecord(
        seq,
        nanos,
        cpu,
        lastContext(),
        lastPc(),
        lastOperation(),
        lastTarget(),
        lastArgument(),
        lastResult());
  }
}
