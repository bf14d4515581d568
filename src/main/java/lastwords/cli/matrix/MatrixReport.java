package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lastwords.cli.console.Markdown;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.engine.matrix.Axis;
import lastwords.engine.matrix.Goal;
import lastwords.engine.matrix.Grid;
import lastwords.engine.matrix.Proportion;

/** A matrix for people, as text or as Markdown. */
final class MatrixReport {
  private final Output output;
  private final MatrixResult result;
  private final Grid grid;
  private final List<Pivot> pivots;
  private final int top;
  private final boolean markdown;

  /**
   * @param pivots additional tables
   * @param top how many settings to show, the best first
   */
  MatrixReport(Output output, MatrixResult result, List<Pivot> pivots, int top, boolean markdown) {
    this.output = output;
    this.result = result;
    this.grid = result.grid();
    this.pivots = pivots;
    this.top = top;
    this.markdown = markdown;
  }

  void print() {
    MatrixWords words = new MatrixWords(result);
    line(words.title() + "; " + words.how());
    if (result.known().isEmpty()) {
      return; // without cells there are no shares, ranks and limits
    }
    list("without effect", words.withoutEffect());
    list("what matters", words.effects());
    if (grid.varied().size() > 0) {
      table("by value", headings("setting"), values());
    }
    settings();
    String with = grid.combinations() == 1 ? "" : " with " + grid.text(result.shown());
    table("by situation" + with, headings("situation"), situations());
    pivots.forEach(this::pivot);
    if (grid.combinations() > 1) {
      list("dominated", words.dominated());
      list("recommended", new MatrixAdvice(result).lines());
    }
    list("goals", Stream.of(Goal.values()).map(it -> it.word() + ": " + it.title()).toList());
    list("limits", words.limits());
  }

  private void settings() {
    List<Integer> ranked = result.ranking();
    if (grid.combinations() > 1 && !ranked.isEmpty()) {
      List<Integer> shown = ranked.subList(0, Math.min(top, ranked.size()));
      String name = "the best " + shown.size() + " of " + ranked.size() + " settings";
      table(name, headings("settings"), shown.stream().map(this::setting).toList());
    }
  }

  private List<String> headings(String first) {
    List<String> headings = new ArrayList<>(List.of(first));
    headings.addAll(Goal.words());
    return headings;
  }

  /** The values of all settings, machines and kernels, each over all cells. */
  private List<List<String>> values() {
    List<List<String>> rows = new ArrayList<>();
    for (Axis axis : grid.axes()) {
      for (int i = 0; i < axis.size() && axis.size() > 1 && axis != situation(); i++) {
        int value = i;
        rows.add(
            row(
                axis.setting() ? axis.text(i) : axis.name() + " " + axis.text(i),
                goal -> grid.mean(goal, cell -> grid.value(axis, cell) == value)));
      }
    }
    return rows;
  }

  private Axis situation() {
    return grid.axes().get(grid.axes().size() - 1);
  }

  private List<String> setting(int combination) {
    boolean dominated = result.dominance().by().containsKey(combination);
    String name = grid.text(combination) + (dominated ? " (dominated)" : "");
    return row(name, goal -> grid.mean(goal, combination));
  }

  private List<List<String>> situations() {
    Axis axis = situation();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < axis.size(); i++) {
      int value = i;
      rows.add(
          row(
              axis.text(i),
              goal ->
                  grid.mean(
                      goal,
                      cell ->
                          cell / grid.places() == result.shown()
                              && grid.value(axis, cell) == value)));
    }
    return rows;
  }

  /** How often each goal is reached. */
  private interface Shares {
    Proportion of(Goal goal);
  }

  private static List<String> row(String name, Shares shares) {
    List<String> cells = new ArrayList<>(List.of(name));
    Stream.of(Goal.values()).map(shares::of).map(MatrixWords::percent).forEach(cells::add);
    return cells;
  }

  private void pivot(Pivot pivot) {
    for (Goal goal : pivot.goals()) {
      table("", pivot.headings(grid, goal), pivot.rows(grid, goal));
    }
  }

  private void line(String text) {
    if (markdown) {
      output.out().println(text);
    } else {
      output.text(text);
    }
  }

  private void heading(String title) {
    output.out().println();
    if (!title.isEmpty()) {
      output.out().println(markdown ? "**" + Markdown.escaped(title) + "**\n" : output.bold(title));
    }
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      heading(title);
      lines.forEach(
          it ->
              line(
                  markdown
                      ? "- " + Markdown.escaped(output.asTyped(it))
                      : "  " + output.asTyped(it)));
    }
  }

  private void table(String title, List<String> headings, List<List<String>> rows) {
    heading(title);
    if (markdown) {
      List<List<String>> cells = rows.stream().map(Markdown::escaped).toList();
      Markdown.table(Markdown.escaped(headings), cells).forEach(output.out()::println);
      return;
    }
    Table table = new Table(headings.toArray(String[]::new));
    rows.forEach(row -> table.row(row.toArray(String[]::new)));
    table.print(output);
  }
}
