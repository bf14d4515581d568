package lastwords.kernelc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The strings of a kernel, each once; number 0 is the empty one. */
final class Strings {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  Strings() {
    numbers.put("", 0);
  }

  /** A pointer to the string. */
  long pointer(String text) {
    int number = numbers.computeIfAbsent(text, key -> numbers.size());
    return Pointer.of(Pointer.STRING, number);
  }

  List<String> all() {
    return new ArrayList<>(numbers.keySet());
  }
}
