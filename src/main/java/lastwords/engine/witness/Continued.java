package lastwords.engine.witness;

import java.util.List;
import lastwords.engine.model.Choice;
import lastwords.engine.model.Choice.Kind;
import lastwords.engine.walk.RandomWalk.Scheduler;

/** Picks what a schedule says, which can happen, and then what another picker says. */
final class Continued implements Scheduler {
  private final List<Choice> beginning;
  private final Scheduler then;

  Continued(List<Choice> beginning, Scheduler then) {
    this.beginning = beginning;
    this.then = then;
  }

  @Override
  public int pick(int step, int[] choices, int size) {
    if (step >= beginning.size()) {
      return then.pick(step, choices, size);
    }
    Choice choice = beginning.get(step);
    return choice.kind() == Kind.STEP
        ? new Choice(Kind.STEP, choice.cpu(), 0).packed()
        : choice.packed();
  }

  @Override
  public int end(int step) {
    boolean says = step < beginning.size() && beginning.get(step).kind() == Kind.STEP;
    return says ? beginning.get(step).number() : then.end(step);
  }
}
