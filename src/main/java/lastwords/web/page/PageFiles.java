package lastwords.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The files of the pages, as they lie in the jar, and what a browser may do with them. */
public final class PageFiles {
  /** Nothing from elsewhere, no script or style in the text, no frame around it. */
  public static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String NAME = "[a-z][a-z-]{0,40}\\.(html|js|css|svg)";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private PageFiles() {}

  /** A file; empty when no page has one of that name. */
  public static Optional<byte[]> read(String name) throws IOException {
    if (!name.matches(NAME)) {
      return Optional.empty();
    }
    try (InputStream in = PageFiles.class.getResourceAsStream("/lastwords/page/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  /** The page of a run that a server holds: it asks for the run. */
  public static byte[] pageOfRun() throws IOException {
    String html = new String(read("index.html").orElseThrow(), StandardCharsets.UTF_8);
    return html.replace("src=\"main.js\"", "src=\"served.js\"")
        .replace("<title>", "<link rel=\"icon\" href=\"data:,\">\n<title>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The media type of one of them. */
  public static String type(String name) {
    return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
  }
}
