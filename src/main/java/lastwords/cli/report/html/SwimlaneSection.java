package lastwords.cli.report.html;

import java.util.LinkedHashMap;
import java.util.Map;
import lastwords.cli.page.PageModules;
import lastwords.cli.report.block.Swimlane;

/** A run: its story as text, and the data that the page's script needs to draw it. */
final class SwimlaneSection {
  private static final String BAR =
      """
      <div class="bar">
      <button type="button" data-act="back">&#9664; step</button>
      <button type="button" data-act="next">step &#9654;</button>
      <button type="button" data-act="before">&#9664;&#9664; event</button>
      <button type="button" data-act="after">event &#9654;&#9654;</button>
      <button type="button" data-act="in">zoom in</button>
      <button type="button" data-act="out">zoom out</button>
      </div>
      """;

  private static final Map<String, String> LEGEND = meanings();

  private final Markup html;

  SwimlaneSection(Markup html) {
    this.html = html;
  }

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("task", "task");
    meanings.put("softirq", "softirq");
    meanings.put("irq", "interrupt");
    meanings.put("nmi", "NMI");
    meanings.put("wait", "waits or is stopped");
    meanings.put("off", "interrupts off");
    meanings.put("holds", "holds a lock");
    meanings.put("wants", "waits for it");
    return meanings;
  }

  /** The meaning of the colours; the names are those of the page's style sheet. */
  void legend() {
    html.raw("<ul class=\"legend lanes\">");
    LEGEND.forEach(
        (name, text) ->
            html.tag("li").element("span", "", "class", "of-" + name).text(" " + text).end("li"));
    html.end("ul").line();
  }

  void write(Swimlane lane) {
    html.tag("article", "class", "swimlane", "id", lane.id()).line();
    html.element("h3", lane.outcome()).element("p", lane.title()).line();
    html.raw("<div class=\"live\" hidden>\n").raw(BAR);
    html.tag("div", "class", "stage");
    html.tag(
        "canvas",
        "role",
        "img",
        "aria-label",
        "What each CPU does over time: " + lane.title(),
        "aria-describedby",
        lane.id() + "-now");
    html.raw("</canvas><div class=\"cursor\"></div></div>\n");
    html.raw("<input class=\"scrub\" type=\"range\" min=\"0\" value=\"0\" aria-label=\"step\">\n");
    html.tag("p", "class", "now", "id", lane.id() + "-now", "aria-live", "polite");
    html.raw("</p>\n<div class=\"sinks\"></div>\n</div>\n");
    story(lane);
    html.tag("p", "class", "again").raw("again: ").element("code", lane.again()).end("p").line();
    html.raw("<script type=\"application/json\">").raw(PageModules.inScript(lane.data()));
    html.raw("</script>\n</article>\n");
  }

  private void story(Swimlane lane) {
    html.tag("ol", "class", "moments", "tabindex", "0", "aria-label", "What happened").line();
    for (Swimlane.Moment moment : lane.story()) {
      html.tag("li", "data-step", Integer.toString(moment.step()));
      html.element("span", moment.when() + " " + moment.who(), "class", "when");
      html.text("  " + moment.text());
      if (!moment.place().isEmpty()) {
        html.element("span", "  " + moment.place(), "class", "where");
      }
      html.end("li").line();
    }
    html.end("ol").line();
  }
}
