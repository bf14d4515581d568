package lastwords.engine;

import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LastStep;

/**
 * Where a machine's parts live: in this process's memory, or in an actor each. An engine says what
 * happens next; the host makes it happen and returns the result.
 */
public interface Host {
  /** A run begins. */
  default void begin() {}

  /** Lets an event happen: see {@link Machine#apply}. */
  boolean apply(Event event, long now, long draw, Effects effects);

  /** The last step of a CPU. */
  LastStep last(int cpu);

  /** Can the CPU make a step now? As of its last step or of what reached it since. */
  boolean runnable(int cpu);

  /** When its waiting ends by itself; Long.MAX_VALUE when it does not. */
  long deadline(int cpu);

  /** Is the CPU waiting without an end of its own? */
  boolean stuck(int cpu);

  /** The machine, for its names. */
  Machine machine();

  /** The machine with the state that its parts are in at the end of the run, for the outcome. */
  Machine finished();
}
