package lastwords.cli.report.html;

import java.util.Set;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.HeatMap;
import lastwords.cli.report.block.Medium;
import lastwords.cli.report.block.ReportTable;
import lastwords.cli.report.block.SharePlot;
import lastwords.cli.report.block.Swimlane;

/** Writes blocks as HTML. */
final class HtmlMedium implements Medium {
  /** Columns whose text is the verdict on the row, if they are last. */
  private static final Set<String> JUDGEMENTS = Set.of("verdict", "change", "outcome");

  private final Markup html;
  private boolean legend; // has it been written?

  HtmlMedium(Markup html) {
    this.html = html;
  }

  @Override
  public void note(Block.Note note) {
    html.element("p", note.text(), "class", note.tone().word()).line();
  }

  @Override
  public void quote(Block.Quote quote) {
    if (!quote.title().isEmpty()) {
      html.element("p", quote.title(), "class", "label");
    }
    html.element("pre", String.join("\n", quote.lines()), "tabindex", "0").line();
  }

  @Override
  public void again(Block.Again again) {
    html.tag("p", "class", "again").raw("again: ").element("code", again.command()).end("p");
    html.line();
  }

  @Override
  public void see(Block.See see) {
    html.tag("p").element("a", "step through this run", "href", "#" + see.id()).end("p").line();
  }

  @Override
  public void table(ReportTable table) {
    String last = table.headings().get(table.headings().size() - 1);
    String judged = JUDGEMENTS.contains(last) ? " judged" : "";
    html.raw("<div class=\"scroll\" tabindex=\"0\">").tag("table", "class", "grid" + judged);
    html.raw("<thead><tr>");
    table.headings().forEach(it -> html.element("th", it, "scope", "col"));
    html.raw("</tr></thead><tbody>\n");
    table.rows().forEach(row -> row(row, table.headings().size()));
    html.raw("</tbody></table></div>\n");
  }

  private void row(ReportTable.Row row, int columns) {
    if (row.id().isEmpty()) {
      html.tag("tr", "class", row.tone().word());
    } else {
      html.tag("tr", "class", row.tone().word(), "id", row.id());
    }
    row.cells().forEach(it -> html.element("td", it));
    html.end("tr").line();
    if (!row.more().isEmpty()) {
      html.tag("tr", "class", "more").tag("td", "colspan", Integer.toString(columns));
      html.tag("details").element("summary", row.title()).line();
      row.more().forEach(it -> it.on(this));
      html.raw("</details></td></tr>\n");
    }
  }

  @Override
  public void heatMap(HeatMap map) {
    new HeatTable(html).write(map);
  }

  @Override
  public void sharePlot(SharePlot plot) {
    new ShareTable(html).write(plot);
  }

  @Override
  public void swimlane(Swimlane lane) {
    SwimlaneSection section = new SwimlaneSection(html);
    if (!legend) {
      legend = true;
      section.legend();
    }
    section.write(lane);
  }
}
