package lastwords.trace.watch;

import lastwords.machine.Machine;
import lastwords.machine.bus.Request;

/** Looks into the machine that a run is made on, beside its steps. */
public interface RunWatch {
  /** Looks at nothing. */
  RunWatch NONE =
      new RunWatch() {
        @Override
        public void watch(Machine machine) {
          // nobody asked for it
        }

        @Override
        public void performed(Request request) {
          // nobody asked for it
        }
      };

  /**
   * The run begins.
   *
   * @param machine booted, before its first step; its parts are all here
   */
  void watch(Machine machine);

  /**
   * A part has done what a CPU asked for. The CPU's step ends when it gets the answer: other CPUs
   * may make steps until then. Not called in a run whose steps are made in one piece.
   */
  void performed(Request request);
}
