package lastwords.machine.cpu.core;

import static lastwords.machine.layout.CpuWords.CONTEXT;
import static lastwords.machine.layout.CpuWords.FLAGS;
import static lastwords.machine.layout.CpuWords.IF;
import static lastwords.machine.layout.CpuWords.PC;

import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;

/** The step that a CPU is taking or has taken last, for the trace and the clock. */
public final class CurrentStep implements LastStep {
  /** Returned by an instruction instead of the next pc: it has a request to another part. */
  public static final int ASKED = -1;

  /** As above: the step is over. */
  public static final int ENDED = -2;

  public Operation operation = Operation.COMPUTE;
  public long target;
  public long argument;
  public long result;

  /** The instruction that performs the operation. */
  public int instruction;

  /** Interrupts were off at its start, or an instruction in it disabled them. */
  public boolean irqsOff;

  /** Number of instructions in it. */
  public int instructions;

  private final CpuCore cpu;
  private long contexts; // at its beginning, as in the CPU's state

  CurrentStep(CpuCore cpu) {
    this.cpu = cpu;
  }

  /** A step begins. */
  public void begin() {
    long[] w = cpu.w;
    int at = cpu.at;
    instructions = 0;
    argument = 0;
    target = 0;
    result = 0;
    instruction = (int) w[at + PC];
    contexts = w[at + CONTEXT];
    irqsOff = (w[at + FLAGS] & IF) == 0;
  }

  /** Its operation was this request, which has been answered. */
  public void was(Request request) {
    operation = Operation.of(request.operation);
    target = request.target;
    result = request.result;
    instruction = request.pc;
  }

  private static int nestedContext(long levels) {
    int level = (int) (levels & CpuContext.LEVEL);
    for (long outer = levels >>> 2; level == CpuContext.NMI && outer != 0; outer >>>= 2) {
      if ((outer & CpuContext.LEVEL) == CpuContext.HARDIRQ) {
        return level | CpuContext.NMI_IN_HARDIRQ;
      }
    }
    return level;
  }

  @Override
  public Operation lastOperation() {
    return operation;
  }

  @Override
  public long lastTarget() {
    return target;
  }

  @Override
  public long lastArgument() {
    return argument;
  }

  @Override
  public long lastResult() {
    return result;
  }

  @Override
  public int lastPc() {
    return instruction;
  }

  @Override
  public int lastContext() {
    int context = nestedContext(contexts);
    return irqsOff ? context | CpuContext.IRQS_OFF : context;
  }

  @Override
  public int lastInstructions() {
    return instructions;
  }

  @Override
  public int pc() {
    return cpu.pc();
  }
}
