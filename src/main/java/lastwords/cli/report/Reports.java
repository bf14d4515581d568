package lastwords.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lastwords.cli.console.OutputFile;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.ReportDocument;
import lastwords.cli.report.block.Swimlane;
import lastwords.cli.report.block.Tone;
import lastwords.cli.report.html.HtmlReport;
import lastwords.json.Json;

/** Creates reports from results. */
public final class Reports {
  private static final Map<String, ResultKind> KINDS = kinds();

  private Reports() {}

  private static Map<String, ResultKind> kinds() {
    Map<String, ResultKind> kinds = new LinkedHashMap<>();
    kinds.put("test", new TestChapter());
    kinds.put("explore", new ExploreChapter());
    kinds.put("sample", new SampleChapter());
    kinds.put("compare", new CompareChapter());
    kinds.put("orders", new OrdersChapter());
    kinds.put("matrix", new MatrixChapter());
    kinds.put("review", new ReviewChapter());
    kinds.put("run", new RunChapter());
    return kinds;
  }

  /** The kinds of results that a report can show. */
  static Collection<String> shown() {
    return KINDS.keySet();
  }

  /**
   * Writes the result of one verb as an HTML file.
   *
   * @param title of the report
   * @param json the verb's output with --json
   * @param runs to show step by step
   */
  public static void write(Path file, String title, String json, List<ShownRun> runs)
      throws IOException {
    List<Swimlane> lanes = new ArrayList<>();
    for (ShownRun run : runs) {
      lanes.add(WitnessLanes.of("run" + lanes.size(), run));
    }
    String schema = Json.mapper().readTree(json).path("schema").asText();
    ResultFile result = new ResultFile(title, schema.split("/")[1], Json.mapper().readTree(json));
    ReportDocument report = of(title, List.of(result), lanes, List.of(), List.of());
    new OutputFile(file).write(HtmlReport.of(report));
  }

  /**
   * The report of several results.
   *
   * @param notes on the runs
   */
  static ReportDocument of(
      String title,
      List<ResultFile> results,
      List<Swimlane> lanes,
      List<String> notes,
      List<String> problems) {
    Overview overview = new Overview(lanes);
    List<Chapter> ofResults = new ArrayList<>();
    for (ResultFile result : results) {
      String id = "result" + (ofResults.size() + 1);
      ofResults.add(KINDS.get(result.kind()).chapter(id, result, overview));
    }
    List<Chapter> chapters = new ArrayList<>();
    summary(results, overview).ifPresent(chapters::add);
    chapters.addAll(ofResults);
    if (!lanes.isEmpty() || !notes.isEmpty()) {
      List<Block> blocks = new ArrayList<>();
      notes.forEach(it -> blocks.add(new Block.Note(it)));
      lanes.forEach(it -> blocks.add(Block.of(it)));
      chapters.add(new Chapter("runs", "Runs, step by step", blocks));
    }
    return new ReportDocument(title, problems, chapters);
  }

  private static Optional<Chapter> summary(List<ResultFile> results, Overview overview) {
    List<Block> blocks = new ArrayList<>();
    if (results.isEmpty()) {
      blocks.add(new Block.Note("There are no results.", Tone.UNSURE));
    }
    Map<String, Long> programs =
        results.stream()
            .map(ResultFile::program)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    if (programs.size() > 1) {
      String text =
          programs.entrySet().stream()
              .map(it -> it.getKey() + " (" + it.getValue() + ")")
              .collect(Collectors.joining(", "));
      blocks.add(
          new Block.Note(
              "These results come from different versions of lastwords: " + text, Tone.UNSURE));
    }
    blocks.addAll(overview.blocks());
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Chapter("overview", "Overview", blocks));
  }
}
