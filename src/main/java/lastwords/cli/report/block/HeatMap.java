package lastwords.cli.report.block;

import java.util.List;
import java.util.Optional;

/**
 * A heat map.
 *
 * @param corner heading of the rows
 * @param levels its colours, for a legend
 * @param columns grouped
 */
public record HeatMap(String corner, List<HeatLevel> levels, List<Column> columns, List<Row> rows) {
  public HeatMap {
    levels = List.copyOf(levels);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A heat map of outcomes. */
  public static HeatMap ofOutcomes(String corner, List<Column> columns, List<Row> rows) {
    return new HeatMap(corner, List.of(Severity.values()), columns, rows);
  }

  /** A column, which belongs to a group. */
  public record Column(String group, String name) {}

  /** A row, with a cell for each column. */
  public record Row(String name, List<Optional<Cell>> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param text its meaning, in a sentence
   * @param link the id of its details
   * @param marked is it not as expected?
   */
  public record Cell(HeatLevel level, String text, String link, boolean marked) {}
}
