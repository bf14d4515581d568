package lastwords.engine.witness;

import java.util.List;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.walk.RandomWalk.Scheduler;

/** Follows a schedule, which must be possible, and then another scheduler. */
final class Continued implements Scheduler {
  private final List<Action> beginning;
  private final Scheduler then;

  Continued(List<Action> beginning, Scheduler then) {
    this.beginning = beginning;
    this.then = then;
  }

  @Override
  public int pick(int step, int[] choices, int size) {
    if (step >= beginning.size()) {
      return then.pick(step, choices, size);
    }
    Action choice = beginning.get(step);
    return choice.kind() == Kind.STEP
        ? new Action(Kind.STEP, choice.cpu(), 0).packed()
        : choice.packed();
  }

  @Override
  public int end(int step) {
    boolean says = step < beginning.size() && beginning.get(step).kind() == Kind.STEP;
    return says ? beginning.get(step).number() : then.end(step);
  }
}
