package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.HeatLevel;
import lastwords.cli.report.block.HeatMap;
import lastwords.cli.report.block.ReportTable;
import lastwords.cli.report.block.ShareLevel;
import lastwords.cli.report.block.Tone;

/** Settings in situations: what to choose, why, and how often each goal is reached. */
final class MatrixChapter implements ResultKind {
  private static final List<HeatLevel> LEVELS = List.of(ShareLevel.values());
  private static final String MORE =
      "the most frequent outcome in each situation, with a command to reproduce it";

  @Override
  public Chapter chapter(String id, ResultFile result, Overview overview) {
    JsonNode matrix = result.json();
    List<String> goals = ResultMembers.texts(matrix, "prefer");
    List<Block> blocks = new ArrayList<>();
    List<String> advice = ResultMembers.texts(matrix.path("recommendation"), "text");
    if (!advice.isEmpty()) {
      blocks.add(new Block.Quote("recommended", advice));
    }
    ResultMembers.texts(matrix, "findings").forEach(it -> blocks.add(new Block.Note(it)));
    for (String goal : goals) {
      String title = goal + ": how often " + title(matrix, goal);
      blocks.add(new Block.Quote(title, List.of()));
      blocks.add(Block.of(map(id, matrix, goal)));
    }
    blocks.add(table(id, matrix, goals));
    goals.stream().limit(1).forEach(it -> blocks.addAll(MatrixEffects.plots(matrix, it)));
    ResultMembers.texts(matrix, "limits").forEach(it -> blocks.add(new Block.Note(it)));
    return new Chapter(id, "matrix: " + ResultMembers.text(matrix, "title"), blocks);
  }

  private static String title(JsonNode matrix, String goal) {
    return ResultMembers.objects(matrix, "goals").stream()
        .filter(it -> ResultMembers.text(it, "name").equals(goal))
        .map(it -> ResultMembers.text(it, "title"))
        .findFirst()
        .orElse("");
  }

  private static String text(JsonNode settings) {
    String text = ResultMembers.text(settings, "text");
    return text.isEmpty() ? "as they are" : text;
  }

  private static HeatMap map(String id, JsonNode matrix, String goal) {
    List<HeatMap.Column> columns = MatrixAxes.columns(matrix);
    List<JsonNode> settings = ResultMembers.objects(matrix, "settings");
    List<HeatMap.Row> rows = new ArrayList<>();
    for (int row = 0; row < settings.size(); row++) {
      String text = text(settings.get(row));
      List<Optional<HeatMap.Cell>> cells = new ArrayList<>();
      for (HeatMap.Column column : columns) {
        JsonNode cell = matrix.path("cells").path(row * columns.size() + cells.size());
        String of = text + ", " + MatrixAxes.name(column) + ": " + goal + " ";
        cells.add(Optional.of(cell(id + "-" + row, of, cell, goal)));
      }
      rows.add(new HeatMap.Row(text, cells));
    }
    return new HeatMap("settings", LEVELS, columns, rows);
  }

  private static HeatMap.Cell cell(String link, String of, JsonNode cell, String goal) {
    JsonNode share = cell.path("goals").path(goal);
    if (share.isMissingNode()) {
      String problem = ResultMembers.text(cell, "problem");
      String text = of + (problem.isEmpty() ? "not known" : problem);
      return new HeatMap.Cell(ShareLevel.UNTRIED, text, link, false);
    }
    HeatLevel level = ShareLevel.of(share.path("share").asDouble());
    return new HeatMap.Cell(level, of + MatrixEffects.percent(share), link, false);
  }

  private static ReportTable table(String id, JsonNode matrix, List<String> goals) {
    List<String> headings = new ArrayList<>(List.of("settings"));
    headings.addAll(goals);
    headings.add("dominated by");
    int best = matrix.path("recommendation").path("setting").asInt(-1);
    List<HeatMap.Column> columns = MatrixAxes.columns(matrix);
    List<ReportTable.Row> rows = new ArrayList<>();
    for (JsonNode one : ResultMembers.objects(matrix, "settings")) {
      int row = rows.size();
      JsonNode by = one.path("dominatedBy");
      List<String> cells = new ArrayList<>(List.of(text(one)));
      goals.forEach(goal -> cells.add(share(one, goal)));
      cells.add(by.isInt() ? text(matrix.path("settings").path(by.asInt())) : "");
      Tone tone = row == best ? Tone.GOOD : by.isInt() ? Tone.UNSURE : Tone.PLAIN;
      List<Block> more = outcomes(matrix, row * columns.size(), columns);
      rows.add(new ReportTable.Row(id + "-" + row, cells, tone, MORE, more));
    }
    return new ReportTable(headings, rows);
  }

  private static String share(JsonNode settings, String goal) {
    JsonNode share = settings.path("goals").path(goal);
    return share.isMissingNode() ? "?" : MatrixEffects.percent(share);
  }

  private static List<Block> outcomes(JsonNode matrix, int from, List<HeatMap.Column> columns) {
    List<Block> outcomes = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      JsonNode cell = matrix.path("cells").path(from + column);
      JsonNode outcome = cell.path("outcomes").path(0);
      String problem = ResultMembers.text(cell, "problem");
      String what = problem.isEmpty() ? ResultMembers.outcome(outcome) : problem;
      outcomes.add(new Block.Note(MatrixAxes.name(columns.get(column)) + ": " + what));
      String again = ResultMembers.text(outcome, "again");
      if (!again.isEmpty()) {
        outcomes.add(new Block.Again(again));
      }
    }
    return outcomes;
  }
}
