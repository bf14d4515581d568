package lastwords.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a method on a path does.
 *
 * @param method GET, POST or DELETE
 * @param pattern {@code /v1/machines/{id}}
 * @param query the names that the query may have
 * @param handler performs it
 */
record Route(String method, String pattern, List<String> query, Handler handler) {
  /** Performs a route's operation, and answers. */
  interface Handler {
    void handle(Call call) throws IOException;
  }

  static Route of(String method, String pattern, Handler handler) {
    return new Route(method, pattern, List.of(), handler);
  }

  /** The path's variables; empty if the path does not match. */
  Optional<Map<String, String>> match(List<String> segments) {
    List<String> own = List.of(pattern.substring(1).split("/"));
    if (own.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new TreeMap<>();
    List<Boolean> same = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      boolean variable = own.get(i).startsWith("{");
      if (variable) {
        variables.put(own.get(i).substring(1, own.get(i).length() - 1), segments.get(i));
      }
      same.add(variable || own.get(i).equals(segments.get(i)));
    }
    return same.contains(false)
        ? Optional.empty()
        : Optional.of(Collections.unmodifiableMap(variables));
  }
}
