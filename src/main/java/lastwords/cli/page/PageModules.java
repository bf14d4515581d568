package lastwords.cli.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module of the page and everything that it imports, inside one HTML file: the modules are data
 * in an import map, and import each other by names in the map.
 */
public final class PageModules {
  /** The policy of such a file: nothing external. */
  public static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline';"
          + " img-src data:; base-uri 'none'; form-action 'none'";

  private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z]+\\.js)\"");

  private final String main;
  private final Map<String, String> modules = new LinkedHashMap<>();

  private PageModules(String main) {
    this.main = main;
  }

  /** The module with this name and those that it needs. */
  public static PageModules of(String main) throws IOException {
    PageModules all = new PageModules(main);
    all.add(main);
    return all;
  }

  private void add(String name) throws IOException {
    if (modules.putIfAbsent(name, "") != null) {
      return;
    }
    String text = resource(name);
    Matcher imported = IMPORT.matcher(text);
    while (imported.find()) {
      add(imported.group(1));
    }
    modules.put(name, IMPORT.matcher(text).replaceAll("from \"lw/$1\""));
  }

  /** The element with the import map; it must precede {@link #start}. */
  public String importMap() {
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

  /** The element that starts the main module. */
  public String start() {
    return "<script type=\"module\">import \"lw/" + main + "\";</script>";
  }

  /** JSON that can be embedded in a script element. */
  public static String inScript(String json) {
    return json.replace("<", "\\u003c");
  }

  /** A file of the page. */
  public static String resource(String name) throws IOException {
    try (InputStream in = PageModules.class.getResourceAsStream("/lastwords/page/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
