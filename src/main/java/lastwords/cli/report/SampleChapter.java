package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.ReportTable;
import lastwords.cli.report.block.SharePlot;
import lastwords.cli.report.block.Tone;
import lastwords.trace.Micros;

/** How often each outcome occurs. */
final class SampleChapter implements ResultKind {
  @Override
  public Chapter chapter(String id, ResultFile result, Overview overview) {
    JsonNode sample = result.json();
    List<Block> blocks = new ArrayList<>();
    List<SharePlot.Bar> bars = new ArrayList<>();
    List<ReportTable.Row> rows = new ArrayList<>();
    boolean timed = ResultMembers.text(sample, "unit").equals("ns");
    for (JsonNode share : ResultMembers.objects(sample, "outcomes")) {
      bars.add(bar(share));
      String row = id + "-" + rows.size();
      rows.add(
          row(
              row,
              share,
              timed,
              overview.see(ResultMembers.caseTitle(sample), ResultMembers.outcome(share))));
      observe(row, sample, share, overview);
    }
    if (ResultMembers.text(sample, "expectations").equals("fail")) {
      blocks.add(new Block.Note("NOT as expected", Tone.BAD));
    }
    blocks.add(Block.of(new SharePlot(title(sample), bars)));
    String unit = timed ? "us" : "choices";
    blocks.add(
        new ReportTable(
            List.of("outcome", "runs", "median, " + unit, "95 %, " + unit, "longest, " + unit),
            rows));
    return new Chapter(id, "sample: " + ResultMembers.caseTitle(sample), blocks);
  }

  private static String title(JsonNode sample) {
    return ResultMembers.count(sample, "runs", "run")
        + ", "
        + ResultMembers.text(sample, "strategy")
        + ", from seed "
        + ResultMembers.text(sample, "firstSeed")
        + ": the share of each outcome, with its 95 % interval";
  }

  private static SharePlot.Bar bar(JsonNode share) {
    String summary = ResultMembers.outcome(share);
    return new SharePlot.Bar(
        summary,
        share.path("low").asDouble(),
        share.path("share").asDouble(),
        share.path("high").asDouble(),
        ResultMembers.severity(share));
  }

  private static ReportTable.Row row(String id, JsonNode share, boolean timed, List<Block> see) {
    String summary = ResultMembers.outcome(share);
    List<String> cells =
        List.of(
            summary,
            ResultMembers.text(share, "runs"),
            length(share.path("median").asLong(), timed),
            length(share.path("p95").asLong(), timed),
            length(share.path("longest").asLong(), timed));
    List<Block> more = new ArrayList<>();
    more.add(new Block.Again(ResultMembers.text(share, "first")));
    if (!ResultMembers.text(share, "slowest").equals(ResultMembers.text(share, "first"))) {
      more.add(new Block.Again(ResultMembers.text(share, "slowest")));
    }
    more.addAll(see);
    Tone tone = ResultMembers.severity(share).tone();
    return new ReportTable.Row(id, cells, tone, "the first and the longest run", more);
  }

  private static String length(long length, boolean timed) {
    return timed ? Micros.text(length).strip() : Long.toString(length);
  }

  private static void observe(String row, JsonNode sample, JsonNode share, Overview overview) {
    String summary = ResultMembers.outcome(share);
    overview.add(
        new Overview.Observation(
            ResultMembers.caseName(sample),
            ResultMembers.text(sample, "kernel"),
            ResultMembers.text(sample, "machine"),
            ResultMembers.severity(share),
            ResultMembers.text(share, "runs")
                + " of "
                + ResultMembers.text(sample, "runs")
                + ": "
                + summary,
            row,
            false));
  }
}
