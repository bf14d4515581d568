package lastwords.cli.report.html;

import java.util.List;
import java.util.Optional;
import lastwords.cli.report.block.HeatLevel;
import lastwords.cli.report.block.HeatMap;

/** A heat map as a table, with letters as well as colours. */
final class HeatTable {
  private final Markup html;

  HeatTable(Markup html) {
    this.html = html;
  }

  void write(HeatMap map) {
    html.raw("<div class=\"scroll\" tabindex=\"0\"><table class=\"heat\"><thead>\n<tr>");
    if (map.columns().stream().allMatch(it -> it.group().isEmpty())) {
      html.element("th", map.corner(), "scope", "col");
    } else {
      html.element("th", map.corner(), "scope", "col", "rowspan", "2");
      groups(map.columns());
      html.raw("</tr>\n<tr>");
    }
    map.columns()
        .forEach(it -> html.tag("th", "scope", "col").element("span", it.name()).end("th"));
    html.raw("</tr></thead><tbody>\n");
    map.rows().forEach(this::row);
    html.raw("</tbody></table></div>\n");
    legend(map);
  }

  private void groups(List<HeatMap.Column> columns) {
    for (int from = 0; from < columns.size(); ) {
      String group = columns.get(from).group();
      int to = from;
      while (to < columns.size() && columns.get(to).group().equals(group)) {
        to++;
      }
      String span = Integer.toString(to - from);
      html.tag("th", "scope", "colgroup", "colspan", span, "class", "group");
      html.element("span", group).end("th");
      from = to;
    }
  }

  private void row(HeatMap.Row row) {
    html.tag("tr").element("th", row.name(), "scope", "row");
    row.cells().forEach(this::cell);
    html.end("tr").line();
  }

  private void cell(Optional<HeatMap.Cell> cell) {
    if (cell.isEmpty()) {
      html.raw("<td></td>");
      return;
    }
    HeatMap.Cell found = cell.get();
    String marked = found.marked() ? " marked" : "";
    html.tag("td", "class", found.level().word() + marked);
    String letter = found.level().letter() + (found.marked() ? "!" : "");
    String text = found.text();
    html.element("a", letter, "href", "#" + found.link(), "title", text, "aria-label", text);
    html.end("td");
  }

  private void legend(HeatMap map) {
    html.raw("<ul class=\"legend\">");
    for (HeatLevel level : map.levels()) {
      html.tag("li").element("span", level.letter(), "class", level.word());
      html.text(" " + level.meaning()).end("li");
    }
    boolean marks =
        map.rows().stream()
            .flatMap(row -> row.cells().stream())
            .anyMatch(cell -> cell.map(HeatMap.Cell::marked).orElse(false));
    if (marks) {
      html.raw("<li><span class=\"marked\">!</span> not as expected</li>");
    }
    html.raw("</ul>\n");
  }
}
