package lastwords.cluster.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;

/** Plain data as JSON, for answers that cross nodes. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new Jdk8Module()).build();

  private Json() {}

  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + value.getClass(), e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    return read(json, MAPPER.constructType(type));
  }

  public static <T> List<T> readAll(String json, Class<T> type) {
    return read(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
  }

  /** What has changed from one text to another, for {@link #changed}. */
  public static String change(String before, String after) {
    return of(JsonChange.between(tree(before), tree(after)));
  }

  /** The later text: of the same value, though its members may stand in another order. */
  public static String changed(String before, String change) {
    return of(JsonChange.apply(tree(before), tree(change)));
  }

  private static JsonNode tree(String json) {
    return read(json, JsonNode.class);
  }

  private static <T> T read(String json, JavaType type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not the JSON of " + type, e);
    }
  }
}
