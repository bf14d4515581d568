package lastwords.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table in plain text: columns as wide as their widest cell, the last one not padded. */
final class Table {
  private final List<String[]> rows = new ArrayList<>();
  private final int[] widths;

  Table(String... headings) {
    this.widths = new int[headings.length];
    row(headings);
  }

  void row(String... cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], cells[i].length());
    }
    rows.add(cells.clone());
  }

  void print(PrintStream out) {
    for (int i = 0; i < rows.size(); i++) {
      out.println(line(rows.get(i)));
      if (i == 0) {
        out.println(rule());
      }
    }
  }

  private String line(String[] cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      line.append(cells[i]).append(" ".repeat(widths[i] - cells[i].length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private String rule() {
    StringBuilder line = new StringBuilder();
    for (int width : widths) {
      line.append("-".repeat(width)).append("  ");
    }
    return line.toString().stripTrailing();
  }
}
