package lastwords.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The files of the pages in the jar, and what a browser may do with them. */
public final class PageFiles {
  /** Nothing external, no inline scripts or styles, no framing. */
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

  /** A file; empty if no page has one with this name. */
  public static Optional<byte[]> read(String name) throws IOException {
    if (!name.matches(NAME)) {
      return Optional.empty();
    }
    try (InputStream in = PageFiles.class.getResourceAsStream("/lastwords/page/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  /** The page of a run on a server, from which it requests the run. */
  public static byte[] pageOfRun() throws IOException {
    String html = new String(read("index.html").orElseThrow(), StandardCharsets.UTF_8);
    return html.replace("src=\"main.js\"", "src=\"served.js\"")
        .replace("<title>", "<link rel=\"icon\" href=\"data:,\">\n<title>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The media type of such a file. */
  public static String type(String name) {
    return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
  }
}
