package lastwords.cli.report.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.HeatLevel;
import lastwords.cli.report.block.HeatMap;
import lastwords.cli.report.block.Medium;
import lastwords.cli.report.block.ReportTable;
import lastwords.cli.report.block.SharePlot;
import lastwords.cli.report.block.Shares;
import lastwords.cli.report.block.Swimlane;
import lastwords.cli.report.block.Tone;
import lastwords.kernelc.source.Wording;

/** Writes blocks as text. */
final class TextMedium implements Medium {
  private static final int BAR = 24; // columns for 100 %
  private static final int LINES = 16; // of a story: the last ones, which tell how it ends

  private final Output output;
  private final Set<List<HeatLevel>> legends = new HashSet<>(); // legends already written
  private final Set<List<HeatMap.Column>> columns = new HashSet<>(); // columns already written

  TextMedium(Output output) {
    this.output = output;
  }

  @Override
  public void note(Block.Note note) {
    output.text(note.text());
  }

  @Override
  public void quote(Block.Quote quote) {
    if (!quote.title().isEmpty()) {
      output.text(quote.title());
    }
    quote.lines().forEach(it -> output.text("  " + it));
  }

  @Override
  public void again(Block.Again again) {
    output.out().println("  again: " + again.command());
  }

  @Override
  public void see(Block.See see) {
    // text has no links; the runs follow below
  }

  @Override
  public void table(ReportTable table) {
    List<ReportTable.Row> shown =
        table.rows().stream().filter(it -> !table.brief() || it.tone() != Tone.GOOD).toList();
    output.out().println();
    if (!shown.isEmpty()) {
      Table text = new Table(table.headings().toArray(String[]::new));
      shown.forEach(row -> text.row(row.cells().toArray(String[]::new)));
      text.print(output);
    }
    shown.stream().filter(it -> it.tone() == Tone.BAD).forEach(this::more);
    if (shown.size() < table.rows().size()) {
      output.text(
          Wording.count(table.rows().size() - shown.size(), "more row") + ", all as expected");
    }
  }

  private void more(ReportTable.Row row) {
    if (!row.more().isEmpty()) {
      output.out().println();
      String name = row.cells().stream().filter(it -> !it.isEmpty()).findFirst().orElse("");
      output.text(name + ": " + row.title());
      row.more().forEach(it -> it.on(this));
    }
  }

  @Override
  public void heatMap(HeatMap map) {
    HeatText text = new HeatText(output);
    text.write(map, !columns.add(map.columns()));
    if (legends.add(map.levels())) {
      text.legend(map);
    }
  }

  @Override
  public void sharePlot(SharePlot plot) {
    output.text(plot.title());
    for (SharePlot.Bar bar : plot.bars()) {
      output.text("  " + bar.label());
      output.text("    " + drawn(bar) + "  " + Shares.text(bar));
    }
  }

  /** Solid up to the lower bound, and lighter from there to the upper one. */
  private static String drawn(SharePlot.Bar bar) {
    int low = (int) Math.round(bar.low() * BAR);
    int high = Math.max(low, (int) Math.round(bar.high() * BAR));
    return "#".repeat(low) + "-".repeat(high - low) + ".".repeat(BAR - high);
  }

  @Override
  public void swimlane(Swimlane lane) {
    output.out().println();
    output.text(lane.outcome());
    output.text("  " + lane.title());
    List<String> lines = new ArrayList<>(lane.story().stream().map(TextMedium::line).toList());
    int before = lines.size() - LINES;
    if (before > 0) {
      lines.subList(0, before).clear();
      lines.add(0, "... " + Wording.count(before, "line") + " before");
    }
    lines.forEach(it -> output.text("    " + it));
    output.out().println("  again: " + lane.again());
  }

  private static String line(Swimlane.Moment moment) {
    String place = moment.place().isEmpty() ? "" : "  (" + moment.place() + ")";
    return moment.who() + " " + moment.text() + place;
  }
}
