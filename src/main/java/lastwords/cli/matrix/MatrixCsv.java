package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lastwords.engine.matrix.Axis;
import lastwords.engine.matrix.Cell;
import lastwords.engine.matrix.Goal;
import lastwords.engine.matrix.Grid;
import lastwords.engine.matrix.Proportion;

/** A matrix as a spreadsheet table: a line for each cell. */
final class MatrixCsv {
  private MatrixCsv() {}

  static String of(Grid grid) {
    StringBuilder text = new StringBuilder();
    line(headings(grid), text);
    for (int cell = 0; cell < grid.size(); cell++) {
      line(fields(grid, cell), text);
    }
    return text.toString();
  }

  private static List<String> headings(Grid grid) {
    List<String> names = new ArrayList<>(grid.axes().stream().map(Axis::name).toList());
    names.addAll(List.of("runs", "exhausted"));
    for (Goal goal : Goal.values()) {
      names.addAll(List.of(goal.word(), goal.word() + "_low", goal.word() + "_high"));
    }
    names.addAll(List.of("outcome", "problem"));
    return names;
  }

  private static List<String> fields(Grid grid, int number) {
    List<String> fields = new ArrayList<>();
    grid.axes().forEach(axis -> fields.add(axis.values().get(grid.value(axis, number))));
    Optional<Cell> cell = grid.raw(number);
    fields.add(cell.map(it -> Integer.toString(it.runs())).orElse(""));
    fields.add(cell.map(it -> Boolean.toString(it.exhausted())).orElse(""));
    for (Goal goal : Goal.values()) {
      Optional<Proportion> share = grid.share(number, goal);
      fields.add(share.map(it -> number(it.value())).orElse(""));
      fields.add(share.map(it -> number(it.low())).orElse(""));
      fields.add(share.map(it -> number(it.high())).orElse(""));
    }
    fields.add(cell.flatMap(MatrixCsv::first).orElse(""));
    fields.add(cell.map(Cell::problem).orElse("not reached"));
    return fields;
  }

  private static Optional<String> first(Cell cell) {
    return cell.seen().stream().findFirst().map(it -> it.outcome().summary());
  }

  private static String number(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  private static void line(List<String> fields, StringBuilder text) {
    text.append(fields.stream().map(MatrixCsv::quoted).collect(Collectors.joining(",")))
        .append('\n');
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
