package lastwords.cli.report.html;

import java.util.Locale;
import lastwords.cli.report.block.SharePlot;
import lastwords.cli.report.block.Shares;

/** A plot of shares: a bar for each, and a line for its interval. */
final class ShareTable {
  private static final int WIDE = 1000; // of the drawing, which is stretched to its cell
  private final Markup html;

  ShareTable(Markup html) {
    this.html = html;
  }

  void write(SharePlot plot) {
    html.element("p", plot.title(), "class", "label");
    html.raw("<div class=\"plot\" role=\"list\">\n");
    plot.bars().forEach(this::bar);
    html.raw("</div>\n<p class=\"scale\" aria-hidden=\"true\"><span>0 %</span><span>25 %</span>");
    html.raw("<span>50 %</span><span>75 %</span><span>100 %</span></p>\n");
  }

  private void bar(SharePlot.Bar bar) {
    html.tag("div", "role", "listitem").element("span", bar.label(), "class", "name").line();
    int low = at(bar.low());
    int high = at(bar.high());
    html.raw("<svg viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    html.raw("<path class=\"ticks\" d=\"M250 0V20M500 0V20M750 0V20\"/>");
    html.tag(
        "rect",
        "class",
        bar.severity().word(),
        "x",
        "0",
        "y",
        "4",
        "height",
        "12",
        "width",
        Integer.toString(at(bar.share())));
    html.end("rect");
    String whiskers = String.format(Locale.ROOT, "M%d 10H%dM%d 3V17M%d 3V17", low, high, low, high);
    html.tag("path", "class", "whiskers", "d", whiskers).end("path").raw("</svg>\n");
    html.element("span", Shares.text(bar), "class", "number").end("div").line();
  }

  private static int at(double share) {
    return (int) Math.round(Math.max(0, Math.min(1, share)) * WIDE);
  }
}
