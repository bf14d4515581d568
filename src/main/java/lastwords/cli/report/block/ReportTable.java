package lastwords.cli.report.block;

import java.util.ArrayList;
import java.util.List;

/**
 * A table.
 *
 * @param brief whether plain text leaves out the rows that are as expected
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
   * @param id what links to it say; empty when there are none
   * @param cells one for each heading
   * @param title of what can be unfolded below it
   * @param more below it
   */
  public record Row(String id, List<String> cells, Tone tone, String title, List<Block> more) {
    public Row {
      cells = List.copyOf(cells);
      more = List.copyOf(more);
    }

    public Row(List<String> cells, Tone tone) {
      this("", cells, tone, "", List.of());
    }

    /** One that is about the same as the row above: its first cell is empty. */
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
