package lastwords.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import lastwords.cli.report.block.Swimlane;
import lastwords.scenario.hocon.NaturalOrder;

/** The worst outcome of each scenario on each kernel and machine, over all results. */
final class Overview {
  /**
   * An outcome of a case in some result.
   *
   * @param scenario with its variant
   * @param text the outcome, and how often it was seen
   * @param link where its details are
   * @param unexpected does the scenario forbid it?
   */
  record Observation(
      String scenario,
      String kernel,
      String machine,
      Severity severity,
      String text,
      String link,
      boolean unexpected) {
    /** The same, with this severity. */
    Observation as(Severity other) {
      return new Observation(scenario, kernel, machine, other, text, link, unexpected);
    }
  }

  private static final Comparator<Column> BY_RELEASE =
      Comparator.comparing(Column::group, NaturalOrder.ORDER).thenComparing(Column::name);

  /** The cells by scenario and column. */
  private final Map<String, Map<Column, Observation>> cells = new LinkedHashMap<>();

  private final Map<String, String> runs = new HashMap<>(); // ids by case and outcome

  /**
   * Empty.
   *
   * @param lanes the runs that the report shows
   */
  Overview(List<Swimlane> lanes) {
    lanes.forEach(it -> runs.putIfAbsent(key(it.title(), it.outcome()), it.id()));
  }

  private static String key(String caseTitle, String outcome) {
    return caseTitle + ": " + outcome;
  }

  /** A link to a run of a case with this outcome, if it is shown. */
  List<Block> see(String caseTitle, String outcome) {
    return Optional.ofNullable(runs.get(key(caseTitle, outcome)))
        .<Block>map(Block.See::new)
        .stream()
        .toList();
  }

  void add(Observation seen) {
    if (seen.kernel().isEmpty()) {
      return; // written by a version that did not include it
    }
    String scenario = seen.scenario().replaceFirst(":.*", "");
    Column column = new Column(seen.kernel(), seen.machine());
    cells
        .computeIfAbsent(scenario, it -> new TreeMap<>(BY_RELEASE))
        .merge(column, seen, Overview::worse);
  }

  /** An unexpected outcome wins; the severity is the worst of all. */
  private static Observation worse(Observation one, Observation other) {
    boolean later = other.severity().compareTo(one.severity()) > 0;
    boolean unexpected = other.unexpected() && !one.unexpected();
    boolean alike = other.unexpected() == one.unexpected();
    Observation worse = unexpected || later && alike ? other : one;
    return worse.as(Severity.worse(one.severity(), other.severity()));
  }

  private static Cell cell(Observation seen) {
    String text =
        String.join(", ", seen.scenario(), seen.kernel(), seen.machine()) + ": " + seen.text();
    return new Cell(seen.severity(), text, seen.link(), seen.unexpected());
  }

  /** The map; empty if there is nothing to compare. */
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
                    columns.stream()
                        .map(it -> Optional.ofNullable(row.get(it)).map(Overview::cell))
                        .toList())));
    return List.of(
        new Block.Note(
            "The worst outcome of each scenario, over all its variants, on each kernel and machine."),
        Block.of(HeatMap.ofOutcomes("scenario", List.copyOf(columns), rows)));
  }
}
