package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.ReportTable;
import lastwords.cli.report.block.Tone;

/** Every outcome that can happen in a case. */
final class ExploreChapter implements ResultKind {
  private static final List<String> HEADINGS =
      List.of("outcome", "observed", "expected", "states", "steps");

  @Override
  public Chapter chapter(String id, ResultFile result, Overview overview) {
    JsonNode found = result.json();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Note(how(found)));
    expectations(found, blocks);
    List<ReportTable.Row> rows = new ArrayList<>();
    for (JsonNode outcome : ResultMembers.objects(found, "outcomes")) {
      String row = id + "-" + rows.size();
      rows.add(
          row(
              row,
              outcome,
              overview.see(ResultMembers.caseTitle(found), ResultMembers.outcome(outcome))));
      observe(row, found, outcome, overview);
    }
    blocks.add(new ReportTable(HEADINGS, rows));
    String again = ResultMembers.text(found, "again");
    if (!again.isEmpty()) {
      blocks.add(new Block.Again(again));
    }
    return new Chapter(id, "explore: " + ResultMembers.caseTitle(found), blocks);
  }

  private static String how(JsonNode found) {
    return ResultMembers.count(found, "states", "state")
        + ", "
        + ResultMembers.count(found, "transitions", "transition")
        + ", "
        + ResultMembers.count(found, "doomed", "state")
        + " from which only a hang can follow; "
        + ResultMembers.text(found, "end")
        + (found.path("earlyTimeouts").asBoolean() ? "; timed waits may end at any time" : "");
  }

  private static void expectations(JsonNode found, List<Block> blocks) {
    switch (ResultMembers.text(found, "expectations")) {
      case "hold" -> blocks.add(new Block.Note("as expected", Tone.GOOD));
      case "fail" -> blocks.add(new Block.Note("NOT as expected", Tone.BAD));
      case "undecided" ->
          blocks.add(new Block.Note("the expectations are not decided", Tone.UNSURE));
      default -> {
        // there are none
      }
    }
  }

  private static ReportTable.Row row(String id, JsonNode outcome, List<Block> see) {
    String summary = ResultMembers.outcome(outcome);
    String expected = ResultMembers.text(outcome, "expected");
    List<String> cells =
        List.of(
            summary,
            ResultMembers.text(outcome, "observed"),
            expected.isEmpty() ? "-" : expected,
            ResultMembers.text(outcome, "states"),
            Integer.toString(outcome.path("witness").size()));
    List<Block> more = new ArrayList<>(ResultMembers.reasons("", outcome, ""));
    more.addAll(see);
    Tone tone = unexpected(outcome) ? Tone.BAD : ResultMembers.severity(outcome).tone();
    return new ReportTable.Row(id, cells, tone, "why", more);
  }

  private static boolean unexpected(JsonNode outcome) {
    return ResultMembers.text(outcome, "expected").equals("not allowed");
  }

  private static void observe(String row, JsonNode found, JsonNode outcome, Overview overview) {
    String summary = ResultMembers.outcome(outcome);
    overview.add(
        new Overview.Observation(
            ResultMembers.caseName(found),
            ResultMembers.text(found, "kernel"),
            ResultMembers.text(found, "machine"),
            ResultMembers.severity(outcome),
            ResultMembers.text(outcome, "observed") + ": " + summary,
            row,
            unexpected(outcome)));
  }
}
