package lastwords.engine.model;

import lastwords.kernelc.image.Builtin;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;

/** Looks ahead to see whether a CPU in a loop that only reads is waiting. */
final class SpinAhead {
  private static final int TURN = 64; // maximum number of steps of a loop's iteration

  private final Machine machine;
  private final Touched touched;
  private final Effects effects;
  private final long[] saved;

  SpinAhead(Machine machine, Touched touched, Effects effects) {
    this.machine = machine;
    this.touched = touched;
    this.effects = effects;
    this.saved = new long[machine.cpu(0).words()];
  }

  /**
   * A CPU has completed an iteration of a loop that only reads. If another iteration, taken at
   * once, shows that it waits, then it waits from now on; if not, that iteration is undone and left
   * to later choices. Only its last reads matter, and the iteration before might as well happen
   * later. What the iteration registered with other parts is cleared together with the wait.
   */
  void turn(Cpu cpu) {
    machine.states().cpu(cpu.number()).save(saved);
    for (int i = 0; i < TURN && goesOn(cpu); i++) {
      if (cpu.mode() == CpuMode.POLL) {
        return;
      }
    }
    machine.states().cpu(cpu.number()).restore(saved);
  }

  private boolean goesOn(Cpu cpu) {
    if (cpu.step(0)) {
      if (!reads(cpu.request())) {
        return false;
      }
      touched.part(cpu.request().part);
      machine.perform(cpu.request(), 0, 0, effects);
      cpu.complete(0);
    } else if (cpu.last().lastOperation() != Operation.SPIN) {
      return false;
    }
    return cpu.mode() != CpuMode.RUNNING || cpu.awaited().spinning();
  }

  private static boolean reads(Request request) {
    Operation operation = Operation.of(request.operation);
    boolean asks = operation == Operation.NOTE && request.builtin == Builtin.ALL_STAGED.ordinal();
    return operation.looks() || asks;
  }
}
