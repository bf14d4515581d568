package lastwords.cli.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.trace.page.RunPage;

/** The page and its run as one file that can be mailed and opened from disk. */
public final class HtmlFile {
  private HtmlFile() {}

  /** Writes the page of a run. */
  public static void write(Path file, RunPage run) throws IOException {
    Files.writeString(file, of(run), StandardCharsets.UTF_8);
  }

  /** The page of a run: the same bytes for the same run. */
  public static String of(RunPage run) throws IOException {
    PageModules modules = PageModules.of("main.js");
    return PageModules.resource("index.html")
        .replace(
            "<meta charset=\"utf-8\">",
            "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""
                + PageModules.POLICY
                + "\">\n"
                + modules.importMap())
        .replace(
            "<link rel=\"stylesheet\" href=\"style.css\">",
            "<style>\n" + PageModules.resource("style.css") + "</style>")
        .replace("<script type=\"module\" src=\"main.js\"></script>", modules.start())
        .replace("id=\"run\"></script>", "id=\"run\">" + run.json() + "</script>");
  }
}
