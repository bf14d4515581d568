package lastwords.engine.model;

import lastwords.kernelc.image.Builtin;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;

/** Looks ahead whether a CPU in a loop that only reads waits. */
final class SpinAhead {
  private static final int TURN = 64; // steps of a loop's turn, at most

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
   * A CPU has made a turn of a loop that only reads. If one more turn, made at once, shows that it
   * waits, then it waits from now on; if not, that turn is taken back and left to the actions. Only
   * what it reads last matters to anybody, and until then the turn before can as well be made
   * later. What the turn registered with other parts is forgotten with its waiting.
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
