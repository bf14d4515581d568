package lastwords.kernelc.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.Pointer;

/** The strings of a kernel, each stored once; number 0 is the empty one. */
public final class Strings {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  public Strings() {
    numbers.put("", 0);
  }

  /** A pointer to the string. */
  public long pointer(String text) {
    int number = numbers.computeIfAbsent(text, key -> numbers.size());
    return Pointer.of(Pointer.STRING, number);
  }

  public List<String> all() {
    return new ArrayList<>(numbers.keySet());
  }
}
