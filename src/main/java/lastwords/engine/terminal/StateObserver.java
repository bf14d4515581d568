package lastwords.engine.terminal;

import lastwords.machine.Machine;
import lastwords.outcome.Outcome;

/** Observes each state of a search. It must not change what it is shown. */
public interface StateObserver {
  StateObserver NONE =
      new StateObserver() {
        @Override
        public void reached(Machine machine) {}

        @Override
        public void over(Machine machine, Outcome outcome) {}
      };

  /** The machine is in a state that is about to be expanded. */
  void reached(Machine machine);

  /** The machine is in a state in which the run is over. */
  void over(Machine machine, Outcome outcome);
}
