package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.ReportTable;
import lastwords.cli.report.block.Tone;

/** Two kernels, machines or settings side by side. */
final class CompareChapter implements ResultKind {
  @Override
  public Chapter chapter(String id, ResultFile result, Overview overview) {
    JsonNode compared = result.json();
    String a = ResultMembers.text(compared, "a");
    String b = ResultMembers.text(compared, "b");
    List<ReportTable.Row> rows = new ArrayList<>();
    for (JsonNode one : ResultMembers.objects(compared, "scenarios")) {
      String row = id + "-" + rows.size();
      rows.addAll(rows(row, one, overview));
      observe(row, one, overview);
    }
    List<String> headings = List.of("case", "outcome", "A", "B", "change");
    return new Chapter(
        id, "compare: A is " + a + ", B is " + b, List.of(new ReportTable(headings, rows)));
  }

  private static List<ReportTable.Row> rows(String id, JsonNode one, Overview overview) {
    List<ReportTable.Row> rows = new ArrayList<>();
    String name = ResultMembers.caseName(one);
    String change = changes(one);
    Tone tone = tone(ResultMembers.text(one, "change"));
    rows.add(
        new ReportTable.Row(
            id,
            List.of(name, "overall", found(one, "a"), found(one, "b"), change),
            tone,
            "reasons, and commands to reproduce them",
            more(one, overview)));
    for (JsonNode outcome : ResultMembers.objects(one, "outcomes")) {
      String word = ResultMembers.text(outcome, "change");
      rows.add(
          new ReportTable.Row(
              List.of(
                  "",
                  ResultMembers.outcome(outcome),
                  ResultMembers.text(outcome, "a"),
                  ResultMembers.text(outcome, "b"),
                  word),
              Tone.PLAIN));
    }
    return rows;
  }

  private static String found(JsonNode one, String side) {
    return ResultMembers.text(one.path(side), "found");
  }

  /** With the aspects, and a remark if not everything was examined. */
  static String changes(JsonNode one) {
    if (!ResultMembers.text(one, "problem").isEmpty()) {
      return "could not run";
    }
    String worse = String.join(", ", ResultMembers.texts(one, "worseIn"));
    String better = String.join(", ", ResultMembers.texts(one, "betterIn"));
    return ResultMembers.text(one, "change")
        + (worse.isEmpty() ? "" : "; worse in " + worse)
        + (better.isEmpty() ? "" : "; better in " + better)
        + (one.path("decided").asBoolean(true) ? "" : ", as far as seen");
  }

  static Tone tone(String change) {
    return switch (change) {
      case "worse", "sometimes worse" -> Tone.BAD;
      case "fixed", "better", "sometimes better" -> Tone.GOOD;
      case "unknown", "" -> Tone.UNSURE;
      default -> Tone.PLAIN;
    };
  }

  private static List<Block> more(JsonNode one, Overview overview) {
    List<Block> more = new ArrayList<>();
    String problem = ResultMembers.text(one, "problem");
    if (!problem.isEmpty()) {
      more.add(new Block.Note(problem, Tone.BAD));
    }
    for (String side : List.of("a", "b")) {
      for (JsonNode seen : ResultMembers.objects(one.path(side), "outcomes")) {
        String title = side.toUpperCase(java.util.Locale.ROOT) + ": " + ResultMembers.outcome(seen);
        String run = ResultMembers.text(seen, "run");
        boolean command = run.startsWith("lastwords ");
        more.addAll(ResultMembers.reasons(title, seen, command ? run : ""));
        String on = ResultMembers.caseTitle(one, one.path(side));
        more.addAll(overview.see(on, ResultMembers.outcome(seen)));
      }
    }
    return more;
  }

  private static void observe(String row, JsonNode one, Overview overview) {
    for (String name : List.of("a", "b")) {
      JsonNode side = one.path(name);
      for (JsonNode seen : ResultMembers.objects(side, "outcomes")) {
        String summary = ResultMembers.outcome(seen);
        overview.add(
            new Overview.Observation(
                ResultMembers.caseName(one),
                ResultMembers.text(side, "kernel"),
                ResultMembers.text(side, "machine"),
                ResultMembers.severity(seen),
                ResultMembers.text(seen, "observed") + ": " + summary,
                row,
                false));
      }
    }
  }
}
