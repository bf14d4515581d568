package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import lastwords.cli.console.JsonReport;

/** Checks output against the schemas in the jar. */
public final class JsonSchemas {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonSchemas() {}

  /** The document names its schema and conforms to it. */
  public static JsonNode valid(String kind, String text) throws IOException {
    JsonNode printed = MAPPER.readTree(text);
    assertThat(printed.path("schema").asText()).as(text).isEqualTo(JsonReport.schema(kind));
    assertThat(schema(kind).validate(printed)).as(text).isEmpty();
    return printed;
  }

  /** The line of a trace conforms to its schema. */
  public static void validLine(String text) throws IOException {
    validLine("trace", text);
  }

  /** A line that does not name its schema conforms to this one. */
  public static void validLine(String kind, String text) throws IOException {
    assertThat(schema(kind).validate(MAPPER.readTree(text))).as(text).isEmpty();
  }

  private static JsonSchema schema(String kind) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json(kind));
  }

  static JsonNode json(String kind) throws IOException {
    String[] parts = JsonReport.schema(kind).split("/");
    String name = "/lastwords/schema/" + parts[1] + "-" + parts[2] + ".json";
    try (InputStream in = JsonReport.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return MAPPER.readTree(in);
    }
  }
}
