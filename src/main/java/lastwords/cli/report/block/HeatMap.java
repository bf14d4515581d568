package lastwords.cli.report.block;

import java.util.List;
import java.util.Optional;

/**
 * A table of colours.
 *
 * @param corner what the rows are
 * @param levels what its colours are, for a legend
 * @param columns of which those of one group stand together
 */
public record HeatMap(String corner, List<HeatLevel> levels, List<Column> columns, List<Row> rows) {
  public HeatMap {
    levels = List.copyOf(levels);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** One of outcomes. */
  public static HeatMap ofOutcomes(String corner, List<Column> columns, List<Row> rows) {
    return new HeatMap(corner, List.of(Severity.values()), columns, rows);
  }

  /** A column, which belongs to a group. */
  public record Column(String group, String name) {}

  /** A row, with what there is for each column. */
  public record Row(String name, List<Optional<Cell>> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What was found.
   *
   * @param text what it stands for, in a sentence
   * @param link the id of the place where more of it stands
   * @param marked whether it is not as expected
   */
  public record Cell(HeatLevel level, String text, String link, boolean marked) {}
}
