package lastwords.cli.report.block;

import java.util.ArrayList;
import java.util.List;

/**
 * A table.
 *
 * @param brief does plain text leave out the rows that are as expected?
 */
public record ReportTable(List<String> headings, List<Row> rows, boolean brief) implements Block {
  public ReportTable {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  public ReportTable(List<String> headings, List<Row> rows) {
    this(headings, rows, false);
  }

  /**
   * A row.
   *
   * @param id the target of links to it; empty if there are none
   * @param cells one for each heading
   * @param title of the details that can be unfolded
   * @param more these details
   */
  public record Row(String id, List<String> cells, Tone tone, String title, List<Block> more) {
    public Row {
      cells = List.copyOf(cells);
      more = List.copyOf(more);
    }

    public Row(List<String> cells, Tone tone) {
      this("", cells, tone, "", List.of());
    }

    /** A row about the same thing as the row above: its first cell is empty. */
    public Row below() {
      List<String> others = new ArrayList<>(cells);
      others.set(0, "");
      return new Row(id, others, tone, title, more);
    }
  }

  @Override
  public void on(Medium medium) {
    medium.table(this);
  }
}
