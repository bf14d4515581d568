package lastwords.trace.watch;

import lastwords.machine.Machine;
import lastwords.machine.bus.Request;

/** Observes the machine of a run, in addition to its steps. */
public interface RunWatch {
  /** Observes nothing. */
  RunWatch NONE =
      new RunWatch() {
        @Override
        public void watch(Machine machine) {
          // not needed
        }

        @Override
        public void performed(Request request) {
          // not needed
        }
      };

  /**
   * The run begins.
   *
   * @param machine booted, before its first step; its parts are all here
   */
  void watch(Machine machine);

  /**
   * A part has performed a CPU's request. The CPU's step ends when it gets the answer: other CPUs
   * may take steps until then. Not called in a run whose steps are not divided.
   */
  void performed(Request request);
}
