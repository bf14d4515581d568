package lastwords.cli.report.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lastwords.cli.console.Output;
import lastwords.cli.report.block.HeatLevel;
import lastwords.cli.report.block.HeatMap;
import lastwords.cli.report.block.Severity;
import lastwords.kernelc.source.Wording;

/** A heat map as letters: as many columns side by side as fit. */
final class HeatText {
  private static final int CELL = 4; // columns of text
  private static final int WIDEST_NAME = 44;
  private static final int MOST_CELLS = 600; // largest map that a mail shows

  private final Output output;

  HeatText(Output output) {
    this.output = output;
  }

  /**
   * Writes the map.
   *
   * @param named whether the columns have been listed above
   */
  void write(HeatMap map, boolean named) {
    if (map.rows().size() * map.columns().size() > MOST_CELLS) {
      counts(map);
      return;
    }
    int name =
        Math.min(
            WIDEST_NAME, map.rows().stream().mapToInt(it -> it.name().length()).max().orElse(0));
    int abreast = Math.max(1, (TextReport.COLUMNS - name) / CELL);
    for (int from = 0; from < map.columns().size(); from += abreast) {
      int to = Math.min(map.columns().size(), from + abreast);
      output.out().println();
      if (!named) {
        columns(map, from, to);
      }
      part(map, name, from, to);
    }
  }

  /** The meaning of the letters. */
  void legend(HeatMap map) {
    output.out().println();
    for (HeatLevel level : map.levels()) {
      output.text(level.letter() + "  " + level.meaning());
    }
    if (map.levels().contains(Severity.HANG)) {
      output.text("!  not as expected");
    }
  }

  /** The totals of a large map. */
  private void counts(HeatMap map) {
    output.out().println();
    String size =
        Wording.count(map.rows().size(), "row")
            + ", "
            + Wording.count(map.columns().size(), "column");
    output.text("too large for a mail (" + size + "); number of cells by letter:");
    for (HeatLevel level : map.levels()) {
      long cells =
          map.rows().stream()
              .flatMap(row -> row.cells().stream())
              .filter(cell -> cell.map(it -> it.level().equals(level)).orElse(false))
              .count();
      output.text(String.format(Locale.ROOT, "%6d  %s", cells, level.letter()));
    }
  }

  private void columns(HeatMap map, int from, int to) {
    for (int i = from; i < to; i++) {
      HeatMap.Column column = map.columns().get(i);
      String group = column.group().isEmpty() ? "" : column.group() + ", ";
      output.text("[" + (i + 1) + "] " + group + column.name());
    }
  }

  private void part(HeatMap map, int name, int from, int to) {
    StringBuilder heading = new StringBuilder(padded("", name));
    for (int i = from; i < to; i++) {
      heading.append(right("[" + (i + 1) + "]"));
    }
    output.out().println(heading);
    map.rows().stream()
        .filter(row -> row.cells().subList(from, to).stream().anyMatch(Optional::isPresent))
        .forEach(row -> row(row, name, row.cells().subList(from, to)));
  }

  private void row(HeatMap.Row row, int name, List<Optional<HeatMap.Cell>> cells) {
    StringBuilder line = new StringBuilder(padded(row.name(), name));
    if (row.name().length() > name) {
      output.out().println(row.name());
      line = new StringBuilder(padded("", name));
    }
    for (Optional<HeatMap.Cell> cell : cells) {
      line.append(right(cell.map(HeatText::letter).orElse("")));
    }
    output.out().println(line.toString().stripTrailing());
  }

  private static String letter(HeatMap.Cell cell) {
    return cell.level().letter() + (cell.marked() ? "!" : " ");
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(0, CELL - text.length())) + text;
  }
}
