package lastwords.trace.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names, each stored once, to which columns refer by number. */
final class Numbered {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  int number(String name) {
    Integer known = numbers.putIfAbsent(name, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  /** In the order of their numbers. */
  List<String> all() {
    return List.copyOf(numbers.keySet());
  }
}
