package lastwords.engine;

import lastwords.machine.cpu.Cpu;

/** What one step of a CPU did. One object, used again for every step. */
public final class StepReport {
  public int context;
  public int pc;

  /** {@link lastwords.machine.bus.Operation}'s ordinal. */
  public int operation;

  public long target;
  public long argument;
  public long result;
  public int instructions;

  /** Where the CPU stands after the step. */
  public int nextPc;

  public void copy(StepReport other) {
    context = other.context;
    pc = other.pc;
    operation = other.operation;
    target = other.target;
    argument = other.argument;
    result = other.result;
    instructions = other.instructions;
    nextPc = other.nextPc;
  }

  public void take(Cpu cpu) {
    context = cpu.lastContext();
    pc = cpu.lastPc();
    operation = cpu.lastOperation().ordinal();
    target = cpu.lastTarget();
    argument = cpu.lastArgument();
    result = cpu.lastResult();
    instructions = cpu.lastInstructions();
    nextPc = cpu.pc();
  }
}
