package lastwords.engine.witness;

import java.util.List;
import java.util.Optional;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.walk.RandomWalk.Scheduler;
import lastwords.outcome.Ending.Cause;

/**
 * Follows a schedule as far as possible, skips what cannot happen, and continues after its end:
 * with the CPU that acted last if possible, and without faults.
 */
final class Following implements Scheduler {
  private final List<Action> wanted;
  private final Cause end;
  private int next;
  private Action last = new Action(Kind.STEP, 0, 0);

  /**
   * @param end why the run is over after the schedule, if it does not end by itself
   */
  Following(List<Action> wanted, Cause end) {
    this.wanted = wanted;
    this.end = end;
  }

  @Override
  public int pick(int step, int[] choices, int size) {
    while (next < wanted.size()) {
      Action choice = wanted.get(next++);
      int packed = possible(choice, choices, size);
      if (packed >= 0) {
        last = choice;
        return packed;
      }
    }
    int packed = onward(choices, size);
    last = Action.of(packed);
    return packed;
  }

  private static int possible(Action choice, int[] choices, int size) {
    int packed = choice.kind() == Kind.STEP ? step(choice.cpu()) : choice.packed();
    for (int i = 0; i < size; i++) {
      if (choices[i] == packed) {
        return packed;
      }
    }
    return -1;
  }

  private static int step(int cpu) {
    return new Action(Kind.STEP, cpu, 0).packed();
  }

  private int onward(int[] choices, int size) {
    for (int i = 0; i < size; i++) {
      if (choices[i] == step(last.cpu())) {
        return choices[i];
      }
    }
    return choices[0]; // faults come last
  }

  @Override
  public int end(int step) {
    return last.kind() == Kind.STEP ? last.number() : 0;
  }

  @Override
  public Optional<Cause> stop(int step) {
    boolean goesOn = end == Cause.ENDLESS || end == Cause.LIMIT;
    boolean early = goesOn || end == Cause.STUCK || end == Cause.SETTLED;
    return early && next >= wanted.size() ? Optional.of(end) : Optional.empty();
  }
}
