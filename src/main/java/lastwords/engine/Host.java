package lastwords.engine;

import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.fault.Fault;

/**
 * Where a machine's parts live: in this process's memory, or in an actor each. An engine says what
 * happens next; the host lets it happen and tells what came of it.
 */
public interface Host {
  /** A run begins. */
  default void begin() {}

  /** One step of a CPU, with the operation that it asks for. */
  void step(int cpu, long now, long draw, StepReport report, Effects effects);

  /** Can the CPU make a step now? As of its last step or of what reached it since. */
  boolean runnable(int cpu);

  /** When its waiting ends by itself; Long.MAX_VALUE when it does not. */
  long deadline(int cpu);

  /** Is the CPU waiting without an end of its own? */
  boolean stuck(int cpu);

  /** True when the CPU took notice of the interrupt. */
  boolean deliver(int cpu, int vector);

  void wake(int cpu);

  void timeout(int cpu);

  void uartDone(int cpu, long characters);

  void uartElapsed(int port, long now, Effects effects);

  /** A fault begins or ends. */
  void fault(Fault fault, boolean begins, long now, long draw, Effects effects);

  /** The machine, for its names. */
  Machine machine();

  /** The machine with the state that its parts are in at the end of the run, for the verdict. */
  Machine finished();
}
