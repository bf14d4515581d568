package lastwords.cli.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import lastwords.cli.console.JsonReport;
import lastwords.web.ApiJson;

/** The documents printed by cluster verbs with --json: the answers of the HTTP interface. */
public final class ClusterJson {
  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

  private ClusterJson() {}

  /**
   * A document of this kind.
   *
   * @param value a record or a map; its members become the document's
   */
  public static String of(String kind, Object value) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema", JsonReport.schema(kind));
    try {
      document.putAll(ApiJson.read(ApiJson.text(value), MEMBERS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("is no object: " + value.getClass(), e);
    }
    return ApiJson.pretty(document);
  }
}
