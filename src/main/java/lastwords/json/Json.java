package lastwords.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** JSON of records by their components. Input must be exactly one value, with limited nesting. */
public final class Json {
  private static final int DEEPEST = 64;
  private static final char LAST_OF_ASCII = 0x7e; // the last printable character

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** Writes the members of an object. */
  public interface Members {
    void write(JsonGenerator to) throws IOException;
  }

  /** The shared mapper; code that needs other settings has to copy it. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** A value in one line. */
  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + value.getClass(), e);
    }
  }

  /** A value in readable form, indented. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + value.getClass(), e);
    }
  }

  /** An object in one line, in ASCII only, whose members are written in sequence. */
  public static String object(Members members) {
    return object(members, false);
  }

  /** As above, indented, without escaping non-ASCII characters. */
  public static String prettyObject(Members members) {
    return object(members, true);
  }

  private static String object(Members members, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = MAPPER.createGenerator(text)) {
      if (pretty) {
        to.useDefaultPrettyPrinter();
      } else {
        to.setHighestNonEscapedChar(LAST_OF_ASCII);
      }
      to.writeStartObject();
      members.write(to);
      to.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON", e);
    }
    return text.toString();
  }

  /** The value of a text, if it is JSON. */
  public static Optional<JsonNode> tree(String text) {
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Reads what {@link #of} wrote; anything else is an internal error. */
  public static <T> T read(String json, Class<T> type) {
    return read(json, MAPPER.constructType(type));
  }

  /** As above, for a list. */
  public static <T> List<T> readAll(String json, Class<T> type) {
    return read(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
  }

  private static <T> T read(String json, JavaType type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not the JSON of " + type, e);
    }
  }

  /** The change from one text to another, for {@link #changed}. */
  public static String change(String before, String after) {
    return of(JsonChange.between(node(before), node(after)));
  }

  /** The later text: the same value, though its members may be in another order. */
  public static String changed(String before, String change) {
    return of(JsonChange.apply(node(before), node(change)));
  }

  private static JsonNode node(String json) {
    return read(json, JsonNode.class);
  }
}
