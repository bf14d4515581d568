package lastwords.engine.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What shows that a setting does something. */
public enum Influence {
  /** No two known cells differ only in it. */
  UNTRIED,
  /** It changes nothing in any cell: the model does not implement it, or it has no effect. */
  NOTHING,
  /** It changes outcomes or their frequencies, but not how often any goal is reached. */
  NO_GOAL,
  /** It changes how often some goal is reached. */
  GOALS;

  /** The influence of a setting on all known cells. */
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

  /** The settings with this influence, among those that have several values. */
  public List<Axis> among(Grid grid) {
    return grid.varied().stream().filter(it -> of(it, grid) == this).toList();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
