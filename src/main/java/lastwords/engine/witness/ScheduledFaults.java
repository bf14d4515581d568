package lastwords.engine.witness;

import java.util.List;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.scenario.expect.Budget;

/** The faults in a schedule. */
final class ScheduledFaults {
  private ScheduledFaults() {}

  /** A budget that allows these faults and no others. */
  static Budget of(List<Action> schedule) {
    int stalls = 0;
    long cpus = 0;
    int drops = 0;
    for (Action choice : schedule) {
      stalls += choice.kind() == Kind.STALL ? 1 : 0;
      cpus |= choice.kind() == Kind.STALL ? 1L << choice.cpu() : 0;
      drops += choice.kind() == Kind.DROP ? 1 : 0;
    }
    return new Budget(stalls, cpus, drops);
  }
}
