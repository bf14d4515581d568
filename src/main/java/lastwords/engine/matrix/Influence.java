package lastwords.engine.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What it takes to see that a setting does something. */
public enum Influence {
  /** No two cells are known that differ in it alone. */
  UNTRIED,
  /** In no cell is anything different: the model does not know what it does, or it does nothing. */
  NOTHING,
  /** Outcomes are different, or more often, and no goal is reached more or less often. */
  NO_GOAL,
  /** It changes how often some goal is reached. */
  GOALS;

  /** Of a setting on all cells that are known. */
  public static Influence of(Axis axis, Grid grid) {
    if (Effect.of(axis, Goal.WORDS, grid).groups() == 0) {
      return UNTRIED;
    }
    boolean goals = Stream.of(Goal.values()).anyMatch(it -> Effect.of(axis, it, grid).matters());
    return goals ? GOALS : changesAnything(axis, grid) ? NO_GOAL : NOTHING;
  }

  private static boolean changesAnything(Axis axis, Grid grid) {
    for (int cell = 0; cell < grid.size(); cell++) {
      Optional<Cell> one = grid.cell(cell);
      Optional<Cell> first = grid.cell(grid.with(axis, cell, 0));
      if (one.isPresent() && first.isPresent() && !one.get().sameAs(first.get())) {
        return true;
      }
    }
    return false;
  }

  /** The settings of that influence, of those that have several values. */
  public List<Axis> among(Grid grid) {
    return grid.varied().stream().filter(it -> of(it, grid) == this).toList();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
