package lastwords.engine.sample;

import java.util.SortedSet;
import java.util.TreeSet;
import lastwords.engine.model.Action;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.engine.walk.UniformScheduler;

/**
 * The size of a case's runs, from a few that do not depend on the sample.
 *
 * @param actors number that acted in any of them
 * @param length of the longest, in choices
 */
public record Extent(int actors, int length) {
  private static final int RUNS = 20;

  /** From runs in which all choices are equally likely. */
  public static Extent of(RandomWalk walk) {
    SortedSet<Integer> actors = new TreeSet<>();
    int length = 1;
    for (int i = 0; i < RUNS; i++) {
      Taken taken = walk.run(new UniformScheduler(-1L - i));
      length = Math.max(length, taken.schedule().size());
      for (Action choice : taken.schedule()) {
        actors.add(PctScheduler.actor(choice.packed()));
      }
    }
    return new Extent(actors.size(), length);
  }

  /**
   * PCT's guarantee: a lower bound of the probability that a run shows a bug of this depth, if
   * there is one.
   */
  public double guarantee(int depth) {
    return 1 / (actors * Math.pow(length, depth - 1));
  }
}
