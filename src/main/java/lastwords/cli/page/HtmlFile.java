package lastwords.cli.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page and its run as one file that can be mailed and opened from disk. Modules stand in an
 * import map as data, and import each other by names that the map knows.
 */
public final class HtmlFile {
  private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z]+\\.js)\"");
  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline';"
          + " img-src data:; base-uri 'none'; form-action 'none'";

  private final Map<String, String> modules = new LinkedHashMap<>();

  private HtmlFile() {}

  /** Writes the page of a run. */
  public static void write(Path file, RunPage run) throws IOException {
    Files.writeString(file, of(run), StandardCharsets.UTF_8);
  }

  /** The page of a run: the same bytes for the same run. */
  public static String of(RunPage run) throws IOException {
    HtmlFile html = new HtmlFile();
    html.module("main.js");
    return resource("index.html")
        .replace(
            "<meta charset=\"utf-8\">",
            "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""
                + POLICY
                + "\">\n"
                + html.importMap())
        .replace(
            "<link rel=\"stylesheet\" href=\"style.css\">",
            "<style>\n" + resource("style.css") + "</style>")
        .replace(
            "<script type=\"module\" src=\"main.js\"></script>",
            "<script type=\"module\">import \"lw/main.js\";</script>")
        .replace("id=\"run\"></script>", "id=\"run\">" + run.json() + "</script>");
  }

  private void module(String name) throws IOException {
    if (modules.putIfAbsent(name, "") != null) {
      return;
    }
    String text = resource(name);
    Matcher imported = IMPORT.matcher(text);
    while (imported.find()) {
      module(imported.group(1));
    }
    modules.put(name, IMPORT.matcher(text).replaceAll("from \"lw/$1\""));
  }

  private String importMap() {
    StringBuilder map = new StringBuilder("<script type=\"importmap\">{\"imports\":{");
    String comma = "";
    for (Map.Entry<String, String> module : modules.entrySet()) {
      byte[] bytes = module.getValue().getBytes(StandardCharsets.UTF_8);
      map.append(comma)
          .append("\"lw/")
          .append(module.getKey())
          .append("\":\"data:text/javascript;base64,")
          .append(Base64.getEncoder().encodeToString(bytes))
          .append('"');
      comma = ",\n";
    }
    return map.append("}}</script>").toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlFile.class.getResourceAsStream("/lastwords/page/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
