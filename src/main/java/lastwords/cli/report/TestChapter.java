package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.ReportTable;
import lastwords.cli.report.block.Tone;
import lastwords.kernelc.source.Wording;

/** Scenarios that were tested: each claim, what was seen, and what is not as expected. */
final class TestChapter implements ResultKind {
  private static final int MANY = 40; // rows; of more, mail shows the unexpected
  private static final String MORE = "outcomes, reasons, and commands to reproduce them";
  private static final List<String> HEADINGS =
      List.of("case", "kernel, machine", "outcome", "expected", "seen", "verdict");

  @Override
  public Chapter chapter(String id, ResultFile result, Overview overview) {
    List<JsonNode> cases = ResultMembers.objects(result.json(), "results");
    List<ReportTable.Row> rows = new ArrayList<>();
    for (JsonNode one : cases) {
      String row = id + "-" + rows.size();
      rows.addAll(rows(row, one, overview));
      observe(row, one, overview);
    }
    return new Chapter(
        id,
        "test: " + Wording.count(cases.size(), "case"),
        List.of(count(result.json(), cases), new ReportTable(HEADINGS, rows, rows.size() > MANY)));
  }

  private static Block.Note count(JsonNode test, List<JsonNode> cases) {
    long good = cases.stream().filter(it -> it.path("asExpected").asBoolean()).count();
    long bad = cases.size() - good;
    int all = test.path("cases").asInt(cases.size());
    String rest =
        all > cases.size() ? "; interrupted: " + (all - cases.size()) + " did not run" : "";
    Tone tone = bad > 0 ? Tone.BAD : rest.isEmpty() ? Tone.GOOD : Tone.UNSURE;
    return new Block.Note(good + " as expected, " + bad + " not" + rest, tone);
  }

  private static List<ReportTable.Row> rows(String id, JsonNode one, Overview overview) {
    List<ReportTable.Row> rows = new ArrayList<>();
    for (JsonNode claim : ResultMembers.objects(one, "claims")) {
      String verdict = ResultMembers.text(claim, "verdict");
      String seen = seen(one, claim.path("seen").asInt(), claim.path("of").asInt());
      String found = ResultMembers.text(claim, "found");
      String outcome = found.isEmpty() ? ResultMembers.text(claim, "outcome") : found;
      rows.add(row(one, outcome, ResultMembers.text(claim, "observe"), seen, verdict));
    }
    boolean judged = !rows.isEmpty();
    for (JsonNode outcome : ResultMembers.objects(one, "outcomes")) {
      boolean allowed = outcome.path("allowed").asBoolean();
      if (!judged || !allowed) {
        String seen = often(one, outcome.path("seen").asInt());
        String expected = judged ? "not allowed" : "-";
        rows.add(row(one, ResultMembers.outcome(outcome), expected, seen, judged ? "FAILED" : "-"));
      }
    }
    if (rows.isEmpty()) {
      rows.add(row(one, "could not run", "", "", "ERROR"));
    }
    for (int i = 1; i < rows.size(); i++) {
      rows.set(i, rows.get(i).below());
    }
    ReportTable.Row first = rows.get(0);
    Tone tone = one.path("asExpected").asBoolean() ? first.tone() : Tone.BAD;
    rows.set(0, new ReportTable.Row(id, first.cells(), tone, MORE, more(one, overview)));
    return rows;
  }

  private static boolean explored(JsonNode one) {
    return one.path("states").asLong() > 0;
  }

  private static String often(JsonNode one, int seen) {
    return Wording.count(seen, explored(one) ? "state" : "run");
  }

  private static String seen(JsonNode one, int seen, int of) {
    return explored(one)
        ? seen == 0 ? "never" : seen == of ? "always" : "sometimes"
        : seen + " of " + of;
  }

  private static ReportTable.Row row(
      JsonNode one, String outcome, String expected, String seen, String verdict) {
    String kernel = ResultMembers.text(one, "kernel");
    String on = kernel.isEmpty() ? "-" : kernel + ", " + ResultMembers.text(one, "machine");
    Tone tone =
        switch (verdict) {
          case "ok" -> Tone.GOOD;
          case "FAILED", "ERROR" -> Tone.BAD;
          default -> Tone.UNSURE;
        };
    return new ReportTable.Row(
        List.of(ResultMembers.caseName(one), on, outcome, expected, seen, verdict), tone);
  }

  private static List<Block> more(JsonNode one, Overview overview) {
    List<Block> more = new ArrayList<>();
    ResultMembers.texts(one, "problems").forEach(it -> more.add(new Block.Note(it, Tone.BAD)));
    String states = ResultMembers.text(one, "wrongStates");
    if (!states.isEmpty()) {
      more.add(new Block.Note(states, Tone.BAD));
    }
    for (JsonNode outcome : ResultMembers.objects(one, "outcomes")) {
      boolean allowed = outcome.path("allowed").asBoolean();
      String title = ResultMembers.outcome(outcome) + (allowed ? "" : "  (not allowed)");
      more.addAll(ResultMembers.reasons(title, outcome, ResultMembers.text(outcome, "again")));
      more.addAll(overview.see(ResultMembers.caseTitle(one), ResultMembers.outcome(outcome)));
    }
    return more;
  }

  private static void observe(String row, JsonNode one, Overview overview) {
    for (JsonNode outcome : ResultMembers.objects(one, "outcomes")) {
      String summary = ResultMembers.outcome(outcome);
      overview.add(
          new Overview.Observation(
              ResultMembers.caseName(one),
              ResultMembers.text(one, "kernel"),
              ResultMembers.text(one, "machine"),
              ResultMembers.severity(outcome),
              summary,
              row,
              !outcome.path("allowed").asBoolean()));
    }
  }
}
