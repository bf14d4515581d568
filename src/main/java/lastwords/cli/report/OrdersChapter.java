package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.HeatMap;
import lastwords.cli.report.block.ReportTable;
import lastwords.cli.report.block.Severity;
import lastwords.cli.report.block.Tone;
import lastwords.outcome.OutcomeWords;

/** Orders of panic(), each with each fault. */
final class OrdersChapter implements ResultKind {
  private static final List<String> MEMBERS =
      List.of("crashKernel", "dumpComplete", "pstore", "hostTold", "console");
  private static final List<String> HEADINGS =
      List.of("order", "kdump", "complete", "pstore", "host", "console", "worst with", "outcome");

  @Override
  public Chapter chapter(String id, ResultFile result, Overview overview) {
    JsonNode orders = result.json();
    List<JsonNode> all = ResultMembers.objects(orders, "orders");
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Note("Best order first. Each number is how many of the faults it holds with."));
    blocks.add(Block.of(heat(id, all)));
    List<ReportTable.Row> rows = new ArrayList<>();
    all.forEach(it -> rows.add(row(id + "-" + rows.size(), it)));
    blocks.add(new ReportTable(HEADINGS, rows));
    swaps(ResultMembers.objects(orders, "swaps"), blocks);
    ResultMembers.texts(orders, "leftOut").forEach(it -> blocks.add(new Block.Note(it)));
    return new Chapter(id, "orders: " + ResultMembers.text(orders, "title"), blocks);
  }

  private static String fault(JsonNode cell) {
    String notifier = ResultMembers.text(cell, "notifier");
    return notifier.isEmpty() ? "no fault" : notifier + " " + ResultMembers.text(cell, "fault");
  }

  private static HeatMap heat(String id, List<JsonNode> orders) {
    Set<String> faults = new LinkedHashSet<>();
    for (JsonNode order : orders) {
      ResultMembers.objects(order, "cells").forEach(it -> faults.add(fault(it)));
    }
    List<HeatMap.Row> rows = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      JsonNode order = orders.get(i);
      String link = id + "-" + i;
      List<Optional<HeatMap.Cell>> cells =
          faults.stream().map(it -> cell(order, it, link)).toList();
      rows.add(new HeatMap.Row(ResultMembers.text(order, "name"), cells));
    }
    return HeatMap.ofOutcomes(
        "order", faults.stream().map(it -> new HeatMap.Column("", it)).toList(), rows);
  }

  private static Optional<HeatMap.Cell> cell(JsonNode order, String fault, String link) {
    return ResultMembers.objects(order, "cells").stream()
        .filter(it -> fault(it).equals(fault))
        .findFirst()
        .map(
            it -> {
              List<String> outcomes = ResultMembers.texts(it, "outcomes");
              String worst = outcomes.isEmpty() ? "" : outcomes.get(0);
              String text = ResultMembers.text(order, "name") + ", " + fault + ": " + worst;
              return new HeatMap.Cell(Severity.of(OutcomeWords.in(worst)), text, link, false);
            });
  }

  private static ReportTable.Row row(String id, JsonNode order) {
    List<JsonNode> measured = ResultMembers.objects(order, "cells");
    List<String> cells = new ArrayList<>(List.of(ResultMembers.text(order, "name")));
    for (String member : MEMBERS) {
      long holds = measured.stream().filter(it -> it.path(member).asBoolean()).count();
      cells.add(holds + "/" + measured.size());
    }
    JsonNode worst = order.path("cells").path(order.path("worst").asInt());
    List<String> outcomes = ResultMembers.texts(worst, "outcomes");
    String outcome = outcomes.isEmpty() ? "" : outcomes.get(0);
    cells.add(fault(worst));
    cells.add(outcome);
    return new ReportTable.Row(
        id, cells, Severity.of(OutcomeWords.in(outcome)).tone(), "", List.of());
  }

  private static void swaps(List<JsonNode> swaps, List<Block> blocks) {
    if (swaps.isEmpty()) {
      return;
    }
    List<ReportTable.Row> rows = new ArrayList<>();
    for (JsonNode swap : swaps) {
      List<String> cells =
          List.of(
              ResultMembers.text(swap, "order"),
              ResultMembers.text(swap, "first") + " and " + ResultMembers.text(swap, "second"),
              ResultMembers.text(swap, "better"),
              ResultMembers.text(swap, "worse"),
              String.join("; ", ResultMembers.texts(swap, "faults")));
      rows.add(new ReportTable.Row(cells, Tone.PLAIN));
    }
    blocks.add(
        new ReportTable(List.of("order", "swapped notifiers", "better", "worse", "with"), rows));
  }
}
