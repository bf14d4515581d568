package lastwords.engine.sample;

import java.util.Map;
import java.util.TreeMap;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.walk.RandomWalk.Scheduler;
import lastwords.machine.bus.Random;

/**
 * Picks by random priorities, as PCT does ("A Randomized Scheduler with Probabilistic Guarantees of
 * Finding Bugs", Burckhardt, Kothari, Musuvathi, Nagarakatte, 2010).
 *
 * <p>An actor is a CPU, or one kind of thing that happens to one: the arrival of a vector, the
 * sending of a text, the end of a wait. Of the actors that can act, the one with the highest
 * priority does. At {@code depth - 1} random points, the actor that would act next falls below all
 * others.
 *
 * <p>An actor that could act but has waited for {@link #PATIENCE} choices gets its turn: the one
 * that kept it from acting falls below all others. Without that, a CPU in an endless loop would be
 * the only one to run.
 */
public final class PctScheduler implements Scheduler {
  /** Number of choices for which one actor may keep the others waiting. */
  public static final int PATIENCE = 2_000;

  private final long seed;
  private final int[] changes;
  private final Map<Integer, Integer> fallen = new TreeMap<>(); // by actor: when it fell last
  private int falls;
  private int turn; // number of choices that the last actor has made in a row
  private int last = -1;

  /**
   * @param depth of the bugs to find: the number of points at which the order matters
   * @param length of a run, in choices
   */
  public PctScheduler(long seed, int depth, int length) {
    this.seed = seed;
    this.changes = new int[depth - 1];
    for (int i = 0; i < changes.length; i++) {
      long draw = Random.mix(Random.mix(seed, -2), i);
      changes[i] = (int) Long.remainderUnsigned(draw, Math.max(1, length));
    }
  }

  @Override
  public int pick(int step, int[] choices, int size) {
    int first = first(choices, size);
    if (changes(step) || actor(first) == last && turn >= PATIENCE) {
      fallen.put(actor(first), ++falls);
      first = first(choices, size);
    }
    turn = actor(first) == last ? turn + 1 : 0;
    last = actor(first);
    return first;
  }

  private boolean changes(int step) {
    for (int change : changes) {
      if (change == step) {
        return true;
      }
    }
    return false;
  }

  private int first(int[] choices, int size) {
    int first = choices[0];
    for (int i = 1; i < size; i++) {
      first = priority(choices[i]) > priority(first) ? choices[i] : first;
    }
    return first;
  }

  private long priority(int choice) {
    int actor = actor(choice);
    Integer when = fallen.get(actor);
    return when == null ? Random.mix(seed, actor) >>> 1 : -when;
  }

  /** The actor of a choice, as a number. */
  static int actor(int packed) {
    Action choice = Action.of(packed);
    return choice.kind() == Kind.STEP ? new Action(Kind.STEP, choice.cpu(), 0).packed() : packed;
  }

  @Override
  public int end(int step) {
    return (int) (Random.mix(~seed, step) >>> 63);
  }
}
