package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.engine.matrix.Axis;
import lastwords.engine.matrix.Goal;
import lastwords.engine.matrix.Grid;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;

/**
 * A table of shares: one axis down, another across, with the mean over all others in its cells.
 *
 * @param goal empty: a table for each
 */
record Pivot(String down, String across, Optional<Goal> goal) {
  private static final String EXPECTED = "expected ROW,COLUMN or ROW,COLUMN:GOAL";

  /** {@code situation,pstore:kdump}. */
  static Pivot read(String text, List<Axis> axes) {
    int colon = text.lastIndexOf(':');
    List<String> names = List.of(text.substring(0, colon < 0 ? text.length() : colon).split(","));
    if (names.size() != 2) {
      throw ScenarioProblems.one("--pivot " + text, EXPECTED);
    }
    List<String> known = axes.stream().map(Axis::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw ScenarioProblems.one(
            "--pivot " + text, "no axis '" + name + "'" + Nearest.hint(name, known));
      }
    }
    Optional<Goal> goal = colon < 0 ? Optional.empty() : goal(text.substring(colon + 1), text);
    return new Pivot(names.get(0), names.get(1), goal);
  }

  private static Optional<Goal> goal(String word, String text) {
    Optional<Goal> goal = Goal.of(word);
    if (goal.isEmpty()) {
      throw ScenarioProblems.one(
          "--pivot " + text, "no goal '" + word + "'" + Nearest.hint(word, Goal.words()));
    }
    return goal;
  }

  /** The goals with a table. */
  List<Goal> goals() {
    return goal.map(List::of).orElse(List.of(Goal.values()));
  }

  List<String> headings(Grid grid, Goal of) {
    List<String> headings = new ArrayList<>(List.of(of.word()));
    Axis columns = axis(grid, across);
    for (int i = 0; i < columns.size(); i++) {
      headings.add(columns.text(i));
    }
    return headings;
  }

  List<List<String>> rows(Grid grid, Goal of) {
    Axis rows = axis(grid, down);
    Axis columns = axis(grid, across);
    List<List<String>> table = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = i;
      List<String> cells = new ArrayList<>(List.of(rows.text(i)));
      for (int j = 0; j < columns.size(); j++) {
        int column = j;
        cells.add(
            MatrixWords.percent(
                grid.mean(
                    of,
                    cell -> grid.value(rows, cell) == row && grid.value(columns, cell) == column)));
      }
      table.add(cells);
    }
    return table;
  }

  private static Axis axis(Grid grid, String name) {
    return grid.axes().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }
}
