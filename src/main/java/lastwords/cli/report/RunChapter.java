package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;

/** One run: its last words, and why. */
final class RunChapter implements ResultKind {
  @Override
  public Chapter chapter(String id, ResultFile result, Overview overview) {
    JsonNode run = result.json();
    String summary = ResultMembers.outcome(run);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Note(summary, ResultMembers.severity(run).tone()));
    JsonNode consoles = run.path("consoles");
    consoles
        .fieldNames()
        .forEachRemaining(
            it -> blocks.add(new Block.Quote(it, said(ResultMembers.texts(consoles, it)))));
    blocks.add(new Block.Quote("why", ResultMembers.texts(run, "explanation")));
    overview.add(
        new Overview.Observation(
            ResultMembers.caseName(run),
            ResultMembers.text(run, "kernel"),
            ResultMembers.text(run, "machine"),
            ResultMembers.severity(run),
            "seed " + ResultMembers.text(run, "seed") + ": " + summary,
            id,
            false));
    return new Chapter(id, "run: " + ResultMembers.caseTitle(run), blocks);
  }

  private static List<String> said(List<String> lines) {
    return lines.isEmpty() ? List.of("(nothing)") : lines;
  }
}
