package lastwords.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import lastwords.json.Json;

/** The output of --json: one object, which names its schema first. */
public final class JsonReport {
  private JsonReport() {}

  /**
   * The name and version of a schema, as written in documents. Additions leave the version
   * unchanged; removals and changes of meaning increase it.
   *
   * @param kind {@code run}, {@code test}, {@code list}, ...
   */
  public static String schema(String kind) {
    return "lastwords/" + kind + "/1";
  }

  /** The JSON schema of this kind. */
  public static JsonNode schemaOf(String kind) {
    String file = "/" + schema(kind).replaceFirst("/", "/schema/").replaceFirst("/1$", "-1.json");
    try (InputStream in = JsonReport.class.getResourceAsStream(file)) {
      return Json.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document of this kind. */
  public static String document(String kind, Map<String, ?> members) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema", schema(kind));
    document.putAll(members);
    return Json.pretty(document);
  }
}
