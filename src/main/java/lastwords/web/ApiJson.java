package lastwords.web;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.TraceNotice;
import lastwords.json.Json;
import lastwords.outcome.End;

/** The JSON of the interface: records by their components, enums by their words. */
public final class ApiJson {
  private static final JsonMapper JSON =
      Json.mapper()
          .rebuild()
          .addMixIn(Clock.class, Word.class)
          .addMixIn(End.class, Word.class)
          .addMixIn(MachineInfo.State.class, Word.class)
          .addMixIn(FaultInfo.State.class, Word.class)
          .addMixIn(TraceNotice.Kind.class, Word.class)
          .build();

  private ApiJson() {}

  /** Enums are written as their words. */
  private interface Word {
    @JsonValue
    String word();
  }

  static ObjectMapper mapper() {
    return JSON;
  }

  /** A record, list or map as JSON in one line. */
  public static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be JSON: " + value.getClass(), e);
    }
  }

  /** As above, indented for people. */
  public static String pretty(Object value) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be JSON: " + value.getClass(), e);
    }
  }

  /** Reads what {@link #text} wrote. */
  public static <T> T read(String json, TypeReference<T> type) throws JsonProcessingException {
    return JSON.readValue(json, type);
  }

  /** The body of an answer other than 2xx. */
  public static String error(int status, String message) {
    return text(new java.util.TreeMap<>(Map.of("status", status, "error", message)));
  }
}
