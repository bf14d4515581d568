package lastwords.cli.page;

import java.io.IOException;
import java.nio.file.Path;
import lastwords.cli.console.OutputFile;
import lastwords.trace.page.RunPage;
import lastwords.web.page.PageSource;

/** The page and its run as one file that can be mailed and opened from disk. */
public final class HtmlFile {
  private static final String ASKS = "; connect-src 'self'"; // for a page that has a server

  private HtmlFile() {}

  /** Writes the page of a run. */
  public static void write(Path file, RunPage run) throws IOException {
    new OutputFile(file).write(of(run));
  }

  /** The page of a run: the same bytes for the same run. */
  public static String of(RunPage run) throws IOException {
    return of("index.html", "main.js", run.json(), PageModules.POLICY);
  }

  /** As above, for a server that answers the page's queries: it can be explored by hand. */
  static String asking(Opened opened) throws IOException {
    boolean asks = !opened.questions().isEmpty();
    String policy = PageModules.POLICY + (asks ? ASKS : "");
    String html = of("index.html", "main.js", opened.json(), policy);
    return asks ? html.replace("<html lang=\"en\">", "<html lang=\"en\" data-asks>") : html;
  }

  /** The page of a run with its queries, for a server. */
  static PageSource.Content content(Opened opened) throws IOException {
    return new PageSource.Content(asking(opened), opened.questions());
  }

  /** The page that {@code ui} shows first when it is given no run. */
  static String start(String json) throws IOException {
    return of("start.html", "start.js", json, PageModules.POLICY);
  }

  /** Writes the page that compares two runs. */
  public static void write(Path file, PairPage pair) throws IOException {
    new OutputFile(file).write(of(pair));
  }

  /** The page that compares two runs. */
  public static String of(PairPage pair) throws IOException {
    return of("compare.html", "compare.js", pair.json(), PageModules.POLICY);
  }

  private static String of(String html, String main, String json, String policy)
      throws IOException {
    PageModules modules = PageModules.of(main);
    return PageModules.resource(html)
        .replace(
            "<meta charset=\"utf-8\">",
            "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""
                + policy
                + "\">\n"
                + modules.importMap())
        .replace(
            "<link rel=\"stylesheet\" href=\"style.css\">",
            "<style>\n" + PageModules.resource("style.css") + "</style>")
        .replace("<script type=\"module\" src=\"" + main + "\"></script>", modules.start())
        .replace("id=\"run\"></script>", "id=\"run\">" + PageModules.inScript(json) + "</script>");
  }
}
