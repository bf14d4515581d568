package lastwords.engine.sample;

import java.util.SortedSet;
import java.util.TreeSet;
import lastwords.engine.model.Action;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.engine.walk.UniformScheduler;

/**
 * How large the runs of a case are, by a few of them that do not depend on the sample.
 *
 * @param actors who acted in any of them
 * @param length choices of the longest
 */
public record Extent(int actors, int length) {
  private static final int RUNS = 20;

  /** By runs in which anything is as likely as anything else. */
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
   * PCT's guarantee: the least probability with which a run shows a bug of that depth, if there is
   * one.
   */
  public double guarantee(int depth) {
    return 1 / (actors * Math.pow(length, depth - 1));
  }
}
