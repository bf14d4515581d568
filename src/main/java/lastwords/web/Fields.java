package lastwords.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.kernelc.source.NearestName;

/** The members of a JSON object sent by a client, read by name; unread members are an error. */
final class Fields {
  private static final int MOST_MEMBERS = 1000;

  private final JsonNode object;
  private final List<String> known = new ArrayList<>();

  Fields(JsonNode object) {
    this.object = object;
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  String text(String name, String otherwise) {
    JsonNode value = member(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isTextual()) {
      throw wrong(name, "a text", value);
    }
    return value.textValue();
  }

  boolean truth(String name) {
    JsonNode value = member(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(name, "true or false", value);
    }
    return value.booleanValue();
  }

  long integer(String name, long otherwise, long least, long most) {
    JsonNode value = member(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    if (!whole || value.longValue() < least || value.longValue() > most) {
      throw wrong(name, "a whole number from " + least + " to " + most, value);
    }
    return value.longValue();
  }

  double number(String name, double otherwise, double least, double most) {
    JsonNode value = member(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isNumber() || !(value.doubleValue() >= least) || value.doubleValue() > most) {
      throw wrong(name, "a number from " + least + " to " + most, value);
    }
    return value.doubleValue();
  }

  /** One of these words; the first of them if the member is missing. */
  String choice(String name, List<String> words) {
    String word = text(name, words.get(0));
    if (!words.contains(word)) {
      throw HttpError.bad(
          name
              + ": '"
              + cut(word)
              + "' is none of "
              + String.join(", ", words)
              + NearestName.hint(word, words));
    }
    return word;
  }

  /** An object of strings, numbers and booleans, as strings. */
  SortedMap<String, String> texts(String name) {
    JsonNode value = member(name);
    if (!value.isMissingNode() && (!value.isObject() || value.size() > MOST_MEMBERS)) {
      throw wrong(name, "an object of at most " + MOST_MEMBERS + " members", value);
    }
    SortedMap<String, String> texts = new TreeMap<>();
    for (java.util.Map.Entry<String, JsonNode> entry : value.properties()) {
      if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
        throw wrong(
            name + "." + entry.getKey(), "a string, a number or a boolean", entry.getValue());
      }
      texts.put(entry.getKey(), entry.getValue().asText());
    }
    return Collections.unmodifiableSortedMap(texts);
  }

  /** A member of any type, as JSON. */
  String json(String name) {
    return member(name).toString();
  }

  /** Rejects members that were not read. */
  void end() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw HttpError.bad(
                    "unknown member '" + cut(name) + "'" + NearestName.hint(name, known));
              }
            });
  }

  private JsonNode member(String name) {
    known.add(name);
    JsonNode value = object.path(name);
    return value.isNull() ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : value;
  }

  private static HttpError wrong(String name, String expected, JsonNode found) {
    return HttpError.bad(name + ": expected " + expected + ", found " + cut(found.toString()));
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
