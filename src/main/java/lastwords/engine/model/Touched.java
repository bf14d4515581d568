package lastwords.engine.model;

import lastwords.machine.Machine;
import lastwords.machine.bus.Footprint;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.Liveness;
import lastwords.machine.layout.Changes;

/**
 * The parts of a machine that a choice involves: nothing else has changed or needs to be compared.
 */
final class Touched {
  private final Machine machine;
  private final Footprint footprint;
  private final int firstPart; // the first that is neither a CPU nor memory
  private int[] parts = new int[16];
  private int partCount;
  private long cpus; // as a mask

  Touched(Machine machine, Footprint footprint) {
    this.machine = machine;
    this.footprint = footprint;
    this.firstPart = machine.wiring().memory() + 1;
  }

  void clear() {
    cpus = 0;
    partCount = 0;
    footprint.clear();
    machine.states().trackMemory();
  }

  /** The CPU is about to do something, or something is about to happen to it. */
  void cpu(int cpu) {
    if ((cpus >>> cpu & 1) == 0) {
      cpus |= 1L << cpu;
      footprint.part(cpu);
      Cpu one = machine.cpu(cpu);
      machine.states().cpu(cpu).track();
      for (int i = one.awaited().spinsOn() - 1; i >= 0; i--) {
        part(one.awaited().watchedPart(i)); // it may stop waiting for that
      }
    }
  }

  /** A request is made to the part. */
  void part(int part) {
    if (part < firstPart) {
      return;
    }
    for (int i = 0; i < partCount; i++) {
      if (parts[i] == part) {
        return;
      }
    }
    if (partCount == parts.length) {
      parts = java.util.Arrays.copyOf(parts, 2 * partCount);
    }
    parts[partCount++] = part;
    footprint.part(part);
  }

  /** Something in flight is looked at, or more is about to be added. */
  void inFlight() {
    footprint.part(machine.wiring().parts());
  }

  /**
   * Returns the machine to its state before a section that could not begin; false if that requires
   * a comparison.
   */
  boolean takeBack(int cpu, long[] before) {
    if (partCount > 0 || machine.states().wroteMemory()) {
      return false;
    }
    machine.states().cpu(cpu).takeBack(before);
    return true;
  }

  void runOn(Liveness liveness) {
    for (long mask = cpus; mask != 0; mask &= mask - 1) {
      machine.states().cpu(Long.numberOfTrailingZeros(mask)).runOn(liveness);
    }
  }

  /** Clears dead state: see {@link MachineStates#forget}. */
  void forget(boolean reports, Liveness liveness) {
    for (long mask = cpus; mask != 0; mask &= mask - 1) {
      machine.states().cpu(Long.numberOfTrailingZeros(mask)).forget(reports, liveness);
    }
    machine.states().forgetMemory();
    for (int i = 0; i < partCount; i++) {
      machine.states().forget(parts[i], reports);
    }
  }

  /** Reports which words have changed. */
  void compare(Changes changes) {
    for (long mask = cpus; mask != 0; mask &= mask - 1) {
      machine.states().cpu(Long.numberOfTrailingZeros(mask)).compare(changes);
    }
    machine.states().compareMemory(changes, cpus);
    for (int i = 0; i < partCount; i++) {
      changes.compare(machine.offset(parts[i]), machine.offset(parts[i] + 1));
    }
  }
}
