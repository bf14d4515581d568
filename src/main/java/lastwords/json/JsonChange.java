package lastwords.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The change from one JSON value to another: a merge patch (RFC 7386), except that an array changes
 * element by element, as an object of the elements that differ, by index, and the new {@code
 * length}.
 */
final class JsonChange {
  private static final String LENGTH = "length";

  private JsonChange() {}

  /** The change from one to the other; an empty object if there is none. */
  static JsonNode between(JsonNode before, JsonNode after) {
    if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
      return ofObject(was, is);
    }
    if (before instanceof ArrayNode was && after instanceof ArrayNode is) {
      return ofArray(was, is);
    }
    return after;
  }

  private static ObjectNode ofObject(ObjectNode before, ObjectNode after) {
    ObjectNode change = after.objectNode();
    after
        .properties()
        .forEach(
            it -> {
              JsonNode was = before.path(it.getKey());
              if (!was.equals(it.getValue())) {
                change.set(it.getKey(), between(was, it.getValue()));
              }
            });
    before
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!after.has(name)) {
                change.putNull(name);
              }
            });
    return change;
  }

  private static ObjectNode ofArray(ArrayNode before, ArrayNode after) {
    ObjectNode change = after.objectNode().put(LENGTH, after.size());
    for (int i = 0; i < after.size(); i++) {
      if (!after.get(i).equals(before.path(i))) {
        change.set(Integer.toString(i), between(before.path(i), after.get(i)));
      }
    }
    return change;
  }

  /** The later value. */
  static JsonNode apply(JsonNode before, JsonNode change) {
    if (change instanceof ObjectNode changes && before instanceof ObjectNode was) {
      return applied(was.deepCopy(), changes);
    }
    if (change instanceof ObjectNode changes && before instanceof ArrayNode was) {
      return applied(was, changes);
    }
    return change;
  }

  private static ObjectNode applied(ObjectNode value, ObjectNode changes) {
    changes
        .properties()
        .forEach(
            it -> {
              if (it.getValue() instanceof NullNode) {
                value.remove(it.getKey());
              } else {
                value.set(it.getKey(), apply(value.path(it.getKey()), it.getValue()));
              }
            });
    return value;
  }

  private static ArrayNode applied(ArrayNode before, ObjectNode changes) {
    ArrayNode value = before.arrayNode();
    for (int i = 0; i < changes.path(LENGTH).asInt(); i++) {
      JsonNode change = changes.path(Integer.toString(i));
      value.add(change.isMissingNode() ? before.path(i) : apply(before.path(i), change));
    }
    return value;
  }
}
