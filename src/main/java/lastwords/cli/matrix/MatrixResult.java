package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lastwords.engine.matrix.Advice;
import lastwords.engine.matrix.Cell;
import lastwords.engine.matrix.Dominance;
import lastwords.engine.matrix.Goal;
import lastwords.engine.matrix.Grid;

/**
 * The result of a matrix.
 *
 * @param goals in order of priority
 * @param runs seeded runs of a cell that is not known exactly
 */
record MatrixResult(
    MatrixPlan plan,
    Grid grid,
    List<Goal> goals,
    int runs,
    Dominance dominance,
    Optional<Advice> advice) {
  MatrixResult {
    goals = List.copyOf(goals);
  }

  static MatrixResult of(MatrixPlan plan, Grid grid, List<Goal> goals, int runs) {
    Optional<Advice> advice = grid.combinations() == 1 ? Optional.empty() : Advice.of(grid, goals);
    Optional<Advice> good = advice.filter(it -> reaches(grid, it.combination()));
    return new MatrixResult(plan, grid, goals, runs, Dominance.of(grid), good);
  }

  /** Is some goal reached? If not with the best settings, then with none. */
  private static boolean reaches(Grid grid, int combination) {
    return Stream.of(Goal.values()).anyMatch(it -> grid.mean(it, combination).value() > 0);
  }

  /** The complete combinations, the best first. */
  List<Integer> ranking() {
    Comparator<Integer> best = Advice.best(grid, goals);
    List<Integer> ranked = new ArrayList<>(grid.completeOnes());
    ranked.sort(best.reversed().thenComparing(Comparator.naturalOrder()));
    return ranked;
  }

  /** The settings used in tables of places: the recommended ones, or else the first. */
  int shown() {
    return advice.map(Advice::combination).orElse(0);
  }

  /** Why cells cannot be run, with the number of cells. */
  Map<String, Integer> problems() {
    Map<String, Integer> problems = new TreeMap<>();
    IntStream.range(0, grid.size())
        .mapToObj(grid::raw)
        .flatMap(Optional::stream)
        .map(Cell::problem)
        .filter(it -> !it.isEmpty())
        .map(it -> it.replaceFirst("^--\\S+ [^:]*: ", "")) // the location differs from cell to cell
        .forEach(it -> problems.merge(it, 1, Integer::sum));
    return problems;
  }

  /** Number of cells known by every interleaving. */
  long exact() {
    return known().stream().filter(Cell::exhausted).count();
  }

  /** The cells that could be run. */
  List<Cell> known() {
    return IntStream.range(0, grid.size()).mapToObj(grid::cell).flatMap(Optional::stream).toList();
  }
}
