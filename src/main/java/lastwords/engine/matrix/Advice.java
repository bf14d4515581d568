package lastwords.engine.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The best settings, and why.
 *
 * @param combination its number
 * @param asGood how many others reach every goal as often
 * @param reasons for each other value of each setting, what would differ with it
 */
public record Advice(int combination, int asGood, List<Reason> reasons) {
  /** Shares that differ by less than this count as equal. */
  private static final double STEP = 0.01;

  /**
   * One setting with another value, the rest as recommended.
   *
   * @param value the other one
   * @param differences by goal; none: it does as well
   */
  public record Reason(Axis axis, int value, List<Difference> differences) {
    public Reason {
      differences = List.copyOf(differences);
    }
  }

  /**
   * @param now as recommended
   * @param then with the other value
   * @param where the cell with the greatest difference, with the recommended settings
   */
  public record Difference(Goal goal, Proportion now, Proportion then, int where) {}

  public Advice {
    reasons = List.copyOf(reasons);
  }

  /**
   * The best of the complete combinations: the first goal decides; if it is reached equally often,
   * the next one does. Of equally good combinations, the best is the one whose values do better
   * with all other settings: it depends less on them.
   */
  public static Optional<Advice> of(Grid grid, List<Goal> goals) {
    Comparator<Integer> best = best(grid, goals);
    Comparator<Integer> order = best.thenComparing(alone(grid, goals));
    List<Integer> complete = grid.completeOnes();
    Optional<Integer> first = complete.stream().max(order.thenComparing(Comparator.reverseOrder()));
    return first.map(
        it ->
            of(
                it,
                (int) complete.stream().filter(o -> best.compare(o, it) == 0).count() - 1,
                grid));
  }

  /**
   * Orders by how often goals are reached by all combinations with one of the values, summed up.
   */
  private static Comparator<Integer> alone(Grid grid, List<Goal> goals) {
    Comparator<Integer> order = (a, b) -> 0;
    for (Goal goal : goals) {
      List<Effect> effects = grid.varied().stream().map(it -> Effect.of(it, goal, grid)).toList();
      order = order.thenComparingLong(it -> Math.round(alone(effects, it, grid) / STEP));
    }
    return order;
  }

  private static double alone(List<Effect> effects, int combination, Grid grid) {
    int cell = combination * grid.places();
    return effects.stream()
        .mapToDouble(it -> it.means().get(grid.value(it.axis(), cell)).value())
        .sum();
  }

  /** Orders by how often goals are reached; less is worse. */
  public static Comparator<Integer> best(Grid grid, List<Goal> goals) {
    Comparator<Integer> order = (a, b) -> 0;
    for (Goal goal : goals) {
      order = order.thenComparingLong(it -> Math.round(grid.mean(goal, it).value() / STEP));
    }
    return order;
  }

  private static Advice of(int combination, int asGood, Grid grid) {
    List<Reason> reasons = new ArrayList<>();
    for (Axis axis : grid.varied()) {
      int cell = combination * grid.places();
      for (int value = 0; value < axis.size(); value++) {
        int other = grid.with(axis, cell, value) / grid.places();
        if (other != combination && grid.complete(other)) {
          reasons.add(new Reason(axis, value, differences(combination, other, grid)));
        }
      }
    }
    return new Advice(combination, asGood, reasons);
  }

  private static List<Difference> differences(int combination, int other, Grid grid) {
    List<Difference> differences = new ArrayList<>();
    for (Goal goal : Goal.values()) {
      Optional<Integer> where = where(goal, combination, other, grid);
      where.ifPresent(
          it ->
              differences.add(
                  new Difference(goal, grid.mean(goal, combination), grid.mean(goal, other), it)));
    }
    return differences;
  }

  /** The place in which a goal differs most, if it does by more than chance. */
  private static Optional<Integer> where(Goal goal, int combination, int other, Grid grid) {
    int most = -1;
    double difference = 0;
    for (int place = 0; place < grid.places(); place++) {
      Optional<Proportion> here = grid.share(combination * grid.places() + place, goal);
      Optional<Proportion> there = grid.share(other * grid.places() + place, goal);
      if (here.isPresent() && there.isPresent() && here.get().differs(there.get())) {
        double change = Math.abs(here.get().value() - there.get().value());
        most = change > difference ? place : most;
        difference = Math.max(change, difference);
      }
    }
    return most < 0 ? Optional.empty() : Optional.of(combination * grid.places() + most);
  }
}
