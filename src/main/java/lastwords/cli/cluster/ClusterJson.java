package lastwords.cli.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import lastwords.cli.console.JsonReport;
import lastwords.web.ApiJson;

/** What the verbs of a cluster print with --json: what the HTTP interface says, as a document. */
public final class ClusterJson {
  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

  private ClusterJson() {}

  /**
   * A document of that kind.
   *
   * @param value a record or a map; its members are the document's
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
