package lastwords.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.HeatMap;
import lastwords.cli.report.block.HeatMap.Cell;
import lastwords.cli.report.block.HeatMap.Column;
import lastwords.cli.report.block.Severity;
import lastwords.scenario.hocon.NaturalOrder;

/** What all results together say of scenarios, kernels and machines: the worst of each. */
final class Overview {
  private static final Comparator<Column> BY_RELEASE =
      Comparator.comparing(Column::group, NaturalOrder.ORDER).thenComparing(Column::name);

  /** The cells by scenario and column. */
  private final Map<String, Map<Column, Cell>> cells = new LinkedHashMap<>();

  void add(Observation seen) {
    if (seen.kernel().isEmpty()) {
      return; // written by a version that did not say which
    }
    String scenario = seen.scenario().replaceFirst(":.*", "");
    Column column = new Column(seen.kernel(), seen.machine());
    String text =
        seen.scenario() + ", " + seen.kernel() + ", " + seen.machine() + ": " + seen.text();
    Cell cell = new Cell(seen.severity(), text, seen.link(), seen.unexpected());
    cells
        .computeIfAbsent(scenario, it -> new TreeMap<>(BY_RELEASE))
        .merge(column, cell, Overview::worse);
  }

  private static Cell worse(Cell one, Cell other) {
    boolean later = other.severity().compareTo(one.severity()) > 0;
    boolean unexpected = other.marked() && !one.marked();
    Cell worse = unexpected || later && other.marked() == one.marked() ? other : one;
    return new Cell(
        Severity.worse(one.severity(), other.severity()),
        worse.text(),
        worse.link(),
        one.marked() || other.marked());
  }

  /** The map; nothing when there is nothing to compare. */
  List<Block> blocks() {
    TreeSet<Column> columns = new TreeSet<>(BY_RELEASE);
    cells.values().forEach(row -> columns.addAll(row.keySet()));
    if (cells.size() * columns.size() < 2) {
      return List.of();
    }
    List<HeatMap.Row> rows = new ArrayList<>();
    cells.forEach(
        (scenario, row) ->
            rows.add(
                new HeatMap.Row(
                    scenario,
                    columns.stream().map(it -> Optional.ofNullable(row.get(it))).toList())));
    return List.of(
        new Block.Note(
            "The worst outcome of each scenario, over all its variants, on each kernel and machine."),
        Block.of(new HeatMap("scenario", List.copyOf(columns), rows)));
  }
}
