package lastwords.cli.console;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text: columns as wide as their widest cell, the last one not padded. If that is
 * wider than the terminal, {@link TableLayout} decides how to fit it.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final String INDENT = "  ";
  private static final String BELOW = "    ";

  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... headings) {
    row(headings);
  }

  /** Adds a row, with a cell for each heading. */
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Prints it, at most as wide as the terminal. */
  public void print(Output output) {
    TableLayout layout = TableLayout.of(rows, output.columns());
    List<String> lines = new ArrayList<>();
    String above = "";
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (layout.above() && !row.get(0).isEmpty() && !row.get(0).equals(above)) {
        above = row.get(0);
        lines.add(above);
      }
      lines.addAll(inRow(row, layout));
      lines.addAll(below(row, layout, i == 0));
      if (i == 0) {
        lines.add(rule(layout));
      }
    }
    lines.forEach(output.out()::println);
  }

  /** The cells side by side, each on as many lines as it needs. */
  private static List<String> inRow(List<String> row, TableLayout layout) {
    List<List<String>> cells = new ArrayList<>();
    int height = 0;
    for (int column : layout.inRow()) {
      List<String> lines = Fold.lines(row.get(column), layout.width(column), 0);
      cells.add(lines);
      height = Math.max(height, lines.size());
    }
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      lines.add(line(cells, line, layout));
    }
    return lines;
  }

  private static String line(List<List<String>> cells, int number, TableLayout layout) {
    StringBuilder line = new StringBuilder(layout.above() ? INDENT : "");
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = cells.get(i);
      String text = number < lines.size() ? lines.get(number) : "";
      int width = layout.width(layout.inRow().get(i));
      line.append(text).append(" ".repeat(Math.max(0, width - Fold.width(text)))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  /** The cells that do not fit into the row; with their headings if there are several. */
  private static List<String> below(List<String> row, TableLayout layout, boolean heading) {
    List<String> lines = new ArrayList<>();
    for (int column : layout.below()) {
      boolean named = layout.below().size() > 1 && !heading;
      String cell = row.get(column);
      String text = BELOW + (named ? layout.heading(column) + ": " : "") + cell;
      if (!cell.isEmpty()) {
        lines.addAll(Fold.lines(text, layout.columns(), INDENT.length()));
      }
    }
    return lines;
  }

  private static String rule(TableLayout layout) {
    StringBuilder line = new StringBuilder(layout.above() ? INDENT : "");
    layout.inRow().forEach(column -> line.append("-".repeat(layout.width(column))).append(GAP));
    return line.toString().stripTrailing();
  }
}
