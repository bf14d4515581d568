package lastwords.cli.report.html;

import java.io.IOException;
import lastwords.cli.page.PageModules;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.ReportDocument;

/** A report as one HTML file, which needs nothing else and can be opened from disk. */
public final class HtmlReport {
  private HtmlReport() {}

  /** The file: the same bytes for the same report. */
  public static String of(ReportDocument report) throws IOException {
    Markup html = new Markup();
    head(html, report.title());
    html.tag("header").element("h1", report.title()).end("header").line();
    contents(html, report);
    html.tag("main").line();
    problems(html, report);
    HtmlMedium medium = new HtmlMedium(html);
    for (Chapter chapter : report.chapters()) {
      html.tag("section", "id", chapter.id(), "aria-labelledby", chapter.id() + "-title").line();
      html.element("h2", chapter.title(), "id", chapter.id() + "-title").line();
      chapter.blocks().forEach(it -> it.on(medium));
      html.end("section").line();
    }
    html.end("main").line().raw(PageModules.of("report.js").start());
    return html.line().raw("</body>\n</html>\n").toString();
  }

  private static void head(Markup html, String title) throws IOException {
    html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.tag("meta", "http-equiv", "Content-Security-Policy", "content", PageModules.POLICY).line();
    html.raw(PageModules.of("report.js").importMap()).line();
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", title).line();
    html.raw("<style>\n").raw(PageModules.resource("style.css"));
    html.raw(PageModules.resource("report.css")).raw("</style>\n</head>\n<body>\n");
  }

  private static void contents(Markup html, ReportDocument report) {
    if (report.chapters().size() < 2) {
      return;
    }
    html.tag("nav", "aria-label", "Chapters").tag("ul");
    for (Chapter chapter : report.chapters()) {
      html.tag("li").element("a", chapter.title(), "href", "#" + chapter.id()).end("li").line();
    }
    html.end("ul").end("nav").line();
  }

  private static void problems(Markup html, ReportDocument report) {
    if (report.problems().isEmpty()) {
      return;
    }
    html.tag("section", "class", "bad", "aria-labelledby", "problems");
    html.element("h2", "Not in this report", "id", "problems").tag("ul");
    report.problems().forEach(it -> html.element("li", it).line());
    html.end("ul").end("section").line();
  }
}
