package lastwords.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks the members of a document against its JSON schema: only the outermost ones. Some may be
 * missing, since earlier versions did not write them, but not all.
 */
public final class JsonShape {
  private static final String NAME = "schema"; // the member that names a document's schema

  private JsonShape() {}

  /** What is wrong with a document; empty if it conforms to the schema. */
  public static List<String> problems(JsonNode schema, JsonNode document) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(it -> required.add(it.asText()));
    required.remove(NAME);
    if (required.stream().noneMatch(document::has)) {
      return List.of("has none of the members " + String.join(", ", required));
    }
    List<String> problems = new ArrayList<>();
    document.fieldNames().forEachRemaining(it -> type(it, schema, document.path(it), problems));
    return problems;
  }

  private static void type(String name, JsonNode schema, JsonNode value, List<String> problems) {
    String type = schema.path("properties").path(name).path("type").asText("");
    if (!isA(type, value)) {
      String found = value.getNodeType().name().toLowerCase(Locale.ROOT);
      problems.add("\"" + name + "\": expected " + type + ", found " + found);
    }
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true;
    };
  }
}
