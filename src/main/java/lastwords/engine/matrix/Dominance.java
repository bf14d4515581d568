package lastwords.engine.matrix;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Settings that are dominated: with others no goal is reached more rarely in any place, and some
 * goal more often somewhere. Differences that may be due to chance do not count.
 *
 * @param by the number of a combination, and of one that dominates it and is not dominated itself
 */
public record Dominance(Map<Integer, Integer> by) {
  public Dominance {
    by = Collections.unmodifiableMap(new TreeMap<>(by));
  }

  /** Among the combinations that are complete. */
  public static Dominance of(Grid grid) {
    List<Integer> complete = grid.completeOnes();
    List<Integer> front =
        complete.stream()
            .filter(it -> complete.stream().noneMatch(other -> dominates(other, it, grid)))
            .toList();
    Map<Integer, Integer> by = new TreeMap<>();
    for (int one : complete) {
      front.stream()
          .filter(other -> dominates(other, one, grid))
          .findFirst()
          .ifPresent(other -> by.put(one, other));
    }
    return new Dominance(by);
  }

  private static boolean dominates(int one, int other, Grid grid) {
    boolean better = false;
    for (int place = 0; place < grid.places(); place++) {
      for (Goal goal : Goal.values()) {
        Optional<Proportion> here = grid.share(one * grid.places() + place, goal);
        Optional<Proportion> there = grid.share(other * grid.places() + place, goal);
        boolean known = here.isPresent() && there.isPresent();
        if (known && there.get().above(here.get())) {
          return false;
        }
        better |= known && here.get().above(there.get());
      }
    }
    return better;
  }

  /** Is every combination with this value of a setting dominated? */
  public boolean all(Grid grid, Axis axis, int value) {
    List<Integer> those =
        IntStream.of(grid.completeOnes().stream().mapToInt(it -> it).toArray())
            .filter(it -> grid.value(axis, it * grid.places()) == value)
            .boxed()
            .toList();
    return !those.isEmpty() && by.keySet().containsAll(those);
  }
}
