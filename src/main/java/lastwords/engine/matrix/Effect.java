package lastwords.engine.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much an axis matters for a goal.
 *
 * @param explained fraction of the variance between all cells that is between its values: 0 to 1
 * @param means for each of its values, over all cells that have it
 * @param groups of cells that differ only in this axis
 * @param changed groups in which two cells differ by more than chance
 */
public record Effect(
    Axis axis, Goal goal, double explained, List<Proportion> means, int groups, int changed) {
  /** A smaller fraction is not worth mentioning. */
  private static final double NEGLIGIBLE = 1e-9;

  public Effect {
    means = List.copyOf(means);
  }

  /** The effects of all axes on a goal, the greatest first. */
  public static List<Effect> on(Goal goal, Grid grid) {
    return grid.axes().stream()
        .filter(axis -> axis.size() > 1)
        .map(axis -> of(axis, goal, grid))
        .sorted(Comparator.comparingDouble(Effect::explained).reversed())
        .toList();
  }

  static Effect of(Axis axis, Goal goal, Grid grid) {
    List<Proportion> means =
        IntStream.range(0, axis.size())
            .mapToObj(value -> grid.mean(goal, cell -> grid.value(axis, cell) == value))
            .toList();
    List<List<Proportion>> groups = groups(axis, goal, grid);
    int changed = (int) groups.stream().filter(Effect::differ).count();
    return new Effect(
        axis, goal, betweenValues(axis, goal, grid, means), means, groups.size(), changed);
  }

  private static double betweenValues(Axis axis, Goal goal, Grid grid, List<Proportion> means) {
    double all = grid.mean(goal, cell -> true).value();
    double between = 0;
    double total = 0;
    for (int cell = 0; cell < grid.size(); cell++) {
      Optional<Proportion> known = grid.share(cell, goal);
      if (known.isPresent()) {
        double mean = means.get(grid.value(axis, cell)).value();
        double value = known.get().value();
        between += (mean - all) * (mean - all);
        total += (value - all) * (value - all);
      }
    }
    return total < NEGLIGIBLE ? 0 : between / total;
  }

  /** The shares of cells that differ only in this axis; only groups with several known cells. */
  private static List<List<Proportion>> groups(Axis axis, Goal goal, Grid grid) {
    List<List<Proportion>> groups = new ArrayList<>();
    for (int cell = 0; cell < grid.size(); cell++) {
      if (grid.value(axis, cell) == 0) {
        List<Proportion> group = new ArrayList<>();
        for (int value = 0; value < axis.size(); value++) {
          grid.share(grid.with(axis, cell, value), goal).ifPresent(group::add);
        }
        if (group.size() > 1) {
          groups.add(group);
        }
      }
    }
    return groups;
  }

  private static boolean differ(List<Proportion> group) {
    return group.stream().anyMatch(one -> group.stream().anyMatch(one::above));
  }

  public boolean matters() {
    return changed > 0;
  }

  /** The value with the greatest share. */
  public int best() {
    return extreme(1);
  }

  public int worst() {
    return extreme(-1);
  }

  private int extreme(int sign) {
    int at = 0;
    for (int i = 1; i < means.size(); i++) {
      at = sign * Double.compare(means.get(i).value(), means.get(at).value()) > 0 ? i : at;
    }
    return at;
  }

  /** The largest change of the mean share. */
  public double range() {
    return means.get(best()).value() - means.get(worst()).value();
  }
}
