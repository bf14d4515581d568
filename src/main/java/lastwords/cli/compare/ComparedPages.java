package lastwords.cli.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.cli.cases.Reproduction;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.console.ResultFolder;
import lastwords.cli.report.Reports;
import lastwords.cli.report.ShownRun;
import lastwords.cli.witness.WitnessFiles;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Seen;
import lastwords.engine.witness.RunSpec;
import lastwords.scenario.Catalog;

/** Comparisons in files: results for a report, and pages. */
final class ComparedPages {
  private static final int MOST_RUNS = 12; // on a page

  private final ResultFolder folder;
  private final Optional<Path> html;

  /**
   * @param html the page's file
   */
  ComparedPages(ResultFolder folder, Optional<Path> html) {
    this.folder = folder;
    this.html = html;
  }

  /** Writes the files that the user asked for. */
  void keep(List<Compared> all, String nameA, String nameB, List<String> scenarios)
      throws IOException {
    if (folder.given()) {
      List<String> name = new ArrayList<>(List.of("compare", nameA, nameB));
      name.addAll(scenarios);
      ComparedFiles files = new ComparedFiles(Catalog.standard(), folder.witnesses(name));
      folder.write(name, CompareJson.of(all, nameA, nameB, files));
    }
    if (html.isPresent()) {
      ComparedFiles files = new ComparedFiles(Catalog.standard(), Optional.empty());
      String json = CompareJson.of(all, nameA, nameB, files);
      Reports.write(html.get(), "From " + nameA + " to " + nameB, json, runs(all));
    }
  }

  /** Writes the files of a review that the user asked for. */
  void keep(Reviewed review, ReviewStories stories) throws IOException {
    if (!folder.given() && html.isEmpty()) {
      return;
    }
    List<String> name = List.of("review", review.patch());
    String json = new ReviewJson(stories).of(review);
    if (folder.given()) {
      folder.write(name, json);
      Path beside = folder.witnesses(name).orElseThrow();
      WitnessFiles files = new WitnessFiles(Catalog.standard());
      int number = 0;
      for (ShownRun run : runs(review.differing())) {
        files.write(beside, ++number, run.witness());
      }
    }
    if (html.isPresent()) {
      Reports.write(html.get(), "Review of " + review.patch(), json, runs(review.differing()));
    }
  }

  /** Runs of the outcomes that changed, on both sides. */
  private static List<ShownRun> runs(List<Compared> all) {
    List<ShownRun> runs = new ArrayList<>();
    for (Compared one : all) {
      for (Comparison.Row row : one.comparison().map(Comparison::rows).orElse(List.of())) {
        if (row.changed() && runs.size() + 1 < MOST_RUNS) {
          add(runs, one, one.first(), row.before());
          add(runs, one, one.second(), row.after());
        }
      }
    }
    return runs;
  }

  private static void add(
      List<ShownRun> runs, Compared one, Optional<OnSide> side, Optional<Seen> seen) {
    if (side.isPresent() && seen.isPresent()) {
      OnSide on = side.get();
      String again = again(one, on, seen.get().runSpec());
      runs.add(new ShownRun(again, on.witness(one, seen.get()), on.made(), on.setup()));
    }
  }

  /** A schedule has no command line: exploring finds it again. */
  private static String again(Compared one, OnSide on, RunSpec runSpec) {
    return runSpec instanceof RunSpec.Seeded seeded
        ? Reproduction.of(one.scenario(), one.variant(), on.overrides(), seeded.seed())
        : Reproduction.explore(one.scenario(), one.variant(), on.overrides());
  }
}
