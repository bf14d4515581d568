package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.ReportTable;
import lastwords.cli.report.block.Tone;

/** What a patch changes. */
final class ReviewChapter implements ResultKind {
  private static final List<String> HEADINGS =
      List.of("case", "outcome", "before", "after", "change");

  @Override
  public Chapter chapter(String id, ResultFile result, Overview overview) {
    JsonNode review = result.json();
    List<JsonNode> cases = ResultMembers.objects(review, "cases");
    List<Block> blocks = new ArrayList<>();
    String changed = String.join(", ", ResultMembers.texts(review, "changed"));
    if (!changed.isEmpty()) {
      blocks.add(new Block.Note("changed: " + changed));
    } else if (left(review).isEmpty()) {
      blocks.add(new Block.Note("no function of a kernel is different"));
    }
    blocks.add(counts(cases));
    List<ReportTable.Row> rows = new ArrayList<>();
    for (JsonNode one : cases) {
      if (!ResultMembers.text(one, "change").equals("unchanged")) {
        rows.addAll(rows(id + "-" + rows.size(), one));
      }
    }
    if (!rows.isEmpty()) {
      blocks.add(new ReportTable(HEADINGS, rows));
    }
    list(
        blocks,
        "no run of these reaches a changed function",
        ResultMembers.texts(review, "notReached"));
    boolean interrupted = review.path("interrupted").asBoolean();
    String why = interrupted ? "it was interrupted" : "there was no time";
    list(blocks, "not compared, because " + why, ResultMembers.texts(review, "notTried"));
    list(blocks, "does not fit", ResultMembers.texts(review, "misfits"));
    return new Chapter(id, "review: " + ResultMembers.text(review, "patch"), blocks);
  }

  /** What could not be compared. */
  private static List<String> left(JsonNode review) {
    List<String> left = new ArrayList<>(ResultMembers.texts(review, "notTried"));
    left.addAll(ResultMembers.texts(review, "misfits"));
    return left;
  }

  private static Block.Note counts(List<JsonNode> cases) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    cases.forEach(it -> counts.merge(ResultMembers.text(it, "change"), 1, Integer::sum));
    boolean worse = cases.stream().anyMatch(it -> tone(it) == Tone.BAD);
    String text =
        counts.entrySet().stream()
            .map(it -> it.getValue() + " " + it.getKey())
            .collect(Collectors.joining(", "));
    return new Block.Note(
        text.isEmpty() ? "nothing was compared" : text, worse ? Tone.BAD : Tone.PLAIN);
  }

  private static Tone tone(JsonNode one) {
    return CompareChapter.tone(ResultMembers.text(one, "change"));
  }

  private static List<ReportTable.Row> rows(String id, JsonNode one) {
    List<ReportTable.Row> rows = new ArrayList<>();
    String name = ResultMembers.caseName(one);
    String change = CompareChapter.changes(one);
    rows.add(
        new ReportTable.Row(
            id, List.of(name, "overall", "", "", change), tone(one), "", List.of()));
    for (JsonNode outcome : ResultMembers.objects(one, "outcomes")) {
      rows.add(row(id + "-" + rows.size(), outcome, tone(one)));
    }
    return rows;
  }

  private static ReportTable.Row row(String id, JsonNode outcome, Tone ofCase) {
    String change = ResultMembers.text(outcome, "change");
    List<String> cells =
        List.of(
            "",
            ResultMembers.outcome(outcome),
            ResultMembers.text(outcome, "before"),
            ResultMembers.text(outcome, "after"),
            change);
    List<Block> more = new ArrayList<>();
    more.addAll(side(outcome, "before", "Before"));
    more.addAll(side(outcome, "after", "After"));
    Tone tone = change.equals("only now") || change.equals("more often") ? ofCase : Tone.PLAIN;
    return new ReportTable.Row(
        id, cells, tone, "a shortest run, and a command to reproduce it", more);
  }

  private static List<Block> side(JsonNode outcome, String name, String ending) {
    List<Block> blocks = new ArrayList<>();
    List<String> story = ResultMembers.texts(outcome, "story" + ending);
    if (!story.isEmpty()) {
      blocks.add(new Block.Quote(name, story));
    }
    String again = ResultMembers.text(outcome, "again" + ending);
    if (!again.isEmpty()) {
      blocks.add(new Block.Again(again));
    }
    return blocks;
  }

  private static void list(List<Block> blocks, String title, List<String> names) {
    if (!names.isEmpty()) {
      blocks.add(new Block.Note(title + ": " + String.join(", ", names)));
    }
  }
}
