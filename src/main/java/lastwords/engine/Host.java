package lastwords.engine;

import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LastStep;

/**
 * Where a machine's parts live: in this process's memory, or each in its own actor. An engine
 * chooses what happens next; the host makes it happen and returns the result.
 */
public interface Host {
  /** Called when a run begins. */
  default void begin() {}

  /** Applies an event: see {@link Machine#apply}. */
  boolean apply(Event event, long now, long draw, Effects effects);

  /** The last step of a CPU. */
  LastStep last(int cpu);

  /** Can the CPU take a step now? As of its last step or of what has reached it since. */
  boolean runnable(int cpu);

  /** When its wait times out; Long.MAX_VALUE if it does not. */
  long deadline(int cpu);

  /** Is the CPU waiting without a deadline? */
  boolean stuck(int cpu);

  /** The machine, for the names in it. */
  Machine machine();

  /** The machine with all parts in their state at the end of the run, for the outcome. */
  Machine finished();
}
